using CsCheck;
using Gpu.Workflow.Sound;
using Gpu.Workflow.Sound.Effects;
using Gpu.Workflow.Sound.Mixing;
using Gpu.Workflow.Sound.Music;

namespace Gpu.Workflow.Tests.Sound;

public class MusicMakerTests
{
    public static TheoryData<string> Names => [.. Moods.All.Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_mood_is_heard_through_the_ad_and_ends_with_it(string name)
    {
        var sound = Make(name, 15, 3);

        Assert.Equal(15 * SoundBuffer.Rate, sound.Length);
        var seconds = Enumerable.Range(0, 15).Select(s => Rms(sound, s, s + 1)).ToArray();
        Assert.All(seconds[..13], s => Assert.True(s > 0.01, $"a second of {name} has {s}"));
        Assert.True(Rms(sound, 14.8, 15) < seconds[..13].Average() / 20, "it does not end");
        Assert.True(TruePeak.Measure(sound) < 4);
        Assert.All(sound.Left, v => Assert.True(float.IsFinite(v)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Same_seed_is_the_same_piece_and_another_is_another(string name)
    {
        var piece = Make(name, 20, 1);

        Assert.Equal(piece.Left, Make(name, 20, 1).Left);
        Assert.Contains(Enumerable.Range(2, 5), seed => !piece.Left.AsSpan().SequenceEqual(Make(name, 20, seed).Left));
    }

    [Fact]
    public void Moods_are_several_and_differ()
    {
        Assert.True(Moods.All.Count >= 6);
        var pieces = Moods.All.Select(m => MusicMaker.Make(m, 6, 0, null, TestContext.Current.CancellationToken)).ToArray();
        Assert.All(Enumerable.Range(1, pieces.Length - 1), i => Assert.NotEqual(pieces[0].Left, pieces[i].Left));
    }

    [Fact]
    public void Any_length_and_tempo_make_a_piece_without_jumps_at_its_ends() =>
        Gen.Select(Gen.Int[0, Moods.All.Count - 1].Select(i => Moods.All[i]), Gen.Double[0.05, 40], Gen.Int[0, 1000], Gen.Int[30, 200].Select(t => t < 40 ? (int?)null : t)).Sample(
            (mood, seconds, seed, tempo) =>
            {
                var sound = MusicMaker.Make(mood, seconds, seed, tempo, TestContext.Current.CancellationToken);
                Assert.Equal(SoundBuffer.At(seconds), sound.Length);
                Assert.True(Math.Abs(sound.Left[^1]) < 0.01);
            },
            iter: 12);

    [Fact]
    public void Pitches_are_those_of_equal_temperament()
    {
        Assert.Equal(440, Pitch.Frequency(69), 1e-9);
        Assert.Equal(261.6256, Pitch.Frequency(60), 1e-4);
        Assert.Equal(880, Pitch.Frequency(81), 1e-6);
    }

    [Fact]
    public void Sine_is_the_sine() =>
        Gen.Double[-1000, 1000].Sample(t => Assert.Equal(Math.Sin(2 * Math.PI * (t - Math.Floor(t))), Sine.Of(t), 5e-8));

    [Fact]
    public void Each_effect_is_heard_and_has_no_click_at_its_ends()
    {
        foreach (var name in SoundEffects.Names)
        {
            var (sound, mark) = SoundEffects.Make(name);
            Assert.True(sound.Left.Max() > 0.02, name);
            Assert.InRange(mark, 0, sound.Length - 1);
            Assert.True(Math.Abs(sound.Left[0]) < 0.01 && Math.Abs(sound.Left[^1]) < 0.01, name);
        }
    }

    private static SoundBuffer Make(string mood, double seconds, int seed) =>
        MusicMaker.Make(Moods.Find(mood)!, seconds, seed, null, TestContext.Current.CancellationToken);

    private static double Rms(SoundBuffer sound, double from, double to) =>
        Math.Sqrt(sound.Left[SoundBuffer.At(from)..SoundBuffer.At(to)].Average(v => (double)v * v));
}
