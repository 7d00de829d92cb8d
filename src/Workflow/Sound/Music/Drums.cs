namespace Gpu.Workflow.Sound.Music;

/// <summary>Drums, made of a falling sine and of filtered noise.</summary>
internal static class Drums
{
    /// <summary>A drum of an instrument, at full strength, in the middle.</summary>
    public static float[] Make(Instrument drum) => drum switch
    {
        Instrument.Kick => Kick(),
        Instrument.Clap => Noise(0.16, 0.045, 1300, 0.55, 11, bursts: 3),
        Instrument.Hat => Noise(0.07, 0.016, 7500, 0.5, 12, bursts: 1),
        Instrument.Shaker => Noise(0.09, 0.03, 5200, 0.35, 13, bursts: 1, attack: 0.012),
        _ => throw new ArgumentOutOfRangeException(nameof(drum), drum, "Not a drum."),
    };

    private static float[] Kick()
    {
        var values = new float[SoundBuffer.At(0.34)];
        var phase = 0.0;
        var (pitch, level) = (1.0, 1.0);
        for (var i = 0; i < values.Length; i++)
        {
            phase += (46 + (110 * pitch)) / SoundBuffer.Rate;
            var rise = Math.Min(1, i / 60.0);
            values[i] = (float)(Sine.Of(phase) * level * rise * Tail(i, values.Length));
            pitch *= 1 - (1 / (0.022 * SoundBuffer.Rate));
            level *= 1 - (1 / (0.11 * SoundBuffer.Rate));
        }

        return values;
    }

    private static float[] Noise(double seconds, double decay, double highPass, double gain, ulong seed, int bursts, double attack = 0.001)
    {
        var values = new float[SoundBuffer.At(seconds)];
        var random = new SeededRandom(seed);
        var filter = Mixing.Biquad.HighPass(highPass);
        var second = Mixing.Biquad.HighPass(highPass * 0.8);
        for (var i = 0; i < values.Length; i++)
        {
            var time = (double)i / SoundBuffer.Rate;
            // Hands do not meet all at once.
            var burst = Math.Min(bursts - 1, (int)(time / 0.011));
            var since = time - (burst * 0.011);
            var level = Math.Min(1, since / attack) * Fall(since / decay);
            values[i] = (float)(second.Next(filter.Next(random.NextNoise())) * level * gain * Tail(i, values.Length));
        }

        return values;
    }

    // exp(-x) for x of 0 and more, by halving.
    private static double Fall(double x)
    {
        var y = 1 / (1 + (x / 16) + (x * x / 512));
        y *= y;
        y *= y;
        y *= y;
        return y * y;
    }

    private static double Tail(int i, int length) => Math.Min(1, (length - i) / 240.0);
}
