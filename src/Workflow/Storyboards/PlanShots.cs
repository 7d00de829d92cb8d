using Gpu.Kernels.Video;
using Gpu.Workflow.Wording;

namespace Gpu.Workflow.Storyboards;

/// <summary>Cuts segments into shots, finds each a picture and a move.</summary>
internal static class PlanShots
{
    private const double LongestShot = 5;
    private const double ShortestShot = 2.2;
    private const double LongestFade = 0.5;

    /// <summary>The shots of an ad.</summary>
    /// <param name="segments">What is said when.</param>
    /// <param name="pictures">The pictures, the best first.</param>
    /// <param name="options">The frame, and what is left to chance.</param>
    /// <param name="rightToLeft">The direction of reading.</param>
    public static IReadOnlyList<Shot> Make(IReadOnlyList<PlanSegment> segments, IReadOnlyList<PlanPicture> pictures, StoryboardOptions options, bool rightToLeft)
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
            var after = i + 1 < cuts.Count ? Fade(cuts[i], cuts[i + 1]) : 0;
            var shot = new Shot
            {
                Start = cuts[i].Start,
                Duration = Seconds(cuts[i].Duration + after),
                Transition = i == 0 ? null : new ShotTransition(Kind(cuts, i, rightToLeft), Fade(cuts[i - 1], cuts[i])),
            };
            if (cuts[i].Kind == PlanSegmentKind.Closing || pictures.Count == 0)
            {
                var (from, to) = PlanMotion.Card(turn);
                shots.Add(shot with { From = from, To = to });
            }
            else
            {
                var picture = pictures[chosen[i]];
                var showing = shown[chosen[i]]++;
                firstTurn[chosen[i]] = showing == 0 ? turn : firstTurn[chosen[i]];
                var (fit, from, to) = PlanMotion.Plan(picture.Size, options.Width, options.Height, shot.Duration, firstTurn[chosen[i]] + showing, showing);
                shots.Add(shot with { Picture = picture.Image.Url.OriginalString, Alt = Terms.Tidy(picture.Image.Alt), Fit = fit, From = from, To = to });
            }
        }

        return shots;
    }

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

    // Fades, as they carry the eye; a soft edge in the direction of reading now and then, where new words begin; and through
    // black to the closing card.
    private static string Kind(List<PlanSegment> cuts, int i, bool rightToLeft)
    {
        if (cuts[i].Kind == PlanSegmentKind.Closing)
        {
            return TransitionNames.Of(Transition.FadeBlack);
        }

        var turning = cuts[i].Text != cuts[i - 1].Text && i % 3 == 2;
        return TransitionNames.Of(!turning ? Transition.Fade : rightToLeft ? Transition.SmoothRight : Transition.SmoothLeft);
    }

    private static double Fade(PlanSegment before, PlanSegment shot) =>
        Math.Min(LongestFade, Math.Max(0.01, PlanTiming.Round(0.3 * Math.Min(before.Duration, shot.Duration))));

    /// <summary>To microseconds: takes off what sums of hundredths leave.</summary>
    public static double Seconds(double value) => Math.Round(value, 6);

    private static int Turn(int seed) => (int)(((uint)seed * 2654435769u) >> 29);
}
