using Gpu.Workflow.Wording;

namespace Gpu.Workflow.Suggestions.Words;

/// <summary>What could stand on the screen while a line is said: all of it, or its first clause where that says enough.</summary>
internal static class CaptionCandidates
{
    private const double Glance = 9;
    private const double ShortestClause = 3;
    private const double BestLength = 7;
    private const double LengthSpread = 5;

    /// <summary>Finds and measures them.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="scores">Their scores.</param>
    /// <param name="words">The page's words.</param>
    public static List<Candidate> Find(IReadOnlyList<Candidate> lines, IReadOnlyList<float> scores, PageWords words)
    {
        var captions = new List<Candidate>();
        var most = scores.DefaultIfEmpty(0).Max();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var key = line.Id[(ScriptCandidates.Prefix.Length + 1)..];
            Add(line, $"caption-{key}", line.Text, i);
            if (Terms.Count(line.Text) > Glance && Clauses.First(line.Text, words.Language, ShortestClause, static t => Terms.Count(t) <= Glance) is { } clause)
            {
                Add(line, $"caption-{key}-short", clause, i);
            }
        }

        return captions;

        void Add(Candidate line, string id, string text, int i)
        {
            var caption = words.Rewrite(id, text);
            var part = Terms.Count(caption.Text) / Math.Max(1, Terms.Count(line.Text));
            captions.Add(caption.Candidate(
            [
                most > 0 ? Math.Clamp(scores[i] / most, 0, 1) : 0,
                (float)Math.Min(1, part),
                TextMeasures.Bell(Terms.Count(caption.Text), BestLength, LengthSpread),
                TextMeasures.Readability(caption.Text),
            ]) with
            { For = line.Id, Group = line.Id, Seconds = Math.Round(Storyboards.PlanWords.Time(caption.Text, spoken: false), 2) });
        }
    }
}
