using Gpu.Workflow.Wording;

namespace Gpu.Workflow.Storyboards;

/// <summary>Pairs shots with the pictures that belong to their words.</summary>
internal static class PlanPairing
{
    // Two texts that share less than this share it by chance.
    private const double Likeness = 0.12;

    /// <summary>
    /// A picture for each shot: the best for the opening, then, most alike first, pictures whose description speaks of the
    /// shot's words, then those left in their order, then again those seen longest ago.
    /// </summary>
    /// <param name="words">The words under each shot.</param>
    /// <param name="pictures">The pictures, the best first; at least one.</param>
    /// <returns>Indices of pictures.</returns>
    public static int[] Pair(IReadOnlyList<string> words, IReadOnlyList<PlanPicture> pictures)
    {
        if (pictures.Count <= 2)
        {
            // Alternating is all that keeps a picture from following itself.
            return [.. Enumerable.Range(0, words.Count).Select(i => i % pictures.Count)];
        }

        var chosen = new int[words.Count];
        Array.Fill(chosen, -1);
        var used = new bool[pictures.Count];
        Take(0, 0);
        var pairs =
            from shot in Enumerable.Range(1, words.Count - 1)
            let terms = Terms.Of(words[shot])
            from picture in Enumerable.Range(0, pictures.Count)
            let likeness = Terms.Similarity(terms, pictures[picture].Terms)
            where likeness >= Likeness
            orderby likeness descending, shot, picture
            select (shot, picture);
        foreach (var (shot, picture) in pairs)
        {
            if (chosen[shot] < 0 && !used[picture])
            {
                Take(shot, picture);
            }
        }

        for (var shot = 0; shot < chosen.Length; shot++)
        {
            if (chosen[shot] < 0)
            {
                var free = Array.IndexOf(used, false);
                Take(shot, free >= 0 ? free : Again(chosen, shot, pictures.Count));
            }
        }

        return chosen;

        void Take(int shot, int picture)
        {
            chosen[shot] = picture;
            used[picture] = true;
        }
    }

    // The picture whose nearest other showing is farthest away: never the neighbour's, where there are two or more.
    private static int Again(int[] chosen, int shot, int pictures) =>
        Enumerable.Range(0, pictures).MaxBy(p => Enumerable.Range(0, chosen.Length).Where(s => chosen[s] == p).Min(s => Math.Abs(s - shot)));
}
