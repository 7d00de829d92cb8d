using CsCheck;
using Gpu.Workflow.Sound;
using Gpu.Workflow.Sound.Voices;

namespace Gpu.Workflow.Tests.Avatars;

/// <summary>Narrations: made up, at random.</summary>
internal static class Said
{
    private const int Rate = 8000;
    private static readonly string[] Sounds = ["p", "b", "m", "f", "v", "ˈaɪ", "ə", "s", "t", "k", "iː", "uː", "w", "oʊ", "l", "θ", "ɹ", "", "tʃ", "ŋ"];

    /// <summary>Lines one after the other with pauses between, of a voice that tells its sounds or does not.</summary>
    public static readonly Gen<Narration> Random =
        Gen.Select(Gen.Double[0, 2], Gen.Bool, Gen.Select(Gen.OneOf(Sounds), Gen.Double[0.02, 0.3]).Array[1, 40]).Array[0, 5].Select(Make);

    /// <summary>A line of sounds of the same length.</summary>
    public static Narration Line(double start, double each, params string[] sounds) => Make([(start, true, [.. sounds.Select(s => (s, each))])]);

    /// <summary>What a voice says that does not tell its sounds: syllables of 0.2 s, loud and silent in turn.</summary>
    public static Narration Syllables(double start, int count)
    {
        var samples = new float[(int)(count * 0.4 * Rate)];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = i / (Rate / 5) % 2 == 0 ? MathF.Sin(i * 0.9f) * 0.5f : 0;
        }

        var sound = new VoiceSound(samples, Rate);
        return new Narration([new SpokenLine("la la", start, sound.Seconds, [], [])], [sound], []);
    }

    private static Narration Make((double Pause, bool Tells, (string Symbol, double Seconds)[] Sounds)[] parts)
    {
        var (lines, sounds, at) = (new List<SpokenLine>(), new List<VoiceSound>(), 0.0);
        foreach (var part in parts)
        {
            at += part.Pause;
            var (phonemes, samples, time) = (new List<SpokenPhoneme>(), new List<float>(), 0.0);
            foreach (var (symbol, seconds) in part.Sounds)
            {
                phonemes.Add(new SpokenPhoneme(symbol, time));
                samples.AddRange(Enumerable.Range(0, (int)(seconds * Rate)).Select(i => symbol.Length == 0 ? 0 : MathF.Sin(i * 0.7f) * (0.2f + (symbol[0] % 5 * 0.1f))));
                time += seconds;
            }

            lines.Add(new SpokenLine("words", at, time, [], part.Tells ? phonemes : []));
            sounds.Add(new VoiceSound(samples.ToArray(), Rate));
            at += time;
        }

        return new Narration(lines, sounds, []);
    }
}
