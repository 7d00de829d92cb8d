namespace Gpu.Workflow.Sound.Mixing;

/// <summary>Brings a mix to the loudness and the peaks that players and platforms expect.</summary>
internal static class Mastering
{
    /// <summary>LUFS that streaming services play at.</summary>
    public const double Target = -14;

    /// <summary>dBTP. More than a decibel under what is allowed: lossy coding adds peaks.</summary>
    public const double Ceiling = -2.8;

    // Each turn of gain and limiter comes nearer to the target; more than these change nothing that is heard.
    private const int Turns = 4;
    private const double Near = 0.05;

    // Beyond this it would be noise that is made loud.
    private const double LargestGain = 40;

    /// <summary>Masters in place, and measures.</summary>
    public static SoundLevels Apply(SoundBuffer sound)
    {
        FadeEnds(sound);
        var loudness = Loudness.Measure(sound);
        for (var turn = 0; turn < Turns && double.IsFinite(loudness) && Math.Abs(Target - loudness) > Near; turn++)
        {
            sound.Scale(Decibels.ToFactor(Math.Min(LargestGain, Target - loudness)));
            Limiter.Apply(sound, Decibels.ToFactor(Ceiling));
            loudness = Loudness.Measure(sound);
        }

        Limiter.Apply(sound, Decibels.ToFactor(Ceiling));
        return new SoundLevels(Loudness.Measure(sound), Decibels.Of(TruePeak.Measure(sound)));
    }

    // A sample that is not 0 at an end is heard as a click.
    private static void FadeEnds(SoundBuffer sound)
    {
        const int Fade = SoundBuffer.Rate / 100;
        for (var i = 0; i < Math.Min(Fade, sound.Length); i++)
        {
            var gain = (float)i / Fade;
            foreach (var channel in (float[][])[sound.Left, sound.Right])
            {
                channel[i] *= gain;
                channel[^(i + 1)] *= gain;
            }
        }
    }
}
