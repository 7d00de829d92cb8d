using System.Runtime.InteropServices;
using Gpu.Workflow.Extraction;
using SkiaSharp;

namespace Gpu.Workflow.Pictures;

/// <summary>Decodes JPEG, PNG, WebP, GIF (its first frame) and BMP to upright sRGB with straight alpha.</summary>
internal static class PictureDecoder
{
    /// <summary>Decodes.</summary>
    /// <param name="content">The encoded picture.</param>
    /// <param name="name">What it is, for the message.</param>
    /// <param name="options">Limits.</param>
    /// <exception cref="PageError">It is no picture, one of a kind that is not decoded, damaged or too large.</exception>
    public static Bitmap Decode(ReadOnlySpan<byte> content, string name, PictureOptions options)
    {
        using var data = SKData.CreateCopy(content);
        using var stream = new SKMemoryStream(data);
        using var codec = SKCodec.Create(stream, out var result);
        if (codec is null)
        {
            throw new PageError(PageErrorKind.WrongType, $"{name} is {PictureKind.Of(content)} ({result}). Give a JPEG, PNG, WebP or GIF.");
        }

        var full = codec.Info;
        if (full.Width <= 0 || full.Height <= 0 || (long)full.Width * full.Height > options.MaxPixels)
        {
            throw new PageError(PageErrorKind.TooLarge, $"{name} is too large: it has {full.Width} x {full.Height} pixels, and at most {options.MaxPixels} are decoded. Give a smaller copy.");
        }

        var size = Enough(codec, options.EnoughSide);
        using var space = SKColorSpace.CreateSrgb();
        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul, space);
        var pixels = GC.AllocateUninitializedArray<byte>(info.BytesSize);
        var outcome = Fill(codec, info, pixels);

        // A file cut short still shows what came of it, as in a browser, when that is more than nothing; a damaged one is refused.
        if (outcome is not (SKCodecResult.Success or SKCodecResult.IncompleteInput))
        {
            throw new PageError(PageErrorKind.WrongType, $"{name} is a damaged picture ({codec.EncodedFormat}: {outcome}).");
        }

        return Orientation.Apply(new Bitmap(info.Width, info.Height, pixels), codec.EncodedOrigin);
    }

    private static SKCodecResult Fill(SKCodec codec, SKImageInfo info, byte[] pixels)
    {
        var pin = GCHandle.Alloc(pixels, GCHandleType.Pinned);
        try
        {
            return codec.GetPixels(info, pin.AddrOfPinnedObject());
        }
        finally
        {
            pin.Free();
        }
    }

    // Only JPEG scales while it decodes, by eighths; half steps keep the result free of its ringing.
    private static SKSizeI Enough(SKCodec codec, int enough)
    {
        var size = new SKSizeI(codec.Info.Width, codec.Info.Height);
        if (codec.EncodedFormat != SKEncodedImageFormat.Jpeg)
        {
            return size;
        }

        var scale = 1f;
        while (scale > .2f && Math.Max(size.Width, size.Height) * scale / 2 >= enough)
        {
            scale /= 2;
        }

        return codec.GetScaledDimensions(scale);
    }
}
