using Gpu.Workflow.Storyboards;
using SkiaSharp;

namespace Gpu.Workflow.Encoding;

/// <summary>Makes the still that stands for an ad.</summary>
internal static class ThumbnailWriter
{
    private const int Quality = 90;
    private const double AfterCaption = 1.5;

    /// <summary>The frame that shows the opening words and their picture, neither still moving in.</summary>
    public static int ChooseFrame(Storyboard storyboard)
    {
        ArgumentNullException.ThrowIfNull(storyboard);
        var words = storyboard.Captions.FirstOrDefault(c => c.Role == CaptionRole.Headline) ?? (storyboard.Captions.Count > 0 ? storyboard.Captions[0] : null);
        var time = words is null ? Math.Min(AfterCaption, storyboard.Duration / 2) : words.Start + Math.Min(AfterCaption, words.Duration / 2);

        // Back to before a crossfade, where there is one at that time.
        var fading = storyboard.Shots.FirstOrDefault(s => s.Transition is { } t && time >= s.Start && time < s.Start + t.Duration);
        time = fading is null ? time : words is not null && fading.Start <= words.Start ? fading.Start + fading.Transition!.Duration : fading.Start;
        return Math.Clamp((int)Math.Round(time * storyboard.FramesPerSecond), 0, FrameClock.Frames(storyboard) - 1);
    }

    /// <summary>Writes a frame as JPEG; an existing file is replaced.</summary>
    /// <param name="path">The file.</param>
    /// <param name="frame">I420, BT.709, limited range.</param>
    /// <param name="width">Pixels, even.</param>
    /// <param name="height">Pixels, even.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <exception cref="EncodingError">The file cannot be written.</exception>
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> frame, int width, int height, CancellationToken cancellationToken = default)
    {
        var rgba = FrameColours.ToRgba(frame.Span, width, height);
        using var image = SKImage.FromPixelCopy(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque, SKColorSpace.CreateSrgb()), rgba);
        using var jpeg = image.Encode(SKEncodedImageFormat.Jpeg, Quality);
        try
        {
            await File.WriteAllBytesAsync(path, jpeg.ToArray(), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EncodingError(EncodingErrorKind.Failed, $"\"{path}\" cannot be written: {e.Message}", e);
        }
    }
}
