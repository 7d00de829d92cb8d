using System.Text.RegularExpressions;

namespace Gpu.Workflow.Extraction.Markup;

/// <summary>Judges from the content whether something is HTML at all.</summary>
internal static partial class HtmlCheck
{
    private static readonly (byte[] Start, string Name)[] Known =
    [
        ("%PDF"u8.ToArray(), "a PDF document"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        ("GIF8"u8.ToArray(), "a GIF picture"),
        ("RIFF"u8.ToArray(), "a media file"),
        ("PK\u0003\u0004"u8.ToArray(), "a ZIP archive or an office document"),
        ([0x1F, 0x8B], "compressed data"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "a program"),
        ("wOF"u8.ToArray(), "a font"),
    ];

    /// <summary>Checks the bytes.</summary>
    /// <exception cref="PageError">They are surely not HTML.</exception>
    public static void Bytes(ReadOnlySpan<byte> content, string name)
    {
        foreach (var (start, what) in Known)
        {
            if (content.StartsWith(start))
            {
                throw new PageError(PageErrorKind.WrongType, $"{name} is {what}, not an HTML page.");
            }
        }
    }

    /// <summary>Checks the decoded text.</summary>
    /// <exception cref="PageError">It is surely not HTML.</exception>
    public static void Text(string html, string name)
    {
        if (string.IsNullOrWhiteSpace(html))
        {
            throw new PageError(PageErrorKind.Empty, $"{name} is empty: it holds nothing but white space.");
        }

        var head = html.AsSpan(0, Math.Min(html.Length, 4_096));
        if (OtherXml().IsMatch(head))
        {
            throw new PageError(PageErrorKind.WrongType, $"{name} is an XML document, not an HTML page.");
        }

        if (head.Count('\0') > head.Length / 50 || !Tag().IsMatch(html))
        {
            throw new PageError(PageErrorKind.WrongType, $"{name} is not an HTML page: it holds no HTML tags.");
        }
    }

    // Atomic: comment after comment could else be cut up in ever more ways.
    [GeneratedRegex("""^(?>\s*(<\?xml[^>]*>)?\s*)(?><!--.*?-->\s*)*<(rss|feed|svg|urlset|sitemapindex|rdf:RDF)\b""", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex OtherXml();

    [GeneratedRegex("""<(!doctype\s+html|html|head|body|title|meta|div|p|h[1-6]|span|a|article|section|main|table|ul|ol|br|img|b|i|font|center)\b""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
