using Gpu.Workflow.Sound;

namespace Gpu.Workflow.Avatars.Speaking;

/// <summary>The shape of the mouth in each frame.</summary>
internal static class MouthTrack
{
    private const int Kinds = (int)Viseme.Tongue + 1;

    // A closed mouth counts more than what is beside it in a frame: see MouthRuns.IsKey.
    private const double KeyWeight = 3;

    /// <summary>One shape a frame.</summary>
    /// <param name="narration">What is said.</param>
    /// <param name="loudness">Of each frame; see <see cref="Loudness"/>.</param>
    /// <param name="framesPerSecond">Frames a second.</param>
    /// <param name="random">What is left to chance.</param>
    /// <param name="unknown">Takes the symbols of sounds that are not known.</param>
    public static Viseme[] Of(Narration narration, ReadOnlySpan<float> loudness, int framesPerSecond, SeededRandom random, ISet<string> unknown)
    {
        var shapes = new Viseme[loudness.Length];
        foreach (var line in narration.Lines)
        {
            if (line.Phonemes.Count == 0)
            {
                LoudnessShapes.Write(line, loudness, shapes, framesPerSecond, ref random);
            }
            else
            {
                Write(SpeechShapes.Of(line, unknown), shapes, framesPerSecond);
            }
        }

        MouthRuns.Calm(shapes, framesPerSecond);
        MouthRuns.Between(shapes, framesPerSecond);
        return shapes;
    }

    // A frame has the shape that fills most of its time.
    private static void Write(List<MouthEvent> events, Span<Viseme> shapes, int framesPerSecond)
    {
        Span<double> shares = stackalloc double[Kinds];
        var next = 0;
        var (first, end) = SpokenFrames.Of(events[0].Start, events[^1].Start, shapes.Length, framesPerSecond);
        for (var frame = first; frame < end; frame++)
        {
            var (from, to) = ((double)frame / framesPerSecond, (double)(frame + 1) / framesPerSecond);
            shares.Clear();
            while (next + 1 < events.Count && events[next + 1].Start <= from)
            {
                next++;
            }

            for (var i = next; i < events.Count && events[i].Start < to; i++)
            {
                var until = i + 1 < events.Count ? events[i + 1].Start : double.PositiveInfinity;
                var share = Math.Min(to, until) - Math.Max(from, events[i].Start);
                shares[(int)events[i].Shape] += Math.Max(0, share) * (MouthRuns.IsKey(events[i].Shape) ? KeyWeight : 1);
            }

            var most = 0;
            for (var kind = 1; kind < Kinds; kind++)
            {
                most = shares[kind] > shares[most] ? kind : most;
            }

            shapes[frame] = (Viseme)most;
        }
    }
}
