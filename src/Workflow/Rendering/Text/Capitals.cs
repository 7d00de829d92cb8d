using Gpu.Workflow.Wording;
using System.Text;

namespace Gpu.Workflow.Rendering.Text;

/// <summary>Headlines in capitals.</summary>
internal static class Capitals
{
    // Their i is not that of others.
    private static readonly string[] Dotted = ["tr", "az"];

    /// <summary>The text in capitals, letter for letter; as it is where it is of a script without capitals, or would change its length.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">BCP 47 tag.</param>
    public static string Of(string text, string language)
    {
        var latin = text.EnumerateRunes().Where(Rune.IsLetter).All(static r => r.Value < 0x250);
        return latin && !text.Contains('ß', StringComparison.Ordinal) && !Dotted.Contains(LanguageTag.First(language)) ? text.ToUpperInvariant() : text;
    }
}
