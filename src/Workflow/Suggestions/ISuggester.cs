using Gpu.Workflow.Extraction;
using Gpu.Workflow.Suggestions.Edits;

namespace Gpu.Workflow.Suggestions;

/// <summary>The second stage: content becomes scored suggestions.</summary>
public interface ISuggester
{
    /// <summary>Proposes and scores, all candidates, the best of each kind first.</summary>
    /// <param name="content">The page.</param>
    /// <param name="edits">What a person changed; null for nothing. Those for other pages are passed over.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="EditError">An edit has an id that is none of the page's.</exception>
    Task<IReadOnlyList<Suggestion>> SuggestAsync(PageContent content, SuggestionEdits? edits = null, CancellationToken cancellationToken = default);
}
