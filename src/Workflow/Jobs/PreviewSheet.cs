using SkiaSharp;

namespace Gpu.Workflow.Jobs;

/// <summary>Writes frames as a picture: one as it is, several side by side.</summary>
public static class PreviewSheet
{
    private const int WideTile = 480;
    private const int TallTile = 270;
    private const int Gap = 8;
    private const int JpegQuality = 82;

    private static readonly string[] Jpegs = [".jpg", ".jpeg"];

    /// <summary>Whether a file's name says what kind of picture it is.</summary>
    /// <param name="path">The file.</param>
    public static bool IsPicture(string path) => IsJpeg(path) || Path.GetExtension(path).Equals(".png", StringComparison.OrdinalIgnoreCase);

    /// <summary>Writes the picture; an existing file is replaced.</summary>
    /// <param name="path">The file; its name decides the format.</param>
    /// <param name="frames">The frames.</param>
    /// <param name="alone">Whether it is one frame, as large as it is.</param>
    /// <param name="columns">How many stand side by side; null for what suits their shape.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <exception cref="OutputError">The file cannot be written.</exception>
    public static async Task WriteAsync(string path, IReadOnlyList<PreviewFrame> frames, bool alone, int? columns, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(frames);
        using var sheet = alone ? Picture(frames[0]) : Sheet(frames, columns);
        using var data = sheet.Encode(IsJpeg(path) ? SKEncodedImageFormat.Jpeg : SKEncodedImageFormat.Png, JpegQuality);
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            {
                Directory.CreateDirectory(folder);
            }

            await File.WriteAllBytesAsync(path, data.ToArray(), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (OutputError.IsCause(e))
        {
            throw OutputError.From(e, path);
        }
    }

    private static bool IsJpeg(string path) => Jpegs.Contains(Path.GetExtension(path).ToLowerInvariant());

    private static SKImage Sheet(IReadOnlyList<PreviewFrame> frames, int? columns)
    {
        var upright = frames[0].Height > frames[0].Width;
        var width = Math.Min(frames[0].Width, frames[0].Width > 1.2 * frames[0].Height ? WideTile : TallTile);
        var height = Math.Max(1, width * frames[0].Height / frames[0].Width);
        var across = Math.Min(frames.Count, columns ?? (upright ? 6 : 4));
        var rows = (frames.Count + across - 1) / across;
        using var surface = SKSurface.Create(new SKImageInfo((across * (width + Gap)) + Gap, (rows * (height + Gap)) + Gap, SKColorType.Rgba8888, SKAlphaType.Opaque, SKColorSpace.CreateSrgb()));
        surface.Canvas.Clear(new SKColor(0x20, 0x20, 0x20));
        for (var i = 0; i < frames.Count; i++)
        {
            using var picture = Picture(frames[i]);
            var place = SKRect.Create(Gap + (i % across * (width + Gap)), Gap + (i / across * (height + Gap)), width, height);
            surface.Canvas.DrawImage(picture, place, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        }

        return surface.Snapshot();
    }

    private static SKImage Picture(PreviewFrame frame) =>
        SKImage.FromPixelCopy(new SKImageInfo(frame.Width, frame.Height, SKColorType.Rgba8888, SKAlphaType.Opaque, SKColorSpace.CreateSrgb()), frame.Rgba.Span);
}
