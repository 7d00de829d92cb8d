using Gpu.Workflow.Rendering.Text;
using Gpu.Workflow.Sound;
using Gpu.Workflow.Storyboards;

namespace Gpu.Workflow.Rendering.Overlays;

/// <summary>When each word of a caption is said.</summary>
internal static class SpokenWords
{
    // Signs of a language without spaces that are said together, at most.
    private const int Signs = 6;
    private const float GoodBreak = 0.16f;

    /// <summary>The words of a caption, each until the next begins.</summary>
    /// <param name="caption">The caption.</param>
    /// <param name="text">Its words, cleaned.</param>
    /// <param name="lines">What the voice says.</param>
    public static IReadOnlyList<SpokenPart> Of(Caption caption, string text, IReadOnlyList<SpokenLine> lines)
    {
        var words = Cut(text);
        var line = lines.FirstOrDefault(l => l.Text == caption.Text && l.Start < caption.Start + caption.Duration && l.Start + l.Duration > caption.Start);
        var (start, end) = line is null ? (caption.Start, caption.Start + caption.Duration) : (line.Start, Math.Min(line.Start + line.Duration, caption.Start + caption.Duration));
        var starts = caption.Words is { } given ? [.. words.Select((_, i) => i < given.Count ? caption.Start + given[i] : double.NaN)]
            : line is { Words.Count: > 0 } ? Said(words, line, text)
            : line is not null ? Share(words, text, start, end)
            : [];
        var parts = new List<SpokenPart>(words.Count);
        for (var i = 0; i < starts.Length; i++)
        {
            if (double.IsNaN(starts[i]))
            {
                continue;
            }

            // A word that the voice does not tell of belongs to the one before it.
            var next = i + 1;
            while (next < starts.Length && double.IsNaN(starts[next]))
            {
                next++;
            }

            var until = next < starts.Length ? starts[next] : caption.Words is null ? end : caption.Start + caption.Duration;
            if (until > starts[i] && starts[i] < caption.Start + caption.Duration)
            {
                parts.Add(new SpokenPart(words[i].Start..words[next - 1].End, starts[i], Math.Min(until, caption.Start + caption.Duration) - starts[i]));
            }
        }

        return parts;
    }

    /// <summary>The words of a text: by its spaces, and where there are none by phrases.</summary>
    public static IReadOnlyList<Range> Cut(string text)
    {
        var costs = LineBreaks.Find(text);
        var words = new List<Range>();
        var start = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            var ends = i == text.Length || text[i] == ' ' || (text[i - 1] != ' ' && (costs[i] <= GoodBreak || (i - start >= Signs && !float.IsPositiveInfinity(costs[i]))));
            if (ends && i > start)
            {
                words.Add(start..i);
                start = i < text.Length && text[i] == ' ' ? i + 1 : i;
            }
        }

        return words;
    }

    private static double[] Said(IReadOnlyList<Range> words, SpokenLine line, string text)
    {
        // Cleaning takes out what is not seen, and so moves the rest; then words are counted.
        var same = line.Text.Length == text.Length;
        return [.. words.Select((word, i) =>
        {
            var said = same
                ? line.Words.Where(w => w.Position >= word.Start.Value && w.Position < word.End.Value).Select(static w => (double?)w.Start).Min()
                : i < line.Words.Count ? line.Words[i].Start : null;
            return said is { } seconds ? line.Start + seconds : double.NaN;
        })];
    }

    private static double[] Share(IReadOnlyList<Range> words, string text, double start, double end)
    {
        var total = words.Sum(w => PlanWords.Weight(text[w]));
        var before = 0.0;
        return [.. words.Select(w =>
        {
            var at = start + ((end - start) * before / total);
            before += PlanWords.Weight(text[w]);
            return at;
        })];
    }
}

/// <summary>A word as it is said.</summary>
/// <param name="Chars">Which chars of the text.</param>
/// <param name="Start">Seconds from the ad's start.</param>
/// <param name="Duration">Seconds.</param>
internal readonly record struct SpokenPart(Range Chars, double Start, double Duration);
