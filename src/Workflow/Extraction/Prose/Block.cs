using AngleSharp.Dom;

namespace Gpu.Workflow.Extraction.Prose;

/// <summary>A run of text that a reader sees as one: a paragraph, a heading, an item of a list, a cell.</summary>
/// <param name="Text">Its words, white space tidied.</param>
/// <param name="LinkLength">How many of its characters are inside links.</param>
/// <param name="Element">The nearest element that makes it a block.</param>
internal sealed record Block(string Text, int LinkLength, IElement Element)
{
    /// <summary>Length in letters, see <see cref="Markup.Words.Weight"/>.</summary>
    public int Weight { get; } = Markup.Words.Weight(Text);

    /// <summary>The share of its characters that are inside links, 0 to 1.</summary>
    public double LinkDensity => (double)LinkLength / Math.Max(Text.Length, 1);

    /// <summary>1 to 6 for headings, else 0.</summary>
    public int HeadingLevel { get; } = Element.LocalName is ['h', >= '1' and <= '6'] ? Element.LocalName[1] - '0' : 0;

    /// <summary>Whether it reads as running text: a sentence or more, not a list of links.</summary>
    public bool IsProse => HeadingLevel == 0 && LinkDensity < .4 && (Weight >= 80 || (Weight >= 25 && Markup.Words.EndsSentence(Text)));
}
