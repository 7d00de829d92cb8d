using CsCheck;
using Gpu.Workflow.Pictures;
using Gpu.Workflow.Rendering.Overlays;
using Gpu.Workflow.Rendering.Text;
using Gpu.Workflow.Storyboards;
using Gpu.Workflow.Tests.Storyboards;
using SkiaSharp;

namespace Gpu.Workflow.Tests.Rendering.Overlays;

public class OverlayLayoutTests
{
    private static readonly Bitmap Logo = new(200, 60, Enumerable.Range(0, 200 * 60 * 4).Select(i => (byte)(i % 4 == 3 ? (i / 80 % 2 * 255) : 40)).ToArray());

    private static Storyboard Board(int width, int height, bool card, params Caption[] captions) => new()
    {
        Title = "T",
        Width = width,
        Height = height,
        FramesPerSecond = 30,
        Duration = 5,
        Shots = [new Shot { Picture = card ? null : "p.jpg", Start = 0, Duration = 5 }],
        Captions = captions,
    };

    private static byte[] Over(PlacedOverlay overlay, Storyboard board, SKColor ground) => OverlayImage.Draw(new SKRectI(0, 0, board.Width, board.Height), canvas =>
    {
        canvas.Clear(ground);
        overlay.Draw(canvas);
    });

    [Fact]
    public void Captions_stay_in_the_frame_and_off_each_other() => Gen.Select(Boards.Pages, Gen.OneOf((1920, 1080), (1080, 1920), (1080, 1080), (640, 480), (1260, 540)), Gen.Double[3, 40]).Sample((page, frame, seconds) =>
    {
        using var fonts = new FontLibrary(new SystemFonts([]));
        var board = new StoryboardPlanner().Plan(page.Content, page.Suggestions, page.Sizes, new StoryboardOptions(frame.Item1, frame.Item2, 30, seconds, 1));
        var overlays = OverlayLayout.Place(board, board.Logo is null ? null : Logo, fonts).Overlays;
        var safe = new FrameGeometry(board.Width, board.Height).Safe;
        safe.Inflate(3, 3);
        Assert.All(overlays, o => Assert.True(safe.Contains(o.Box), $"{o.Box} leaves {safe}"));
        Assert.All(overlays, o => Assert.True(int.IsEvenInteger(o.Box.Left) && int.IsEvenInteger(o.Box.Top) && int.IsEvenInteger(o.Box.Width) && int.IsEvenInteger(o.Box.Height)));
        foreach (var (a, b) in from a in overlays from b in overlays where !ReferenceEquals(a, b) && a.Start < b.Start + b.Duration && b.Start < a.Start + a.Duration select (a, b))
        {
            Assert.False(SKRectI.Intersect(a.Box, b.Box) is { Width: > 4, Height: > 4 }, $"{a.Box} covers {b.Box}");
        }
    }, iter: 40, threads: 1);

    [Theory]
    [InlineData(1920, 1080, "Coffee worth waking up for, gypsy quay Ąg")]
    [InlineData(1080, 1920, "قهوة محمصة ببطء كل صباح في الجبل ١٢٣")]
    [InlineData(1080, 1080, "קפה שנקלה לאט, בכל בוקר ולכולם")]
    [InlineData(320, 180, "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen is a word that fits nowhere")]
    [InlineData(1260, 540, "A very long line that says the same again and again and again, and again and again and again, until nobody wants to read it any more, and then once more")]
    public void No_letter_is_cut_off(int width, int height, string text)
    {
        using var fonts = new FontLibrary(new SystemFonts([]));
        foreach (var (role, card) in from r in Enum.GetValues<CaptionRole>() from c in new[] { true, false } select (r, c))
        {
            var board = Board(width, height, card, new Caption { Text = text, Role = role, Start = 0, Duration = 5 });
            var overlay = Assert.Single(OverlayLayout.Place(board, null, fonts).Overlays);
            var pixels = Over(overlay, board, SKColors.Magenta);
            var (ink, outside, where) = (0, 0, "");
            for (var i = 0; i < width * height; i++)
            {
                if (pixels[4 * i] != 255 || pixels[(4 * i) + 1] != 0 || pixels[(4 * i) + 2] != 255)
                {
                    ink++;
                    if (!overlay.Box.Contains(i % width, i / width))
                    {
                        (outside, where) = (outside + 1, $"{i % width}, {i / width}");
                    }
                }
            }

            Assert.True(ink > 100, $"{role}: nothing was drawn");
            Assert.True(outside == 0, $"{role} on {(card ? "a card" : "a picture")}: {outside} pixels are outside its box, {overlay.Box}, one at {where}");
        }
    }

    public static TheoryData<string, string, string> Styles => new()
    {
        { "#14181f", "#ffffff", "#e0a526" },
        { "#ffffff", "#111111", "#0057ff" },
        { "#7a8a99", "#8a9aa9", "#808080" }, // words that cannot be read on their ground as asked
        { "#fff3d6", "#ffffff", "#ffe066" },
        { "#b00020", "#ffd0d0", "#00e5ff" },
    };

