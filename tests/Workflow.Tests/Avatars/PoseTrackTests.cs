using CsCheck;
using Gpu.Workflow.Avatars.Moving;
using Gpu.Workflow.Sound;

namespace Gpu.Workflow.Tests.Avatars;

public class PoseTrackTests
{
    private static Pose[] Track(Narration narration, int frames, int rate, ulong seed) => PoseTrack.Of(narration, frames, rate, seed, new HashSet<string>());

    [Fact]
    public void The_same_seed_and_words_give_the_same_poses_and_a_longer_ad_begins_alike() => Gen.Select(Said.Random, Gen.ULong, Gen.OneOf(24, 30, 60)).Sample((narration, seed, rate) =>
    {
        var poses = Track(narration, 300, rate, seed);
        Assert.Equal(poses, Track(narration, 300, rate, seed));
    }, iter: 60);

    [Fact]
    public void Another_seed_blinks_and_sways_otherwise() =>
        Assert.NotEqual(Track(Narration.None, 300, 30, 1).Select(p => (p.Eyes, p.X)), Track(Narration.None, 300, 30, 2).Select(p => (p.Eyes, p.X)));

    [Fact]
    public void The_head_moves_a_little_and_never_jumps() => Gen.Select(Said.Random, Gen.ULong).Sample((narration, seed) =>
    {
        var poses = Track(narration, 600, 30, seed);
        Assert.All(poses, p => Assert.True(Math.Abs(p.X) < 0.02 && p.Y is > -0.0075f and < 0.026f && p.Brows is >= 0 and < 0.015f && p.Voice is >= 0 and <= 1, p.ToString()));

        // A badge of 324 pixels: less than 1.3 of them from frame to frame.
        Assert.All(poses.Zip(poses.Skip(1)), pair => Assert.True(Math.Abs(pair.First.X - pair.Second.X) * 324 < 1.3 && Math.Abs(pair.First.Y - pair.Second.Y) * 324 < 1.8, $"{pair}"));
    }, iter: 100);

    [Fact]
    public void Eyes_blink_as_often_as_people_do() => Gen.ULong.Sample(seed =>
    {
        var eyes = Track(Narration.None, 30 * 60, 30, seed).Select(p => p.Eyes).ToArray();
        var starts = Enumerable.Range(1, eyes.Length - 1).Where(i => eyes[i] != Eyes.Open && eyes[i - 1] == Eyes.Open).ToArray();
        Assert.InRange(starts.Length, 8, 32);
        Assert.All(starts.Where(s => s + 3 <= eyes.Length), s => Assert.Contains(Eyes.Closed, eyes[s..(s + 3)]));
        Assert.True(eyes.Count(e => e != Eyes.Open) < eyes.Length / 8);
    }, iter: 60);

    [Fact]
    public void Who_says_nothing_keeps_the_mouth_closed_and_nods_at_nothing() =>
        Assert.All(Track(Narration.None, 900, 30, 7), p => Assert.True(p is { Mouth: Gpu.Workflow.Avatars.Speaking.Viseme.Rest, Brows: 0, Voice: 0 }));

    [Fact]
    public void Loud_syllables_are_marked_by_a_nod()
    {
        var still = Track(Narration.None, 150, 30, 3);
        var speaking = Track(Said.Syllables(0.5, 8), 150, 30, 3);
        Assert.True(speaking.Max(p => p.Y) > still.Max(p => p.Y) + 0.006f);
        Assert.True(speaking.Max(p => p.Brows) > 0.01f);
    }
}
