using Gpu.Workflow.Extraction;

namespace Gpu.Workflow.Suggestions;

/// <summary>The second stage: content becomes scored suggestions.</summary>
public interface ISuggester
{
    /// <summary>Proposes and scores, all candidates, the best of each kind first.</summary>
    /// <param name="content">The page.</param>
    /// <param name="edits">Edit weights by suggestion id (see <see cref="Suggestion.Score"/>); null for none.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task<IReadOnlyList<Suggestion>> SuggestAsync(PageContent content, IReadOnlyDictionary<string, float>? edits = null, CancellationToken cancellationToken = default);
}
