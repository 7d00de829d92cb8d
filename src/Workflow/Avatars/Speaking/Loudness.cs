using Gpu.Workflow.Sound;

namespace Gpu.Workflow.Avatars.Speaking;

/// <summary>How loud a narration is, frame by frame.</summary>
internal static class Loudness
{
    // Longer than a period of a deep voice, shorter than a syllable.
    private const double Window = 0.05;

    // This part of a line's frames is not louder than what counts as its full loudness: a single burst sets no scale.
    private const double Full = 0.95;

    /// <summary>Loudness of each frame: 0 where nothing is said, 1 at the loudest of its line.</summary>
    /// <param name="narration">What is said.</param>
    /// <param name="frames">How many frames.</param>
    /// <param name="framesPerSecond">Frames a second.</param>
    public static float[] Of(Narration narration, int frames, int framesPerSecond)
    {
        var loudness = new float[frames];
        for (var i = 0; i < narration.Lines.Count; i++)
        {
            Add(narration.Lines[i], narration.Sounds[i], loudness, framesPerSecond);
        }

        return loudness;
    }

    private static void Add(SpokenLine line, VoiceSound sound, Span<float> loudness, int framesPerSecond)
    {
        var (first, end) = SpokenFrames.Of(line.Start, line.Start + line.Duration, loudness.Length, framesPerSecond);
        if (first == end)
        {
            return;
        }

        var levels = new double[end - first];
        for (var i = 0; i < levels.Length; i++)
        {
            levels[i] = Level(sound, ((first + i + 0.5) / framesPerSecond) - line.Start);
        }

        var sorted = (double[])levels.Clone();
        Array.Sort(sorted);
        var full = sorted[(int)((sorted.Length - 1) * Full)];
        for (var i = 0; full > 0 && i < levels.Length; i++)
        {
            loudness[first + i] = (float)Math.Min(1, levels[i] / full);
        }
    }

    // Root mean square, added in the order of time: the same on every machine.
    private static double Level(VoiceSound sound, double seconds)
    {
        var samples = sound.Samples.Span;
        var first = Math.Clamp((int)((seconds - (Window / 2)) * sound.Rate), 0, samples.Length);
        var end = Math.Clamp((int)((seconds + (Window / 2)) * sound.Rate), first, samples.Length);
        var sum = 0.0;
        foreach (var sample in samples[first..end])
        {
            sum += (double)sample * sample;
        }

        return end > first ? Math.Sqrt(sum / (end - first)) : 0;
    }
}
