using System.Globalization;
using System.Text;

namespace Gpu.Workflow.Jobs;

/// <summary>File names made of what a page says. Only a-z, 0-9 and single hyphens ever come out, however hostile the page.</summary>
internal static class Slug
{
    private const int MaxLength = 60;

    // Names that Windows keeps for devices, whatever their extension.
    private static readonly HashSet<string> Reserved =
    [
        "con", "prn", "aux", "nul",
        .. Enumerable.Range(0, 10).SelectMany(static n => new[] { $"com{n}", $"lpt{n}" }),
    ];

    /// <summary>The page's title where it can be written in ASCII, else the file's or host's name, else <c>ad</c>.</summary>
    public static string Of(string title, Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        var slug = IsMostlyLatin(title) ? Clean(title) : "";
        slug = slug.Length > 0 ? slug : Clean(FromAddress(url));
        slug = slug.Length > 0 ? slug : "ad";
        return Reserved.Contains(slug) ? slug + "-ad" : slug;
    }

    private static string FromAddress(Uri url)
    {
        if (!url.IsFile)
        {
            return url.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? url.Host[4..] : url.Host;
        }

        var name = Path.GetFileNameWithoutExtension(url.LocalPath);
        return name.Equals("index", StringComparison.OrdinalIgnoreCase)
            ? Path.GetFileName(Path.GetDirectoryName(url.LocalPath)) ?? name
            : name;
    }

    // "2024" is all that ASCII keeps of a Japanese title, and says less than the page's folder does.
    private static bool IsMostlyLatin(string title)
    {
        int kept = 0, lost = 0;
        foreach (var rune in title.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            kept += rune.IsAscii && Rune.IsLetterOrDigit(rune) ? 1 : 0;
            lost += !rune.IsAscii && Rune.IsLetterOrDigit(rune) ? 1 : 0;
        }

        return kept > lost;
    }

    private static string Clean(string text)
    {
        var slug = new StringBuilder(MaxLength);
        foreach (var rune in text.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (rune.IsAscii && Rune.IsLetterOrDigit(rune))
            {
                slug.Append((char)Rune.ToLowerInvariant(rune).Value);
            }
            else if (slug.Length > 0 && slug[^1] != '-' && !IsInsideWord(rune))
            {
                slug.Append('-');
            }
        }

        if (slug.Length > MaxLength)
        {
            var cut = slug.ToString(0, MaxLength + 1).LastIndexOf('-');
            slug.Length = cut > MaxLength / 2 ? cut : MaxLength;
        }

        return slug.ToString().Trim('-');
    }

    private static bool IsInsideWord(Rune rune) =>
        rune.Value is '\'' or 0x2019 || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark;
}
