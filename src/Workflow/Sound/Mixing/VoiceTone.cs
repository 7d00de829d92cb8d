namespace Gpu.Workflow.Sound.Mixing;

/// <summary>Makes a synthetic voice fit to be listened to: no rumble, less of the nasal band, more of what carries the consonants, an even level.</summary>
internal static class VoiceTone
{
    private const double Threshold = -24;
    private const double Ratio = 3;
    private const double Level = -19;

    /// <summary>The voice at our rate, in the middle.</summary>
    public static SoundBuffer Shape(VoiceSound voice)
    {
        var mono = Resampler.ToOurs(voice).Span;
        var result = new SoundBuffer(mono.Length);
        var highPass = Biquad.HighPass(85);
        var box = Biquad.Peak(900, 1.1, -2.5);
        var presence = Biquad.Peak(3600, 0.9, 2.5);
        var envelope = 0.0;
        for (var i = 0; i < mono.Length; i++)
        {
            var x = presence.Next(box.Next(highPass.Next(mono[i])));
            envelope = Math.Max(Math.Abs(x), envelope * 0.9993);
            var over = Decibels.Of(envelope + 1e-9) - Threshold;
            result.Left[i] = (float)(over > 0 ? x * Decibels.ToFactor(-over * (1 - (1 / Ratio))) : x);
        }

        result.Left.CopyTo(result.Right, 0);
        var loudness = Loudness.Measure(result);
        result.Scale(Decibels.ToFactor(double.IsFinite(loudness) ? Level - loudness : 0));
        return result;
    }
}
