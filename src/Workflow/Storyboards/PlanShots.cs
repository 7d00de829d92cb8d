using Gpu.Workflow.Wording;

namespace Gpu.Workflow.Storyboards;

/// <summary>Cuts segments into shots, finds each a picture and a move.</summary>
internal static class PlanShots
{
    private const double LongestShot = 5;
    private const double ShortestShot = 2.2;

    /// <summary>The shots of an ad.</summary>
    /// <param name="segments">What is said when.</param>
    /// <param name="pictures">The pictures, the best first.</param>
    /// <param name="transition">How they give way to each other.</param>
    /// <param name="options">The frame, and what is left to chance.</param>
    public static IReadOnlyList<Shot> Make(IReadOnlyList<PlanSegment> segments, IReadOnlyList<PlanPicture> pictures, PlanTransition transition, StoryboardOptions options)
    {
        var cuts = Cut(segments, pictures.Count);
        var chosen = pictures.Count == 0 ? [] : PlanPairing.Pair([.. cuts.Where(c => c.Kind != PlanSegmentKind.Closing).Select(c => c.Text)], pictures);
        var shown = new int[pictures.Count];
        var firstTurn = new int[pictures.Count];
        var shots = new List<Shot>(cuts.Count);
        var turn = Turn(options.Seed);
        for (var i = 0; i < cuts.Count; i++, turn++)
        {
            // Directions alternate from shot to shot, and for each picture from showing to showing.
            var after = i + 1 < cuts.Count ? transition.Between(cuts[i], cuts[i + 1]) : 0;
            var shot = new Shot
            {
                Start = cuts[i].Start,
                Duration = Seconds(cuts[i].Duration + after),
                Transition = i == 0 ? null : new ShotTransition(transition.Kind(cuts, i), transition.Between(cuts[i - 1], cuts[i])),
            };
            // The only picture again and again would tire: every other thought stands on a card.
            if (cuts[i].Kind == PlanSegmentKind.Closing || pictures.Count == 0 || (pictures.Count == 1 && Thought(cuts, i) % 2 == 1))
            {
                var (from, to) = PlanMotion.Card(turn);
                shots.Add(shot with { From = from, To = to });
            }
            else
            {
                var picture = pictures[chosen[i]];
                var showing = shown[chosen[i]]++;
                firstTurn[chosen[i]] = showing == 0 ? turn : firstTurn[chosen[i]];
                var (fit, from, to) = PlanMotion.Plan(picture.Size, picture.Focus, options.Width, options.Height, shot.Duration, firstTurn[chosen[i]] + showing, showing);
                shots.Add(shot with { Picture = picture.Image.Url.OriginalString, Alt = Terms.Tidy(picture.Image.Alt), Fit = fit, From = from, To = to });
            }
        }

        return shots;
    }

    private static int Thought(List<PlanSegment> cuts, int shot) => Enumerable.Range(1, shot).Count(i => cuts[i].Text != cuts[i - 1].Text);

    // A segment has as many shots as keep each lively; where pictures are left, more, as long as each can be taken in.
    private static List<PlanSegment> Cut(IReadOnlyList<PlanSegment> segments, int pictures)
    {
        var counts = segments.Select(s => s.Kind == PlanSegmentKind.Closing ? 1 : Math.Max(1, (int)Math.Ceiling((s.Duration / LongestShot) - 0.1))).ToArray();
        while (counts.Sum() - (segments[^1].Kind == PlanSegmentKind.Closing ? 1 : 0) < pictures)
        {
            var longest = Enumerable.Range(0, segments.Count).Where(i => segments[i].Kind != PlanSegmentKind.Closing).MaxBy(i => segments[i].Duration / counts[i]);
            if (segments[longest].Duration / (counts[longest] + 1) < ShortestShot)
            {
                break;
            }

            counts[longest]++;
        }

        var cuts = new List<PlanSegment>();
        for (var i = 0; i < segments.Count; i++)
        {
            var start = segments[i].Start;
            for (var k = 1; k <= counts[i]; k++)
            {
                var end = k == counts[i] ? segments[i].End : PlanTiming.Round(segments[i].Start + (segments[i].Duration * k / counts[i]));
                cuts.Add(segments[i] with { Start = start, Duration = end - start });
                start = end;
            }
        }

        return cuts;
    }

    /// <summary>To microseconds: takes off what sums of hundredths leave.</summary>
    public static double Seconds(double value) => Math.Round(value, 6);

    private static int Turn(int seed) => (int)(((uint)seed * 2654435769u) >> 29);
}
