using System.Net;
using Gpu.Workflow.Extraction;
using TextEncoding = System.Text.Encoding;

namespace Gpu.Workflow.Pictures;

/// <summary>Reads pictures that stand in the address itself.</summary>
internal static class DataUrl
{
    /// <summary>The bytes of a <c>data:</c> address.</summary>
    /// <exception cref="PageError">It is malformed, no picture or too large.</exception>
    public static byte[] Read(Uri url, long maxBytes)
    {
        var text = url.OriginalString;
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        var head = comma < 0 ? text : text[..comma];
        var shown = head.Length > 80 ? head[..80] + "…" : head;
        if (comma < 0 || !head.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase))
        {
            throw new PageError(PageErrorKind.WrongType, $"The address {shown} holds no picture.");
        }

        if (text.Length - comma > maxBytes * 4 / 3)
        {
            throw new PageError(PageErrorKind.TooLarge, $"The picture in the address {shown} is too large: at most {maxBytes} bytes are read.");
        }

        if (!head.EndsWith(";base64", StringComparison.OrdinalIgnoreCase))
        {
            // Byte by byte: a picture's bytes are seldom UTF-8. A plus stands for itself here, unlike in a form.
            var raw = TextEncoding.Latin1.GetBytes(text[(comma + 1)..].Replace("+", "%2B", StringComparison.Ordinal));
            return WebUtility.UrlDecodeToBytes(raw, 0, raw.Length);
        }

        var body = Uri.UnescapeDataString(text[(comma + 1)..]);
        var bytes = new byte[(body.Length * 3 / 4) + 3];
        return Convert.TryFromBase64String(body, bytes, out var written)
            ? bytes[..written]
            : throw new PageError(PageErrorKind.WrongType, $"The picture in the address {shown} is broken: it is not base64.");
    }
}
