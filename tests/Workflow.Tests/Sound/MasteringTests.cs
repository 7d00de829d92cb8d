using CsCheck;
using Gpu.Workflow.Sound;
using Gpu.Workflow.Sound.Mixing;

namespace Gpu.Workflow.Tests.Sound;

public sealed class MasteringTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.9)]
    [InlineData(2, 0.05)]
    public async Task Loudness_and_true_peak_are_those_of_ffmpeg(int seed, double gain)
    {
        var sound = Sounds.Noise(7.3, (ulong)seed, gain);
        var file = Path.Combine(_folder.Path, "a.wav");
        await Sounds.WriteAsync(file, sound);

        var (loudness, peak) = await Sounds.MeasureAsync(file);

        Assert.Equal(loudness, Loudness.Measure(sound), 0.11);
        Assert.Equal(peak, Decibels.Of(TruePeak.Measure(sound)), 0.3);
    }

    [Fact]
    public void Loudness_of_the_reference_tone_is_its_own()
    {
        // EBU Tech 3341, case 1: a tone of 1 kHz at -23 dBFS in both channels is -23 LUFS.
        var tone = Sounds.Tone(20, 1000, Decibels.ToFactor(-23));
        for (var i = 0; i < tone.Length; i++)
        {
            tone.Right[i] = tone.Left[i];
        }

        Assert.Equal(-23, Loudness.Measure(tone), 0.1);
    }

    [Fact]
    public void True_peak_finds_what_lies_between_the_samples()
    {
        // A quarter of the rate, an eighth of a turn off: all samples are at 0.707 of the peak.
        var sound = new SoundBuffer(4800);
        for (var i = 0; i < sound.Length; i++)
        {
            sound.Left[i] = (float)Math.Sin((Math.PI / 2 * i) + (Math.PI / 4));
        }

        Assert.Equal(0, Decibels.Of(TruePeak.Measure(sound)), 0.35);
        Assert.Equal(-3.01, Decibels.Of(sound.Left.Max()), 0.01);
    }

    [Fact]
    public void Limiter_keeps_true_peaks_under_its_ceiling_and_never_raises() =>
        Gen.Select(Gen.ULong, Gen.Double[0.1, 3], Gen.Double[0.2, 1], Gen.Int[1, 60_000]).Sample(
            (seed, gain, ceiling, length) =>
            {
                var random = new SeededRandom(seed);
                var sound = new SoundBuffer(length);
                for (var i = 0; i < length; i++)
                {
                    sound.Left[i] = (float)(random.NextNoise() * gain);
                    sound.Right[i] = (float)(random.NextNoise() * gain * 0.3);
                }

                var before = (float[])sound.Left.Clone();
                Limiter.Apply(sound, ceiling);

                // Turning down itself moves what lies between samples a little.
                Assert.True(TruePeak.Measure(sound) <= ceiling * 1.02);
                Assert.All(Enumerable.Range(0, length), i => Assert.True(Math.Abs(sound.Left[i]) <= Math.Abs(before[i]) + 1e-6));
            },
            iter: 40);

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.01)]
    [InlineData(0.95)]
    public void Mastered_sound_has_the_loudness_asked_for_and_silent_ends(double gain)
    {
        var sound = Sounds.Noise(12, 5, gain);

        var levels = Mastering.Apply(sound);

        Assert.Equal(Mastering.Target, levels.Loudness, 0.5);
        Assert.True(levels.TruePeak <= Mastering.Ceiling + 0.1, $"{levels.TruePeak} dBTP");
        Assert.Equal((0f, 0f), (sound.Left[0], sound.Left[^1]));
    }

    [Fact]
    public void Silence_stays_silence()
    {
        var levels = Mastering.Apply(new SoundBuffer(100_000));

        Assert.Equal(double.NegativeInfinity, levels.Loudness);
    }

    [Fact]
    public void Music_is_turned_down_under_a_voice_and_comes_back()
    {
        var music = new SoundBuffer(SoundBuffer.At(10));
        Array.Fill(music.Left, 1f);

        Ducking.Apply(music, [(2, 4), (4.3, 5)], -12);

        Assert.Equal(1, music.Left[SoundBuffer.At(1.8)]);
        Assert.Equal(Decibels.ToFactor(-12), music.Left[SoundBuffer.At(3)], 1e-3);
        Assert.Equal(Decibels.ToFactor(-12), music.Left[SoundBuffer.At(4.15)], 1e-3);
        Assert.Equal(1, music.Left[SoundBuffer.At(5.6)]);
        Assert.All(Enumerable.Range(1, music.Length - 1), i => Assert.True(Math.Abs(music.Left[i] - music.Left[i - 1]) < 0.001));
    }
}
