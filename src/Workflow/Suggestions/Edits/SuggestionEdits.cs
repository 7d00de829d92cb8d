using Gpu.Workflow.Extraction;

namespace Gpu.Workflow.Suggestions.Edits;

/// <summary>What a person changed about suggestions: the content of a file for <c>--edits</c>. Its schema is docs/edits.schema.json.</summary>
public sealed record SuggestionEdits
{
    /// <summary>The version that this code reads.</summary>
    public const int CurrentVersion = 1;

    /// <summary>No edit.</summary>
    public static SuggestionEdits None { get; } = new();

    /// <summary>The edits, at most one for a suggestion of a page.</summary>
    public IReadOnlyList<SuggestionEdit> Edits { get; init; } = [];

    /// <summary>Reads a file.</summary>
    /// <param name="json">JSON text; comments and trailing commas are let through.</param>
    /// <exception cref="EditError">It is no JSON, has an unknown or missing member, or a value outside its range. The message names the path, the value and the bound.</exception>
    public static SuggestionEdits Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return EditReader.Read(json);
    }

    /// <summary>These edits and others; where both touch the same suggestion, the others count.</summary>
    /// <param name="others">The later ones.</param>
    public SuggestionEdits With(SuggestionEdits others)
    {
        ArgumentNullException.ThrowIfNull(others);
        return new SuggestionEdits { Edits = [.. Edits.Where(e => !others.Edits.Any(o => o.Id == e.Id && o.Page == e.Page)), .. others.Edits] };
    }

    /// <summary>Checks what a host put together, as <see cref="Read"/> checks a file.</summary>
    /// <exception cref="EditError">A value is outside its range, or two edits touch the same suggestion.</exception>
    public void Check()
    {
        for (var i = 0; i < Edits.Count; i++)
        {
            EditReader.Check(Edits[i], $"$.edits[{i}]", Edits.Take(i));
        }
    }

    /// <summary>The edits of a page by suggestion id; one that names the page goes before one for every page.</summary>
    internal Dictionary<string, SuggestionEdit> For(PageContent content) => Edits
        .Where(e => e.Page is null || e.Page == content.Source || e.Page == content.Url.ToString())
        .OrderBy(e => e.Page is null ? 0 : 1)
        .GroupBy(e => e.Id, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);
}
