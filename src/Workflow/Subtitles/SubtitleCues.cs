using Gpu.Workflow.Sound;
using Gpu.Workflow.Storyboards;

namespace Gpu.Workflow.Subtitles;

/// <summary>When the words of an ad are read as subtitles.</summary>
internal static class SubtitleCues
{
    // Shorter than this nobody reads; a reader needs a moment more than a voice.
    private const double Shortest = 0.8;
    private const double Linger = 0.4;
    private const double Gap = 0.04;

    /// <summary>The cues of an ad in order, none over another: what is said, when it is said; without a voice what is seen.</summary>
    /// <param name="board">The storyboard.</param>
    /// <param name="lines">What the voice says.</param>
    public static IReadOnlyList<SubtitleCue> Of(Storyboard board, IReadOnlyList<SpokenLine> lines)
    {
        var said = lines.Count > 0
            ? lines.Select(static l => (l.Text, l.Start, End: l.Start + l.Duration, Line: (SpokenLine?)l))
            : Seen(board);
        var cues = new List<SubtitleCue>();
        var parts = said.OrderBy(static s => s.Start).ToArray();
        for (var i = 0; i < parts.Length; i++)
        {
            var until = Math.Min(i + 1 < parts.Length ? parts[i + 1].Start - Gap : board.Duration, board.Duration);
            var start = Math.Max(parts[i].Start, cues.Count == 0 ? 0 : cues[^1].End);
            var end = Math.Min(until, Math.Max(parts[i].End + (parts[i].Line is null ? 0 : Linger), start + Shortest));
            Add(cues, SubtitleText.Clean(parts[i].Text), start, end, parts[i].Line);
        }

        return cues;
    }

    private static IEnumerable<(string Text, double Start, double End, SpokenLine? Line)> Seen(Storyboard board) =>
        board.Captions
            .GroupBy(static c => c.Role is CaptionRole.Headline or CaptionRole.Line ? c.Start : double.PositiveInfinity)
            .SelectMany(static g => double.IsFinite(g.Key)
                ? g.Select(static c => (c.Text, c.Start, c.Start + c.Duration, (SpokenLine?)null))
                // Price and request stand together on the last card: they are read together.
                : [(string.Join(" – ", g.Select(static c => c.Text)), g.Min(static c => c.Start), g.Max(static c => c.Start + c.Duration), null)]);

    // A long line has several screens, each as long as its share, from the voice's own words where it tells of them.
    private static void Add(List<SubtitleCue> cues, string text, double start, double end, SpokenLine? line)
    {
        if (text.Length == 0 || end <= start)
        {
            return;
        }

        var screens = SubtitleText.Screens(text);
        var total = screens.Sum(static s => s.Sum(PlanWords.Weight));
        var (before, position) = (0.0, 0);
        var starts = new List<double>(screens.Count);
        foreach (var screen in screens)
        {
            var at = start + ((end - start) * before / Math.Max(1, total));
            if (line is { Words.Count: > 0 } && line.Text.Length == text.Length && line.Words.FirstOrDefault(w => w.Position >= position) is { Length: > 0 } word)
            {
                at = line.Start + word.Start;
            }

            starts.Add(starts.Count == 0 ? start : Math.Clamp(at, starts[^1] + Gap, Math.Max(starts[^1] + Gap, end - Gap)));
            before += screen.Sum(PlanWords.Weight);
            position = text.IndexOf(screen[^1], position, StringComparison.Ordinal) is var found and >= 0 ? found + screen[^1].Length : position;
        }

        for (var i = 0; i < screens.Count; i++)
        {
            var until = i + 1 < screens.Count ? starts[i + 1] : end;
            if (until > starts[i])
            {
                cues.Add(new SubtitleCue(starts[i], until, screens[i]));
            }
        }
    }
}
