namespace Gpu.Workflow.Suggestions.Edits;

/// <summary>Whether edits fit the suggestions of a page.</summary>
internal static class EditCheck
{
    private const int Shown = 24;

    /// <summary>Throws on the first edit that has nothing to change.</summary>
    /// <exception cref="EditError">An id is none of the page's, or the text of what has no words of its own is rewritten.</exception>
    public static void Check(IReadOnlyDictionary<string, SuggestionEdit> edits, IReadOnlyList<(string Id, SuggestionKind Kind)> known)
    {
        if (edits.Count == 0)
        {
            return;
        }

        var kinds = known.ToDictionary(k => k.Id, k => k.Kind, StringComparer.Ordinal);
        foreach (var edit in edits.Values)
        {
            if (!kinds.TryGetValue(edit.Id, out var kind))
            {
                if (edit.Optional)
                {
                    continue;
                }

                throw new EditError($"{edit.Path}.id", Unknown(edit.Id, known));
            }

            if (edit.Text is not null && !CanBeRewritten(kind))
            {
                throw new EditError($"{edit.Path}.text", $"\"{edit.Id}\" has no words that the ad shows or says, so that they cannot be rewritten; pin, drop or reweight it.");
            }
        }
    }

    /// <summary>Whether a kind has words that the ad shows or says.</summary>
    public static bool CanBeRewritten(SuggestionKind kind) => kind is SuggestionKind.Headline or SuggestionKind.Script or SuggestionKind.Caption or SuggestionKind.CallToAction or SuggestionKind.Image;

    // Those of the kind that was meant first.
    private static string Unknown(string id, IReadOnlyList<(string Id, SuggestionKind Kind)> known)
    {
        var prefix = id.Split('-')[0] + "-";
        var ids = known.Select(k => k.Id).OrderBy(k => k.StartsWith(prefix, StringComparison.Ordinal) ? 0 : 1).ToArray();
        var shown = string.Join(", ", ids.Take(Shown));
        var rest = ids.Length > Shown ? $" and {ids.Length - Shown} more" : "";
        return $"\"{id}\" is no suggestion of this page, which may have changed. It has {shown}{rest}; gpu suggest --json lists all. An edit meant for some pages of several says which (\"page\") or is \"optional\".";
    }
}
