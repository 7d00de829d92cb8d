using Gpu.Workflow.Avatars.Speaking;
using Gpu.Workflow.Sound;

namespace Gpu.Workflow.Avatars.Moving;

/// <summary>The poses of a presenter, frame by frame: a function of the narration, the rate and the seed alone.</summary>
internal static class PoseTrack
{
    // Slow waves of lengths that have no common measure: a sway that never seems to repeat.
    private static readonly (double Seconds, double Part)[] Across = [(4.13, 0.0085), (2.37, 0.0045), (7.91, 0.006)];
    private static readonly (double Seconds, double Part)[] Down = [(3.29, 0.0035), (5.87, 0.003)];

    // Who listens moves less than who speaks.
    private const double Idle = 0.5;
    private const double Settling = 0.5;

    // Rings follow syllables, not the waves within them.
    private const double Pulse = 0.035;

    private const double NodSeconds = 0.42;
    private const double NodLead = 0.12;
    private const double NodDepth = 0.017;
    private const double BrowHeight = 0.014;
    private const double BrowSeconds = 0.55;

    /// <summary>The poses of all frames.</summary>
    /// <param name="narration">What is said.</param>
    /// <param name="frames">How many frames.</param>
    /// <param name="framesPerSecond">Frames a second.</param>
    /// <param name="seed">What is left to chance.</param>
    /// <param name="unknown">Takes the symbols of sounds that are not known.</param>
    public static Pose[] Of(Narration narration, int frames, int framesPerSecond, ulong seed, ISet<string> unknown)
    {
        var random = new SeededRandom(seed);
        var loudness = Loudness.Of(narration, frames, framesPerSecond);
        var mouths = MouthTrack.Of(narration, loudness, framesPerSecond, new SeededRandom(random.NextBits()), unknown);
        var eyes = new Eyes[frames];
        Blinks.Write(eyes, framesPerSecond, new SeededRandom(random.NextBits()));
        var accents = Accents.Of(loudness, framesPerSecond, new SeededRandom(random.NextBits()));
        var (nods, brows) = (new float[frames], new float[frames]);
        for (var i = 0; i < accents.Count; i++)
        {
            // A head goes down just before the syllable; brows go up with every other one.
            Bump(nods, framesPerSecond, ((double)accents[i] / framesPerSecond) - NodLead, NodSeconds, NodDepth * (0.6 + (0.4 * random.NextDouble())));
            Bump(brows, framesPerSecond, ((double)accents[i] / framesPerSecond) - NodLead, BrowSeconds, (i & 1) == 0 ? BrowHeight : BrowHeight / 3);
        }

        var (lively, voice) = (Follow(loudness, framesPerSecond, Settling), Follow(loudness, framesPerSecond, Pulse));
        var turns = new double[Across.Length + Down.Length];
        for (var i = 0; i < turns.Length; i++)
        {
            turns[i] = random.NextDouble();
        }

        var poses = new Pose[frames];
        for (var i = 0; i < frames; i++)
        {
            var (time, gain) = ((double)i / framesPerSecond, Idle + ((1 - Idle) * lively[i]));
            poses[i] = new Pose(
                mouths[i], eyes[i],
                (float)(gain * Sway(Across, turns, time)),
                (float)((gain * Sway(Down, turns.AsSpan(Across.Length), time)) + nods[i]),
                brows[i], voice[i]);
        }

        return poses;
    }

    private static double Sway(ReadOnlySpan<(double Seconds, double Part)> waves, ReadOnlySpan<double> turns, double time)
    {
        var sum = 0.0;
        for (var i = 0; i < waves.Length; i++)
        {
            sum += waves[i].Part * Sine.Of(turns[i] + (time / waves[i].Seconds));
        }

        return sum;
    }

    // Down and up again without a corner.
    private static void Bump(Span<float> track, int framesPerSecond, double start, double seconds, double height)
    {
        for (var i = Math.Max(0, (int)(start * framesPerSecond)); i < track.Length; i++)
        {
            var part = (((double)i / framesPerSecond) - start) / seconds;
            if (part >= 1)
            {
                break;
            }

            track[i] = Math.Max(track[i], (float)(height * (part < 0 ? 0 : part < 0.4 ? Sine.Ease(part / 0.4) : Sine.Ease((1 - part) / 0.6))));
        }
    }

    // Once forwards and once backwards, so that it is neither late nor early.
    private static float[] Follow(ReadOnlySpan<float> loudness, int framesPerSecond, double seconds)
    {
        var track = loudness.ToArray();
        var keep = (float)(seconds / (seconds + (1.0 / framesPerSecond)));
        for (var i = 1; i < track.Length; i++)
        {
            track[i] = (keep * track[i - 1]) + ((1 - keep) * track[i]);
        }

        for (var i = track.Length - 2; i >= 0; i--)
        {
            track[i] = (keep * track[i + 1]) + ((1 - keep) * track[i]);
        }

        return track;
    }
}
