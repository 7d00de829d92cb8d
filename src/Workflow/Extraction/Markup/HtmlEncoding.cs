using System.Text;
using System.Text.RegularExpressions;
using TextEncoding = System.Text.Encoding;

namespace Gpu.Workflow.Extraction.Markup;

/// <summary>
/// Finds the character set of a page and decodes it: byte order mark, then what the server says, then what the page says,
/// then the bytes themselves. Servers and pages lie: bytes that are whole UTF-8 with letters beyond ASCII are UTF-8 whatever they say.
/// </summary>
internal static partial class HtmlEncoding
{
    private const int Prescan = 8_192;

    /// <summary>The most letters of a page that are decoded: what comes after as many is no longer what the page is about, and a tree of it takes gigabytes.</summary>
    public const int MaxLetters = 16 << 20;

    static HtmlEncoding() => TextEncoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Decodes a page, its first <see cref="MaxLetters"/> letters. Bytes that the character set does not know become U+FFFD.</summary>
    /// <param name="content">The page.</param>
    /// <param name="announced">The character set that the server names; null for none.</param>
    public static string Decode(ReadOnlySpan<byte> content, string? announced)
    {
        var encoding = Detect(content, announced);
        var preamble = encoding.Preamble;
        content = content.StartsWith(preamble) ? content[preamble.Length..] : content;
        if (content.Length <= MaxLetters)
        {
            return encoding.GetString(content);
        }

        var letters = new char[MaxLetters];
        encoding.GetDecoder().Convert(content, letters, flush: true, out _, out var used, out _);
        return new string(letters, 0, used);
    }

    private static TextEncoding Detect(ReadOnlySpan<byte> content, string? announced)
    {
        if (content is [0xEF, 0xBB, 0xBF, ..])
        {
            return TextEncoding.UTF8;
        }

        if (content is [0xFF, 0xFE, ..])
        {
            return TextEncoding.Unicode;
        }

        if (content is [0xFE, 0xFF, ..])
        {
            return TextEncoding.BigEndianUnicode;
        }

        if (content.ContainsAnyExceptInRange<byte>(0, 0x7F) && System.Text.Unicode.Utf8.IsValid(content))
        {
            return TextEncoding.UTF8;
        }

        var head = TextEncoding.Latin1.GetString(content[..Math.Min(content.Length, Prescan)]);
        var declared = Find(announced) ?? Find(MetaCharset().Match(head).Groups["name"].Value);
        return declared is null or UTF8Encoding && !MostlyUtf8(content) ? ByLanguage(content, head) : declared ?? TextEncoding.UTF8;
    }

    // A declared UTF-8 with a few bad bytes stays UTF-8; one that is hardly UTF-8 at all is another set wrongly labelled.
    private static bool MostlyUtf8(ReadOnlySpan<byte> content)
    {
        int good = 0, bad = 0;
        while (content.Length > 0)
        {
            var ascii = content.IndexOfAnyExceptInRange<byte>(0, 0x7F);
            if (ascii < 0)
            {
                break;
            }

            content = content[ascii..];
            var status = Rune.DecodeFromUtf8(content, out _, out var used);
            good += status == System.Buffers.OperationStatus.Done ? 1 : 0;
            bad += status == System.Buffers.OperationStatus.Done ? 0 : 1;
            content = content[used..];
        }

        return good >= bad;
    }

    // The legacy set of the page's language, as the HTML standard's table of locales gives it.
    private static TextEncoding ByLanguage(ReadOnlySpan<byte> content, string head)
    {
        var language = HtmlLanguage().Match(head).Groups["tag"].Value.ToLowerInvariant();
        return language switch
        {
            "ja" => LooksLikeEucJp(content) ? Find("euc-jp")! : Find("shift_jis")!,
            "ko" => Find("euc-kr")!,
            "zh" => Find(head.Contains("zh-TW", StringComparison.OrdinalIgnoreCase) || head.Contains("zh-HK", StringComparison.OrdinalIgnoreCase) ? "big5" : "gb18030")!,
            "ru" or "uk" or "be" or "bg" or "mk" or "sr" => Find("windows-1251")!,
            "ar" or "fa" => Find("windows-1256")!,
            "he" => Find("windows-1255")!,
            "el" => Find("iso-8859-7")!,
            "tr" => Find("windows-1254")!,
            "th" => Find("windows-874")!,
            "vi" => Find("windows-1258")!,
            "cs" or "hu" or "pl" or "sk" or "sl" or "hr" or "ro" => Find("windows-1250")!,
            "et" or "lt" or "lv" => Find("windows-1257")!,
            _ => Find("windows-1252")!,
        };
    }

    // Kana are A4xx and A5xx in EUC-JP, where Shift_JIS has half-width katakana, which running text does not repeat so.
    private static bool LooksLikeEucJp(ReadOnlySpan<byte> content)
    {
        int kana = 0, sjis = 0;
        for (var i = 0; i + 1 < content.Length; i++)
        {
            kana += content[i] is 0xA4 or 0xA5 && content[i + 1] >= 0xA1 ? 1 : 0;
            sjis += content[i] is 0x82 or 0x83 && content[i + 1] >= 0x40 ? 1 : 0;
        }

        return kana > sjis;
    }

    private static TextEncoding? Find(string? name)
    {
        var label = name?.Trim().ToLowerInvariant() switch
        {
            null or "" => null,
            "iso-8859-1" or "latin1" or "iso8859-1" or "ascii" or "us-ascii" => "windows-1252",
            "x-sjis" or "sjis" or "ms_kanji" or "windows-31j" => "shift_jis",
            "gb2312" or "gbk" or "x-gbk" => "gb18030",
            "utf8" or "unicode-1-1-utf-8" => "utf-8",
            "iso-8859-9" => "windows-1254",
            "ks_c_5601-1987" or "ksc5601" => "euc-kr",
            "big5-hkscs" => "big5",

            // A page whose own text says so was read as ASCII to find it: it cannot be UTF-16, and UTF-7 is an attack.
            "utf-16" or "utf-16le" or "utf-16be" or "utf-7" or "unicode" or "unicodefeff" or "unicodefffe" or "ucs-2" or "iso-10646-ucs-2" or "csunicode" or "utf-32" or "utf-32le" or "utf-32be" => "utf-8",
            var other => other,
        };
        try
        {
            return label is null ? null : TextEncoding.GetEncoding(label);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            // A name that nobody knows, or one of the names of UTF-7, is as good as none.
            return null;
        }
    }

    [GeneratedRegex("""<meta[^>]{0,400}charset\s*=\s*["']?\s*(?<name>[A-Za-z0-9_:.-]{2,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MetaCharset();

    [GeneratedRegex("""<html[^>]{0,400}\blang\s*=\s*["']?\s*(?<tag>[A-Za-z]{2,3})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HtmlLanguage();
}
