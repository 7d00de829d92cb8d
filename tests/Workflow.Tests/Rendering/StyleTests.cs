using Gpu.Runtime.Devices;
using Gpu.Runtime.Scheduling;
using Gpu.Workflow.Encoding;
using Gpu.Workflow.Rendering;
using Gpu.Workflow.Rendering.Overlays;
using Gpu.Workflow.Rendering.Text;
using Gpu.Workflow.Sound;
using Gpu.Workflow.Sound.Voices;
using Gpu.Workflow.Storyboards;
using SkiaSharp;

namespace Gpu.Workflow.Tests.Rendering;

/// <summary>Styles, measured in rendered frames.</summary>
public class StyleTests
{
    private const int W = 960, H = 540;

    private static readonly MemoryPictures Pictures = new MemoryPictures()
        .Add("white", 960, 540, (_, _) => 0xffffff)
        .Add("black", 960, 540, (_, _) => 0)
        .Add("noise", 960, 540, (x, y) => Noise(x, y))
        .Add("checker", 960, 540, (x, y) => ((x / 7) + (y / 7)) % 2 == 0 ? 0xffffffu : 0)
        .Add("dot", 40, 40, (_, _) => 0xffffff);

    public static TheoryData<string> Names => [.. StoryStyle.All.Select(s => s.Name)];

    private static uint Noise(int x, int y)
    {
        var h = ((uint)x * 2654435761u) ^ ((uint)y * 2246822519u);
        h = (h ^ (h >> 15)) * 2246822519u;
        return (h ^ (h >> 13)) & 0xffffff;
    }

    private static Storyboard Board(string style, string picture) => new()
    {
        Title = "T",
        Width = W,
        Height = H,
        FramesPerSecond = 10,
        Duration = 4,
        Style = new StoryboardStyle { Name = style },
        Shots = [new Shot { Picture = picture, Start = 0, Duration = 4 }],
        Captions = [new Caption { Text = "HIM Hamburg H", Role = CaptionRole.Headline, Start = 0, Duration = 4 }],
    };

