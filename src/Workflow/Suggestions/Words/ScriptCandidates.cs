using Gpu.Runtime.Scheduling;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Suggestions.Ranking;
using Gpu.Workflow.Wording;

namespace Gpu.Workflow.Suggestions.Words;

/// <summary>The sentences of a page that could be lines of its ad.</summary>
internal static class ScriptCandidates
{
    private const int Most = 400;

    // About ten words at 150 a minute: a picture is seen for three to five seconds.
    private const double BestSeconds = 3.8;
    private const double SecondsSpread = 1.7;

    // The place of this feature in SuggestionFeatures.Script.
    private const int Standalone = 9;

    private const float LeastShare = 0.7f;
    private const float LeastFreedom = 0.5f;

    // An answer is half of what was asked.
    private const float OfAnswer = 0.4f;

    /// <summary>The name before the number of their ids.</summary>
    public const string Prefix = "script";

    /// <summary>Whether a line may be said after others that are better: it is not half a thought, and not much worse.</summary>
    public static bool IsWorthwhile(Candidate line, float score, float best) => line.Features[Standalone] >= LeastFreedom && score >= LeastShare * best;

    /// <summary>Finds and measures them.</summary>
    public static async Task<TextSet> FindAsync(PageContent content, PageWords words, IComputeEngine engine, CancellationToken cancellationToken)
    {
        var ids = new SuggestionIds();
        var read = Read(content.Text, words.Language).Take(Most).ToList();
        var lines = read.ConvertAll(line => words.Rewrite(ids.Of(Prefix, line.Text), line.Text));
        var vectors = TermVectors.Of(lines.ConvertAll(l => l.Terms));
        var title = Terms.Of($"{content.Title} {content.Description}");
        var measures = await SentenceMeasures.MeasureAsync(engine, vectors, title, cancellationToken).ConfigureAwait(false);
        return new TextSet([.. lines.Select((line, i) => line.Candidate(
        [
            1f / (1 + (i / 4f)),
            measures.Title[i],
            measures.Centrality[i],
            TextMeasures.Bell(SpokenTime.Seconds(line.Text), BestSeconds, SecondsSpread),
            TextMeasures.Numbers(line.Text),
            TextMeasures.Proof(line.Text),
            TextMeasures.Benefit(line.Text),
            TextMeasures.Readability(line.Text),
            Sentences.IsWhole(line.Text) ? 1 : 0,
            Math.Min(TextMeasures.Standalone(line.Text, words.Language), read[i].Answers ? OfAnswer : 1),
            TextMeasures.Speakable(line.Text),
        ]))], vectors);
    }

    private static IEnumerable<(string Text, bool Answers)> Read(string text, string language)
    {
        var asked = false;
        var said = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var paragraph in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var sentence in Quotations.Mark(Sentences.Split(Terms.Tidy(paragraph))))
            {
                if (SpokenLine.Of(sentence, language) is { } line && SpokenLine.SaysSomething(line) && said.Add(line))
                {
                    yield return (line, asked);
                }

                asked = sentence[^1] is '?' or '？' or '؟';
            }
        }
    }
}
