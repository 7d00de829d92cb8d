using CsCheck;
using Gpu.Workflow.Avatars.Speaking;
using Gpu.Workflow.Sound;

namespace Gpu.Workflow.Tests.Avatars;

public class MouthTrackTests
{
    private static readonly Gen<int> Rate = Gen.OneOf(10, 24, 25, 30, 50, 60);

    private static Viseme[] Track(Narration narration, double seconds, int rate)
    {
        var unknown = new HashSet<string>();
        var shapes = MouthTrack.Of(narration, Loudness.Of(narration, (int)(seconds * rate), rate), rate, new SeededRandom(1), unknown);
        Assert.Empty(unknown);
        return shapes;
    }

    [Fact]
    public void Times_of_shapes_never_go_back_nor_leave_their_line() => Said.Random.Sample(narration =>
    {
        foreach (var line in narration.Lines.Where(l => l.Phonemes.Count > 0))
        {
            var events = SpeechShapes.Of(line, new HashSet<string>());
            Assert.Equal(events.OrderBy(e => e.Start), events);
            Assert.All(events, e => Assert.InRange(e.Start, Math.Max(0, line.Start - 0.034), line.Start + line.Duration));
            Assert.Equal(Viseme.Rest, events[^1].Shape);
        }
    });

    [Fact]
    public void The_mouth_is_closed_where_nobody_speaks() => Gen.Select(Said.Random, Rate).Sample((narration, rate) =>
    {
        var seconds = narration.Lines.Select(l => l.Start + l.Duration).DefaultIfEmpty(0).Max() + 1;
        var shapes = Track(narration, seconds, rate);
        for (var i = 0; i < shapes.Length; i++)
        {
            // A breath between two lines is no silence, and a closing mouth takes its time.
            var (from, to) = (((double)i / rate) - 0.12 - (2.0 / rate), ((i + 1.0) / rate) + 0.12 + (2.0 / rate));
            if (!narration.Lines.Any(l => l.Start < to && from < l.Start + l.Duration))
            {
                Assert.Equal(Viseme.Rest, shapes[i]);
            }
        }
    }, iter: 300);

    [Fact]
    public void Nothing_is_seen_so_shortly_that_it_flickers() => Gen.Select(Said.Random, Gen.OneOf(30, 60)).Sample((narration, rate) =>
    {
        var shapes = Track(narration, 30, rate);
        var shortest = MouthRuns.Shortest(rate);
        var step = rate / 30;
        for (var at = 0; at < shapes.Length;)
        {
            var end = at;
            while (end < shapes.Length && shapes[end] == shapes[at])
            {
                end++;
            }

            // Shapes between two others, and lips that meet between two that meet as well, may be shorter.
            var between = shapes[at] is Viseme.Open or Viseme.Round && end - at >= step;
            Assert.True(end - at >= shortest || between || at == 0 || MouthRuns.IsKey(shapes[at]) || (at > 0 && MouthRuns.IsKey(shapes[at - 1])) || end == shapes.Length, $"{shapes[at]} for {end - at} frames at {at}");
            at = end;
        }
    }, iter: 300);

    [Theory]
    [InlineData("p", 0.06)]
    [InlineData("b", 0.05)]
    [InlineData("m", 0.08)]
    [InlineData("m", 0.03)]
    public void Lips_meet_on_p_b_and_m_for_two_frames(string sound, double each)
    {
        var shapes = Track(Said.Line(0.5, each, "a", "t", "a", sound, "a", "s", "a"), 2, 30);
        var (from, to) = ((int)((0.5 + (3 * each) - 0.05) * 30), (int)Math.Ceiling((0.5 + (4 * each) + 0.05) * 30));
        Assert.True(shapes[from..to].Count(s => s == Viseme.Pressed) >= 2, string.Join(' ', shapes));
    }

    [Fact]
    public void Lips_are_pressed_in_the_middle_of_every_long_p_b_and_m() => Gen.Select(Gen.OneOf("p", "b", "m"), Gen.OneOf("a", "i", "u", "s", "l"), Gen.Int[1, 8], Gen.Double[0.08, 0.2], Gen.OneOf(24, 30, 60)).Sample((sound, other, count, each, rate) =>
    {
        var sounds = Enumerable.Range(0, count).SelectMany(_ => new[] { other, sound }).Append(other).ToArray();
        var shapes = Track(Said.Line(0.3, each, sounds), 6, rate);
        for (var i = 1; i < sounds.Length; i += 2)
        {
            Assert.Equal(Viseme.Pressed, shapes[(int)((0.3 + (each * (i + 0.5)) - (1 / 30.0)) * rate)]);
        }
    });

    [Fact]
    public void A_voice_that_tells_no_sounds_opens_the_mouth_by_its_loudness()
    {
        var shapes = Track(Said.Syllables(0.5, 6), 4, 30);
        for (var i = 0; i < 6; i++)
        {
            Assert.NotEqual(Viseme.Rest, shapes[(int)((0.5 + (0.4 * i) + 0.1) * 30)]);
            Assert.Equal(Viseme.Rest, shapes[(int)((0.5 + (0.4 * i) + 0.31) * 30)]);
        }

        Assert.All(shapes[..13], s => Assert.Equal(Viseme.Rest, s));
        Assert.All(shapes[90..], s => Assert.Equal(Viseme.Rest, s));
    }
}
