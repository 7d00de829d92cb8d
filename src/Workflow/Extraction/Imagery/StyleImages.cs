using System.Text.RegularExpressions;

namespace Gpu.Workflow.Extraction.Imagery;

/// <summary>Addresses of background pictures in CSS.</summary>
internal static partial class StyleImages
{
    /// <summary>All <c>url(…)</c> of <c>background</c>, <c>background-image</c> and <c>content</c> in some CSS.</summary>
    public static IEnumerable<string> In(string css) =>
        Declaration().Matches(css).SelectMany(declaration => Url().Matches(declaration.Groups["value"].Value)).Select(match => match.Groups["url"].Value.Trim());

    /// <summary>Rules with a picture: the selector, and the addresses.</summary>
    public static IEnumerable<(string Selector, string Address)> Rules(string sheet)
    {
        foreach (Match rule in Rule().Matches(Comment().Replace(sheet, "")))
        {
            foreach (var address in In(rule.Groups["body"].Value))
            {
                yield return (rule.Groups["selector"].Value.Trim(), address);
            }
        }
    }

    [GeneratedRegex(@"(?:background(?:-image)?|content)\s*:(?<value>(?:[^;}""'(]|""[^""]*""|'[^']*'|\([^)]*\))*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"url\(\s*[""']?(?<url>[^""')]+)[""']?\s*\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Url();

    [GeneratedRegex(@"(?<selector>[^{}]+)\{(?<body>[^{}]*)\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Rule();

    [GeneratedRegex(@"/\*([^*]|\*+[^*/])*\*+/", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Comment();
}