    [Theory]
    [MemberData(nameof(Styles))]
    public void Words_are_read_over_any_picture(string background, string foreground, string accent)
    {
        using var fonts = new FontLibrary(new SystemFonts([]));
        var style = new StoryboardStyle { Background = background, Foreground = foreground, Accent = accent };
        foreach (var (role, card) in from r in Enum.GetValues<CaptionRole>() from c in new[] { true, false } select (r, c))
        {
            var board = Board(640, 360, card, new Caption { Text = "HHH", Role = role, Start = 0, Duration = 5 }) with { Style = style };
            var overlay = Assert.Single(OverlayLayout.Place(board, null, fonts).Overlays);
            SKColor[] grounds = card
                ? [new StoryboardColours(style).Ground, new StoryboardColours(style).Second]
                : [SKColors.White, SKColors.Black, new SKColor(128, 128, 128), SKColors.Red, SKColors.Yellow];
            foreach (var ground in grounds)
            {
                // The two commonest colours well inside the box are those of the letters and of what is behind them.
                var pixels = Over(overlay, board, ground);
                var inner = SKRectI.Inflate(overlay.Box, -(int)(overlay.Box.Width * 0.26f), -(int)(overlay.Box.Height * 0.3f));
                var colours = new Dictionary<SKColor, int>();
                for (var y = inner.Top; y < inner.Bottom; y++)
                {
                    for (var x = inner.Left; x < inner.Right; x++)
                    {
                        var at = ((y * 640) + x) * 4;
                        var colour = new SKColor(pixels[at], pixels[at + 1], pixels[at + 2]);
                        colours[colour] = colours.GetValueOrDefault(colour) + 1;
                    }
                }

                var two = colours.OrderByDescending(c => c.Value).Take(2).Select(c => c.Key).ToList();
                Assert.True(Colours.Contrast(two[0], two[1]) >= 4.5, $"{role} on {(card ? "a card" : $"{ground}")}: {two[0]} on {two[1]} is {Colours.Contrast(two[0], two[1]):f2}");
            }
        }
    }

    [Fact]
    public void What_cannot_be_written_is_a_warning_that_says_what_to_install()
    {
        using var fonts = new FontLibrary(new SystemFonts([]));
        var board = Board(640, 360, false, new Caption { Text = "コーヒー", Start = 0, Duration = 5 }, new Caption { Text = "Coffee ☕", Start = 0, Duration = 5 });
        var (overlays, warnings) = OverlayLayout.Place(board, null, fonts);
        Assert.Single(overlays);
        var warning = Assert.Single(warnings);
        Assert.Contains("コ", warning, StringComparison.Ordinal);
        Assert.Contains("fonts-noto-cjk", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("☕", warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0x18, "#14181f", true)]
    [InlineData(0xf0, "#14181f", false)]
    [InlineData(0xf0, "#ffffff", true)]
    public void A_logo_is_seen_on_its_card(byte grey, string background, bool needsPlate)
    {
        var rgba = Enumerable.Range(0, 100 * 40 * 4).Select(i => i % 4 == 3 ? (byte)(i / 4 % 100 < 50 ? 255 : 0) : grey).ToArray();
        var ground = Colours.Parse(background);
        var logo = LogoBox.Fit(new Bitmap(100, 40, rgba), 200, 100, ground);
        var pixels = OverlayImage.Draw(new SKRectI(0, 0, 200, 100), canvas =>
        {
            canvas.Clear(ground);
            logo.Draw(canvas, 0, 0);
        });
        var at = ((50 * 200) + (int)(logo.Width * 0.8f)) * 4;
        Assert.Equal(needsPlate, new SKColor(pixels[at], pixels[at + 1], pixels[at + 2]) != ground);
    }

    [Fact]
    public void Overlays_come_and_go_by_every_easing_and_rest_between() => Gen.Select(Gen.Double[0.05, 4], Gen.Double[-1, 6], Gen.Float[0, 60], Gen.OneOf(Enum.GetValues<MotionEase>())).Sample((duration, time, rise, ease) =>
    {
        var motion = new MotionPlan(MotionKind.Rise, 0.4, 0.25, ease);
        var overlay = new PlacedOverlay(new SKRectI(10, 20, 30, 40), 1, duration, motion, new SKPoint(0, rise), _ => { });
        var seen = overlay.At(time);
        if (time <= 1 || time >= 1 + duration)
        {
            Assert.Null(seen);
        }

        if (seen is { } s)
        {
            // Back goes a tenth beyond its end.
            Assert.True(s.Opacity is > 0 and <= 1 && s.X == 0 && s.Y <= rise && s.Y >= -0.6 * rise);
        }

        var (come, go) = (1 + Math.Min(0.4, duration / 3), 1 + duration - Math.Min(0.25, duration / 4));
        if (time > come && time < go)
        {
            Assert.Equal(new PlacedAt(0, 0, 1), seen);
        }
    });

    [Theory]
    [InlineData(5, 1)]
    [InlineData(4, 0)]
    public void What_is_seen_last_does_not_leave_before_the_ad(double end, double opacity)
    {
        using var fonts = new FontLibrary(new SystemFonts([]));
        var caption = new Caption { Text = "Order now", Role = CaptionRole.CallToAction, Start = 2, Duration = end - 2 };
        var overlay = Assert.Single(OverlayLayout.Place(Board(640, 360, true, caption), null, fonts).Overlays);
        Assert.Equal(opacity, overlay.At(end - 0.001)!.Value.Opacity, 0.05);
    }
}