    private static async Task<List<byte[]>> RenderAsync(Storyboard board, params int[] frames)
    {
        await using var engine = await ComputeEngine.CreateAsync(new ComputeOptions { Device = DeviceSelection.Cpu }, cancellationToken: TestContext.Current.CancellationToken);
        var kept = new Frames();
        await new FrameRenderer(engine, Pictures).RenderFramesAsync(board, MemoryPictures.Page, Task.FromResult(Narration.None), frames, kept, TestContext.Current.CancellationToken);
        return kept.All;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Captions_have_a_contrast_of_four_and_a_half_over_hard_pictures(string style)
    {
        foreach (var picture in (string[])["white", "black", "noise", "checker"])
        {
            var board = Board(style, picture);
            var rgba = FrameColours.ToRgba((await RenderAsync(board, 25))[0], W, H);
            using var fonts = new FontLibrary(new SystemFonts([]));
            var overlays = OverlayLayout.Place(board, null, fonts).Overlays;
            var drawn = OverlayImage.Draw(new SKRectI(0, 0, W, H), canvas => overlays.ToList().ForEach(o => o.Draw(canvas)));

            // Inside of the letters, and what is around them three to five pixels away from any part of one.
            var colours = new StoryboardColours(board.Style);
            var letter = StoryStyle.Of(board.Style).Shape == CaptionShape.Marker ? colours.OnAccent : colours.Words;
            var plain = StoryStyle.Of(board.Style).Shape == CaptionShape.Marker ? colours.Accent : colours.Ground;
            var apart = Math.Abs(plain.Red - letter.Red) + Math.Abs(plain.Green - letter.Green) + Math.Abs(plain.Blue - letter.Blue);

            // Some part of a letter or of an ornament: anything but what lies behind the words.
            bool Part(int x, int y) => drawn[(((y * W) + x) * 4) + 3] > 0 && Math.Abs(drawn[((y * W) + x) * 4] - letter.Red) + Math.Abs(drawn[(((y * W) + x) * 4) + 1] - letter.Green) + Math.Abs(drawn[(((y * W) + x) * 4) + 2] - letter.Blue) < 0.93 * apart;
            bool Letter(int x, int y, int far) => drawn[(((y * W) + x) * 4) + 3] == 255 && Math.Abs(drawn[((y * W) + x) * 4] - letter.Red) + Math.Abs(drawn[(((y * W) + x) * 4) + 1] - letter.Green) + Math.Abs(drawn[(((y * W) + x) * 4) + 2] - letter.Blue) <= far;
            var (inside, around) = (new List<double>(), new List<double>());
            for (var y = 6; y < H - 6; y++)
            {
                for (var x = 6; x < W - 6; x++)
                {
                    int near = 0, mid = 0;
                    for (var v = -5; v <= 5; v++)
                    {
                        for (var u = -5; u <= 5; u++)
                        {
                            var one = Letter(x + u, y + v, 12) ? 1 : 0;
                            mid += one;
                            near += Math.Abs(u) <= 1 && Math.Abs(v) <= 1 ? one : 0;
                        }
                    }

                    if (near == 9)
                    {
                        inside.Add(Luminance(rgba, x, y));
                    }
                    else if (near == 0 && mid > 0 && !Enumerable.Range(-2, 5).Any(v => Enumerable.Range(-2, 5).Any(u => Part(x + u, y + v))))
                    {
                        around.Add(Luminance(rgba, x, y));
                    }
                }
            }

            Assert.True(inside.Count > 300 && around.Count > 200, $"{style}: {inside.Count} pixels of letters, {around.Count} around");
            inside.Sort();
            var words = inside[inside.Count / 2];
            around.Sort();
            foreach (var ground in (double[])[around[around.Count / 100], around[around.Count - 1 - (around.Count / 100)]])
            {
                var contrast = (Math.Max(words, ground) + 0.05) / (Math.Min(words, ground) + 0.05);
                Assert.True(contrast >= 4.5, $"{style} over {picture}: {contrast:f2}");
            }
        }
    }

    [Fact]
    public async Task Styles_differ_visibly_in_type_shape_card_motion_and_transitions()
    {
        var seen = new List<(string Name, byte[] Frame)>();
        foreach (var style in StoryStyle.All)
        {
            seen.Add((style.Name, (await RenderAsync(Board(style.Name, "noise"), 25))[0][..(W * H)]));
        }

        foreach (var (a, b) in from a in seen from b in seen where string.CompareOrdinal(a.Name, b.Name) < 0 select (a, b))
        {
            var different = a.Frame.Zip(b.Frame).Count(p => Math.Abs(p.First - p.Second) > 24);
            Assert.True(different > 0.015 * W * H, $"{a.Name} and {b.Name} differ in {different} pixels");
        }

        Assert.Equal(StoryStyle.All.Count, StoryStyle.All.Select(s => s.Shape).Distinct().Count());
        Assert.Equal(StoryStyle.All.Count, StoryStyle.All.Select(s => s.Card).Distinct().Count());
        Assert.True(StoryStyle.All.Select(s => s.Font).Distinct().Count() >= 6);
        Assert.True(StoryStyle.All.Select(s => s.Motion).Distinct().Count() >= 6);
        Assert.True(StoryStyle.All.Select(s => string.Join(' ', s.Transitions)).Distinct().Count() >= 7);
        Assert.All(StoryStyle.All.SelectMany(s => s.Transitions), t => Assert.True(TransitionNames.IsKnown(t), t));
        Assert.Equal(Gpu.Workflow.Suggestions.Film.Look.All.Select(l => l.Name).Order(), StoryStyle.All.Select(s => s.Name).Order());
    }

    [Fact]
    public async Task An_overlay_moves_within_a_fiftieth_of_a_pixel_of_its_way()
    {
        var board = Board("warm", "black") with
        {
            Captions = [],
            Overlays = [new StoryboardOverlay { Picture = "dot", Start = 0, Duration = 4, From = new(0.3, 0.4), To = new(0.52, 0.61), Width = 40.0 / W, Motion = new MotionPlan(MotionKind.None) }],
        };
        var frames = Enumerable.Range(1, 38).ToArray();
        var rendered = await RenderAsync(board, frames);
        var at = rendered.Select(Centre).ToArray();
        var way = frames.Select(f => (X: W * (0.3 + (0.22 * f / 40)), Y: H * (0.4 + (0.21 * f / 40)))).ToArray();
        var (x, y) = (at.Zip(way).Average(p => p.First.X - p.Second.X), at.Zip(way).Average(p => p.First.Y - p.Second.Y));
        Assert.All(at.Zip(way), p => Assert.True(Math.Abs(p.First.X - p.Second.X - x) <= 0.02 && Math.Abs(p.First.Y - p.Second.Y - y) <= 0.02, $"{p.First} is not {p.Second}"));
    }

    [Fact]
    public void A_word_stands_out_when_it_is_said()
    {
        const string Text = "One two three";
        var caption = new Caption { Text = Text, Start = 1, Duration = 3 };
        var line = new SpokenLine(Text, 1.2, 1.5, [new SpokenWord(0, 3, 0), new SpokenWord(4, 3, 0.4), new SpokenWord(8, 5, 0.9)], []);
        var words = SpokenWords.Of(caption, Text, [line]);
        Assert.Equal(["One", "two", "three"], words.Select(w => Text[w.Chars]));
        Assert.Equal([1.2, 1.6, 2.1], words.Select(w => Math.Round(w.Start, 6)));
        Assert.Equal(2.7, words[^1].Start + words[^1].Duration, 6);

        // A voice that tells of no words gives each its share; words by hand come first; without a voice none stands out.
        Assert.Equal(3, SpokenWords.Of(caption, Text, [line with { Words = [] }]).Count);
        Assert.Equal([1.0, 2, 3], SpokenWords.Of(caption with { Words = [0, 1, 2] }, Text, []).Select(w => w.Start));
        Assert.Empty(SpokenWords.Of(caption, Text, []));
    }

    [Theory]
    [InlineData("قهوة محمصة ببطء")]
    [InlineData("Fresh, slow coffee")]
    [InlineData("石臼で挽いた抹茶は、朝の光")]
    public void The_spoken_word_is_drawn_where_it_stands_in_the_line(string text)
    {
        using var fonts = new FontLibrary();
        var board = Board("warm", "black") with { CaptionMode = CaptionMode.Words, RightToLeft = text[0] > 0x600 && text[0] < 0x700 };
        var box = CaptionBox.Set(text, new Caption { Text = text, Start = 0, Duration = 4 }, fonts, board, new FrameGeometry(W, H), false, 300);
        var words = SpokenWords.Cut(text);
        var places = words.Select(w => box.Places(w, 100, 100).ToArray()).ToArray();
        Assert.True(words.Count >= 3);
        Assert.All(places, p => Assert.NotEmpty(p));
        Assert.All(places.SelectMany(p => p), p => Assert.True(p.Left >= 95 && p.Right <= 105 + box.Width && p.Width > 4, $"{p}"));

        // In the order in which they are read.
        var first = places[0][0];
        Assert.True(board.RightToLeft ? first.MidX > places[1][0].MidX : first.MidX < places[1][0].MidX);
    }

    private static double Luminance(byte[] rgba, int x, int y) => Colours.Luminance(new SKColor(rgba[((y * W) + x) * 4], rgba[(((y * W) + x) * 4) + 1], rgba[(((y * W) + x) * 4) + 2]));

    private static (double X, double Y) Centre(byte[] frame)
    {
        double sum = 0, x = 0, y = 0;
        for (var i = 0; i < W * H; i++)
        {
            var light = frame[i] - 16.0;
            (sum, x, y) = (sum + light, x + (light * ((i % W) + 0.5)), y + (light * ((i / W) + 0.5)));
        }

        return (x / sum, y / sum);
    }
}
