using SkiaSharp;

namespace Gpu.Workflow.Pictures;

/// <summary>Reads the size of a picture without decoding it.</summary>
internal static class PictureHeader
{
    /// <summary>The upright size of a picture file; null where the file is missing, cannot be read or is no picture.</summary>
    public static PictureSize? TryRead(string path)
    {
        // A length of 0 is also that of pipes and devices, which are never opened.
        var info = new FileInfo(path);
        if (!info.Exists || info.Length == 0)
        {
            return null;
        }

        using var codec = SKCodec.Create(path);
        return Size(codec);
    }

    /// <summary>The upright size of an encoded picture; null where it is none.</summary>
    public static PictureSize? Read(ReadOnlySpan<byte> content)
    {
        using var data = SKData.CreateCopy(content);
        using var codec = SKCodec.Create(data);
        return Size(codec);
    }

    private static PictureSize? Size(SKCodec? codec)
    {
        if (codec is null || codec.Info.Width <= 0 || codec.Info.Height <= 0)
        {
            return null;
        }

        var turned = codec.EncodedOrigin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        return turned ? new PictureSize(codec.Info.Height, codec.Info.Width) : new PictureSize(codec.Info.Width, codec.Info.Height);
    }
}
