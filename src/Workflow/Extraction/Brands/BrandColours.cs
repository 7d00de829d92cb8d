using AngleSharp.Html.Dom;
using Gpu.Workflow.Extraction.Metadata;

namespace Gpu.Workflow.Extraction.Brands;

/// <summary>Finds the colours that a page calls its own.</summary>
internal static class BrandColours
{
    private const int Most = 6;

    // Between the greatest and the least channel: less is a gray to the eye, and no brand is told by it.
    private const int LeastColour = 24;

    // What the most used generator of favicons writes unless it is told a colour.
    private const string GeneratedMask = "#5bbad5";
    private const string GeneratedTile = "#da532c";

    /// <summary>Finds them: colours before grays, and among them by source.</summary>
    /// <param name="document">The page.</param>
    /// <param name="meta">Its meta elements.</param>
    /// <param name="files">What it says in files of their own.</param>
    public static IReadOnlyList<BrandColour> Find(IHtmlDocument document, MetaTags meta, DesignFiles files)
    {
        var found = ThemeColours(document).Select(static text => (CssColour.Parse(text), BrandColourSource.ThemeColour))
            .Concat(StyleColours.Find([.. document.QuerySelectorAll("style").Select(static sheet => sheet.TextContent), .. files.Sheets]).Select(static c => ((((byte, byte, byte)?)c), BrandColourSource.Style)))
            .Concat(document.QuerySelectorAll("link[rel~=mask-icon][color]").Select(static link => (CssColour.Parse(link.GetAttribute("color")!), BrandColourSource.MaskIcon)))
            .Concat(meta.All("msapplication-TileColor").Select(static text => (CssColour.Parse(text), BrandColourSource.TileColour)))
            .Append((files.Theme is { } theme ? CssColour.Parse(theme) : null, BrandColourSource.Manifest));
        return [.. found
            .Where(static pair => pair.Item1 is not null)
            .Select(static pair => (Colour: pair.Item1!.Value, Source: pair.Item2))
            .OrderBy(static pair => IsGray(pair.Colour))
            .Select(static pair => new BrandColour(Hex(pair.Colour), pair.Source))
            .Where(static colour => colour is not ({ Hex: GeneratedMask, Source: BrandColourSource.MaskIcon } or { Hex: GeneratedTile, Source: BrandColourSource.TileColour }))
            .DistinctBy(static colour => colour.Hex)
            .Take(Most)];
    }

    // One for the dark is what the page looks like at night, not what it is known by.
    private static IEnumerable<string> ThemeColours(IHtmlDocument document) => document.QuerySelectorAll("meta[name=theme-color i][content]")
        .OrderBy(static meta => meta.GetAttribute("media")?.Contains("dark", StringComparison.OrdinalIgnoreCase) == true)
        .Select(static meta => meta.GetAttribute("content")!);

    /// <summary>Whether one of some colours is more than a gray.</summary>
    public static bool Any(IReadOnlyList<BrandColour> colours) => colours.Any(static colour => CssColour.Parse(colour.Hex) is { } c && !IsGray(c));

    private static bool IsGray((byte Red, byte Green, byte Blue) c) => Math.Max(c.Red, Math.Max(c.Green, c.Blue)) - Math.Min(c.Red, Math.Min(c.Green, c.Blue)) < LeastColour;

    private static string Hex((byte Red, byte Green, byte Blue) c) => FormattableString.Invariant($"#{c.Red:x2}{c.Green:x2}{c.Blue:x2}");
}
