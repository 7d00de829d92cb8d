namespace Gpu.Workflow.Storyboards;

/// <summary>A stretch of the ad under one thought.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Text">Its words; those of a closing card stand in the script.</param>
/// <param name="Start">Seconds from the ad's start.</param>
/// <param name="Duration">Seconds.</param>
internal readonly record struct PlanSegment(PlanSegmentKind Kind, string Text, double Start, double Duration)
{
    /// <summary>Where it ends.</summary>
    public double End => Start + Duration;
}

/// <summary>What a stretch of the ad is for.</summary>
internal enum PlanSegmentKind
{
    Hook,
    Line,
    Closing,
}

/// <summary>Divides the ad's time by what there is to read.</summary>
internal static class PlanTiming
{
    // A segment's words come in while its picture still fades in, and are gone when the next one begins.
    private const double Entry = 0.4;
    private const double ShortestSegment = 1.6;
    private const double ShortestClosing = 2.2;
    private const double LongestClosing = 5;

    /// <summary>Divides <paramref name="duration"/> among hook, as many lines as fit, the best first, and closing card.</summary>
    public static IReadOnlyList<PlanSegment> Divide(PlanScript script, double duration, bool spoken)
    {
        var hook = Math.Max(ShortestSegment, PlanWords.Time(script.Headline, spoken) + Entry);
        var closing = Math.Max(ShortestClosing, PlanWords.Time($"{script.Price} {script.CallToAction ?? script.Brand}", spoken: false) + Entry);
        closing = spoken && script.CallToAction is { } call ? Math.Max(closing, PlanWords.SpeakingTime(call) + Entry) : closing;
        if (duration < 2 * ShortestSegment * 0.85)
        {
            return [new PlanSegment(PlanSegmentKind.Hook, script.Headline, 0, duration)];
        }

        if (hook + closing >= duration)
        {
            // Too short for both to be read at leisure: each gives way by its share, none below what an eye needs.
            var least = Math.Min(ShortestSegment, duration / 2);
            var first = Round(Math.Clamp(duration * hook / (hook + closing), least, duration - least));
            return [new PlanSegment(PlanSegmentKind.Hook, script.Headline, 0, first), new PlanSegment(PlanSegmentKind.Closing, "", first, duration - first)];
        }

        var lines = Choose(script.Lines, duration - hook - closing, spoken);
        var needs = new List<double> { hook };
        needs.AddRange(lines.Select(line => Need(line, spoken)));
        needs.Add(closing);
        Stretch(needs, duration);
        return Lay(script, lines, needs, duration);
    }

    private static double Need(string line, bool spoken) => Math.Max(ShortestSegment, PlanWords.Time(line, spoken) + Entry);

    private static List<string> Choose(IReadOnlyList<(string Text, float Score)> lines, double room, bool spoken)
    {
        var chosen = new HashSet<int>();

        // A long line has to be worth the time of those that it keeps out, yet not all of it: short ones alone say little.
        foreach (var i in Enumerable.Range(0, lines.Count).OrderByDescending(i => lines[i].Score / Math.Sqrt(Need(lines[i].Text, spoken))))
        {
            var need = Need(lines[i].Text, spoken);
            if (need <= room)
            {
                room -= need;
                chosen.Add(i);
            }
        }

        return [.. chosen.Order().Select(i => lines[i].Text)];
    }

    // What is left over goes to all in proportion, but a closing card is not worth more than a few seconds.
    private static void Stretch(List<double> needs, double duration)
    {
        var last = needs.Count - 1;
        needs[last] = Math.Min(needs[last] * duration / needs.Sum(), Math.Max(LongestClosing, needs[last]));
        var rest = (duration - needs[last]) / needs.Take(last).Sum();
        for (var i = 0; i < last; i++)
        {
            needs[i] *= rest;
        }
    }

    private static List<PlanSegment> Lay(PlanScript script, List<string> lines, List<double> lengths, double duration)
    {
        var segments = new List<PlanSegment>(lengths.Count);
        var (start, exact) = (0.0, 0.0);
        for (var i = 0; i < lengths.Count; i++)
        {
            exact += lengths[i];
            var end = i == lengths.Count - 1 ? duration : Round(exact);
            var (kind, text) = i == 0 ? (PlanSegmentKind.Hook, script.Headline)
                : i == lengths.Count - 1 ? (PlanSegmentKind.Closing, "") : (PlanSegmentKind.Line, lines[i - 1]);
            segments.Add(new PlanSegment(kind, text, start, end - start));
            start = end;
        }

        return segments;
    }

    /// <summary>To hundredths of a second: times that people can read.</summary>
    public static double Round(double seconds) => Math.Round(seconds, 2, MidpointRounding.AwayFromZero);
}
