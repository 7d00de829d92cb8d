using TextEncoding = System.Text.Encoding;

namespace Gpu.Workflow.Pictures;

/// <summary>Names what bytes are that could not be decoded, so that the message helps.</summary>
internal static class PictureKind
{
    /// <summary>The kind, with its article.</summary>
    public static string Of(ReadOnlySpan<byte> content)
    {
        var head = TextEncoding.Latin1.GetString(content[..Math.Min(content.Length, 512)]);
        if (head.AsSpan().TrimStart("\u00EF\u00BB\u00BF \t\r\n").StartsWith("<"))
        {
            return head.Contains("<svg", StringComparison.OrdinalIgnoreCase) ? "an SVG drawing, which is not decoded" : "markup, not a picture";
        }

        if (head.Length > 12 && head.AsSpan(4, 4).SequenceEqual("ftyp"))
        {
            return head.AsSpan(8, 4) switch
            {
                "avif" or "avis" => "an AVIF picture, which is not decoded here",
                "heic" or "heix" or "mif1" => "a HEIC picture, which is not decoded",
                _ => "a video, not a picture",
            };
        }

        return head.StartsWith("\u00FF\u00D8", StringComparison.Ordinal) || head.StartsWith("\u0089PNG", StringComparison.Ordinal) || head.StartsWith("GIF8", StringComparison.Ordinal) || head.StartsWith("RIFF", StringComparison.Ordinal)
            ? "a damaged picture"
            : "not a picture";
    }
}
