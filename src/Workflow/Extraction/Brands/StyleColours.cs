using System.Text.RegularExpressions;

namespace Gpu.Workflow.Extraction.Brands;

/// <summary>The colours that style sheets name for the brand, by custom properties.</summary>
internal static partial class StyleColours
{
    private const int MaxSheet = 1 << 20;
    private const int MaxProperties = 2_000;
    private const int MaxSteps = 8;

    // What design systems call the colour that stands for the house, the most telling first.
    private static readonly string[] Names = ["brand", "primary", "accent", "theme", "main", "secondary"];

    // Of these properties a part is a colour on, over or behind the brand's, not the colour in its rest, or the colour of a tool (WordPress, players).
    private static readonly string[] Others =
        ["text", "on", "hover", "active", "focus", "disabled", "bg", "background", "border", "shadow", "contrast", "light", "lighter", "lightest", "dark", "darker", "darkest", "foreground", "fg", "ink", "inverse", "muted", "subtle", "link", "wp", "preset", "admin", "swiper", "plyr", "font", "size", "width", "height"];

    /// <summary>Finds them, the most telling first.</summary>
    /// <param name="sheets">The sheets' text.</param>
    public static IEnumerable<(byte Red, byte Green, byte Blue)> Find(IReadOnlyList<string> sheets)
    {
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var match in sheets.Where(static sheet => sheet.Length <= MaxSheet).SelectMany(static sheet => Property().Matches(sheet)).Take(MaxProperties))
        {
            // The first is that of the root; later ones are for the dark, for print, for a part of the page.
            properties.TryAdd(match.Groups["name"].Value, match.Groups["value"].Value.Trim());
        }

        return Named(properties).Concat(On(Button(), sheets, properties)).Concat(On(Head(), sheets, properties));
    }

    private static IEnumerable<(byte Red, byte Green, byte Blue)> Named(Dictionary<string, string> properties) => properties.Keys
        .Select(static name => (Name: name, Rank: Rank(name)))
        .Where(static pair => pair.Rank < Names.Length)
        .OrderBy(static pair => pair.Rank)
        .ThenBy(static pair => pair.Name.Length)
        .Select(pair => Resolve(properties, properties[pair.Name]))
        .OfType<(byte, byte, byte)>();

    // What the page wants to be clicked is painted in the brand's colour, and after it the head of the page.
    private static IEnumerable<(byte Red, byte Green, byte Blue)> On(Regex painted, IReadOnlyList<string> sheets, Dictionary<string, string> properties) => sheets
        .Where(static sheet => sheet.Length <= MaxSheet)
        .SelectMany(sheet => painted.Matches(sheet))
        .Take(MaxProperties)
        .Select(match => Resolve(properties, match.Groups["value"].Value))
        .OfType<(byte, byte, byte)>();

    private static int Rank(string name)
    {
        var parts = name.ToLowerInvariant().Split('-', '_');
        var rank = Array.FindIndex(Names, parts.Contains);
        return rank < 0 || parts.Any(Others.Contains) ? Names.Length : rank;
    }

    private static (byte Red, byte Green, byte Blue)? Resolve(Dictionary<string, string> properties, string value)
    {
        for (var step = 0; step < MaxSteps && Reference().Match(value) is { Success: true } to; step++)
        {
            value = properties.TryGetValue(to.Groups["name"].Value, out var next) ? next : to.Groups["or"].Value;
        }

        // Bootstrap and Tailwind keep bare channels: "13 110 253", "221 83% 53%".
        return CssColour.Parse(value) ?? (value.Contains('%', StringComparison.Ordinal) ? CssColour.Parse($"hsl({value})") : CssColour.Parse($"rgb({value})"));
    }

    [GeneratedRegex(@"--(?<name>[\w-]{1,80})\s*:\s*(?<value>[^;{}]{1,120})", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Property();

    private const string Painted = @"\s*\{[^{}]*background(-color)?\s*:\s*(?<value>#[0-9a-f]{3,8}|(rgb|hsl)a?\([^(){}]{1,60}\)|var\([^(){}]{1,80}\))";

    [GeneratedRegex(@"[.#\s-](btn|button|cta)(-primary)?" + Painted, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Button();

    [GeneratedRegex(@"(^|[\s,}.#-])(header|navbar|topbar|masthead)" + Painted, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Head();

    [GeneratedRegex(@"^var\(\s*--(?<name>[\w-]+)\s*(?:,\s*(?<or>[^;]*))?\)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Reference();
}
