namespace Gpu.Workflow.Sound.Effects;

/// <summary>The sound effects that there are.</summary>
internal static class SoundEffects
{
    /// <summary>The names of all.</summary>
    public static IReadOnlyList<string> Names { get; } = ["whoosh", "pop", "chime", "rise", "impact", "tick"];

    /// <summary>An effect.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <returns>The sound, and the sample of it that is to fall on the moment it marks.</returns>
    public static (SoundBuffer Sound, int Mark) Make(string name) => name switch
    {
        "whoosh" => (Sweep(0.7, 0.42, 0.2, 21), SoundBuffer.At(0.7 * 0.42)),
        "rise" => (Sweep(1.4, 0.92, 0.16, 22), SoundBuffer.At(1.4 * 0.92)),
        "pop" => (Tone(0.12, 420, 900, 0.035, 0.3), 0),
        "impact" => (Tone(0.5, 120, 42, 0.14, 0.6), 0),
        "tick" => (Tone(0.05, 2400, 1800, 0.008, 0.16), 0),
        "chime" => (Chime(), 0),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, $"There is no such sound effect; there are {string.Join(", ", Names)}."),
    };

    // Noise through a band that rises and falls, from left to right.
    private static SoundBuffer Sweep(double seconds, double peak, double gain, ulong seed)
    {
        var sound = new SoundBuffer(SoundBuffer.At(seconds));
        var random = new SeededRandom(seed);
        double low = 0, band = 0;
        for (var i = 0; i < sound.Length; i++)
        {
            var t = (double)i / sound.Length;
            var shape = t < peak ? t / peak : (1 - t) / (1 - peak);
            shape *= shape;
            // A state-variable filter: its frequency may move without a sound of its own.
            var f = 2 * Sine.Of((250 + (2600 * shape)) / SoundBuffer.Rate / 2);
            low += f * band;
            var high = random.NextNoise() - low - (0.9 * band);
            band += f * high;
            var value = band * shape * gain;
            sound.Left[i] = (float)(value * (1 - (0.6 * t)));
            sound.Right[i] = (float)(value * (0.4 + (0.6 * t)));
        }

        return sound;
    }

    private static SoundBuffer Tone(double seconds, double from, double to, double decay, double gain)
    {
        var sound = new SoundBuffer(SoundBuffer.At(seconds));
        var (phase, level) = (0.0, gain);
        for (var i = 0; i < sound.Length; i++)
        {
            var t = (double)i / sound.Length;
            phase += (from + ((to - from) * t)) / SoundBuffer.Rate;
            level *= 1 - (1 / (decay * SoundBuffer.Rate));
            sound.Left[i] = (float)(Sine.Of(phase) * level * Math.Min(1, i / 48.0) * (1 - t));
        }

        sound.Left.CopyTo(sound.Right, 0);
        return sound;
    }

    private static SoundBuffer Chime()
    {
        var sound = new SoundBuffer(SoundBuffer.At(1.6));
        ReadOnlySpan<(double Frequency, double Gain, double Decay, double Pan, double Delay)> partials =
        [
            (1318.5, 0.16, 0.5, -0.3, 0), (1975.5, 0.13, 0.45, 0.3, 0.09), (2637, 0.08, 0.35, 0, 0.18), (3951, 0.03, 0.2, 0.1, 0.18),
        ];
        foreach (var (frequency, gain, decay, pan, delay) in partials)
        {
            var level = gain;
            var start = SoundBuffer.At(delay);
            for (var i = start; i < sound.Length; i++)
            {
                var value = Sine.Of(frequency * (i - start) / SoundBuffer.Rate) * level * Math.Min(1, (i - start) / 96.0) * (1 - ((double)i / sound.Length));
                level *= 1 - (1 / (decay * SoundBuffer.Rate));
                sound.Left[i] += (float)(value * (1 - pan) / 2);
                sound.Right[i] += (float)(value * (1 + pan) / 2);
            }
        }

        return sound;
    }
}
