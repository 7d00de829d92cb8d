using Gpu.Workflow.Extraction;
using Gpu.Workflow.Suggestions.Edits;
using Gpu.Workflow.Wording;

namespace Gpu.Workflow.Suggestions.Words;

/// <summary>What the words of a page are measured against: its language, its own text, and what edits made of it.</summary>
internal sealed class PageWords
{
    private readonly IReadOnlyDictionary<string, SuggestionEdit> _edits;
    private readonly string _said;

    public PageWords(PageContent content, IReadOnlyDictionary<string, SuggestionEdit> edits)
    {
        _edits = edits;
        Language = LanguageTag.First(content.Language);
        _said = string.Join('\n', ((string?[])[content.Title, content.Description, content.CallToAction, content.Text, .. content.Images.Select(i => i.Alt)]).Select(Terms.Tidy));
    }

    /// <summary>The language's two letters; empty where unknown.</summary>
    public string Language { get; }

    /// <summary>A text with what an edit made of it.</summary>
    public PageText Rewrite(string id, string text) => _edits.GetValueOrDefault(id)?.Text is { } other && other != text
        ? new PageText(id, other, text, !Has(other))
        : new PageText(id, text, null, !Has(text));

    /// <summary>Whether the page says it: as it stands, the marks around it aside, which a cut puts there.</summary>
    public bool Has(string text) => _said.Contains(text.TrimStart('"', '“', '„', '«', '「', '『').TrimEnd('.', '。', '"', '”', '“', '»', '」', '』'), StringComparison.Ordinal);
}

/// <summary>A text of a page, as it is suggested.</summary>
/// <param name="Id">Its id, made of the page's words.</param>
/// <param name="Text">The words.</param>
/// <param name="Original">The words before an edit; null where there was none.</param>
/// <param name="Composed">Whether the page does not say it so.</param>
internal sealed record PageText(string Id, string Text, string? Original, bool Composed)
{
    /// <summary>The terms of the words.</summary>
    public HashSet<string> Terms { get; } = Wording.Terms.Of(Text);

    /// <summary>The candidate with its features.</summary>
    public Candidate Candidate(float[] features) => new(Id, Text, features) { Original = Original, Composed = Composed, Seconds = Math.Round(SpokenTime.Seconds(Text), 2) };
}
