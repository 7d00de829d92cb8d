using System.Globalization;
using Gpu.Kernels.Tests.Suite;
using Gpu.Kernels.Video;

namespace Gpu.Kernels.Tests.Video;

/// <summary>
/// Transitions against ffmpeg's xfade. Luma is given to it with grey chroma at full size, as it takes no 4:2:0. What is left out, and
/// why, stands with each test; all else is within 1, which is ffmpeg's cutting off where ours rounds.
/// </summary>
public sealed class TransitionReferenceTests(Devices devices)
{
    private const int Width = 160;
    private const int Height = 96;
    private const int Steps = 32;

    // Progress in 32nds moves edges by whole pixels of these sizes: by 5 and 3.
    public static TheoryData<Transition, string> Fields =>
        new()
        {
            { Transition.Fade, "fade" },
            { Transition.SmoothLeft, "smoothleft" },
            { Transition.SmoothRight, "smoothright" },
            { Transition.SmoothUp, "smoothup" },
            { Transition.SmoothDown, "smoothdown" },
            { Transition.CircleOpen, "circleopen" },
            { Transition.CircleClose, "circleclose" },
            { Transition.Radial, "radial" },
        };

    public static TheoryData<Transition, string> Edges =>
        new()
        {
            { Transition.WipeLeft, "wipeleft" },
            { Transition.WipeRight, "wiperight" },
            { Transition.WipeUp, "wipeup" },
            { Transition.WipeDown, "wipedown" },
            { Transition.SlideLeft, "slideleft" },
            { Transition.SlideRight, "slideright" },
            { Transition.SlideUp, "slideup" },
            { Transition.SlideDown, "slidedown" },
        };

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task Every_pixel_is_within_1_of_ffmpegs(Transition transition, string name) =>
        await CompareAsync(transition, name, (_, _, _) => true);

    // ffmpeg's black is 0 and its white 255 although video has 16 and 235: what the ground has in the result is made up for.
    [Theory]
    [InlineData(Transition.FadeBlack, "fadeblack", 16)]
    [InlineData(Transition.FadeWhite, "fadewhite", 235 - 255)]
    public async Task Fades_through_black_and_white_are_within_1_but_for_the_ground(Transition transition, string name, int lift)
    {
        static double Smooth(double t) => Math.Clamp(t, 0, 1) * Math.Clamp(t, 0, 1) * (3 - (2 * Math.Clamp(t, 0, 1)));
        await CompareAsync(transition, name, (_, _, _) => true, lift: step =>
        {
            var left = 1 - (step / (double)Steps);
            return lift * (1 - (left * Smooth((left - 0.8) / 0.2)) - ((1 - left) * (1 - Smooth((left - 0.2) / 0.8))));
        });
    }

    // ffmpeg's edge is the pixel after ours (it asks x > z), and its slides repeat a column there.
    [Theory]
    [MemberData(nameof(Edges))]
    public async Task Wipes_and_slides_are_within_1_beside_the_edge_itself(Transition transition, string name)
    {
        var across = name.EndsWith("left", StringComparison.Ordinal) || name.EndsWith("right", StringComparison.Ordinal);
        var backwards = name.EndsWith("left", StringComparison.Ordinal) || name.EndsWith("up", StringComparison.Ordinal);
        await CompareAsync(transition, name, (step, x, y) =>
        {
            int length = across ? Width : Height, place = across ? x : y, edge = length * step / Steps;
            return Math.Abs(place - (backwards ? length - edge : edge)) > 1;
        });
    }

    // Squares under a pixel move ffmpeg's picture by one; here there are none. Where a middle is at a whole number
    // floats decide which pixel that is: 1 in 10 may be a neighbour.
    [Fact]
    public async Task Pixelize_shows_ffmpegs_squares() =>
        await CompareAsync(Transition.Pixelize, "pixelize", (step, _, _) => Math.Min(step, Steps - step) > 4, share: 0.1);

    [Fact]
    public async Task Blur_is_ffmpegs_half_its_width_to_the_left()
    {
        // The window lies around the pixel, not behind it; where either reaches over the end they differ.
        int Before(int step) => (1 + (int)(Width * Math.Min(step, Steps - step) / (double)Steps)) / 2;
        await CompareAsync(Transition.HorizontalBlur, "hblur", (step, x, _) => x >= Before(step) && x < Width - Before(step) - 2, shift: Before);
    }

    [Fact]
    public async Task Dissolve_changes_as_many_pixels_as_ffmpegs_and_each_once()
    {
        using FramePicture from = Flat(40), to = Flat(200);
        var expected = await XfadeAsync("dissolve", from, to);
        var before = new byte[Width * Height];
        for (var step = 1; step < Steps; step++)
        {
            var frame = devices.Cpu.Styled(Width, Height, Frames.Whole(from), Frames.Whole(to), (double)step / Steps, new FrameOptions { Transition = Transition.Dissolve });
            var luma = frame.AsSpan(0, Width * Height);
            int ours = luma.Count((byte)200), theirs = expected.AsSpan(Luma(step, 0), Width * Height).Count((byte)200);
            Assert.Equal(Width * Height, ours + luma.Count((byte)40));
            Assert.InRange(ours - theirs, -Width * Height / 50, Width * Height / 50);
            for (var i = 0; i < luma.Length; i++)
            {
                Assert.True(luma[i] >= before[i], $"Pixel {i} changed back at step {step}.");
            }

            luma.CopyTo(before);
        }
    }

    private async Task CompareAsync(Transition transition, string name, Func<int, int, int, bool> same, double share = 0, Func<int, int>? shift = null, Func<int, double>? lift = null)
    {
        using FramePicture from = Frames.Random(Width, Height), to = Smooth();
        var expected = await XfadeAsync(name, from, to);
        for (var step = 1; step < Steps; step++)
        {
            var frame = devices.Cpu.Styled(Width, Height, Frames.Whole(from), Frames.Whole(to), (double)step / Steps, new FrameOptions { Transition = transition });
            int bad = 0, first = -1, by = shift?.Invoke(step) ?? 0;
            var add = lift?.Invoke(step) ?? 0;
            for (var i = 0; i < Width * Height; i++)
            {
                if (same(step, i % Width, i / Width) && Math.Abs(frame[i] - expected[Luma(step, i - by)] - add) > (lift is null ? 1 : 1.5))
                {
                    first = bad++ == 0 ? i : first;
                }
            }

            Assert.True(
                bad <= share * Width * Height,
                $"{name} at {step}/{Steps}: {bad} pixels differ, the first at {first % Width}, {first / Width}: {(first < 0 ? 0 : frame[first])}, ffmpeg has {(first < 0 ? 0 : expected[Luma(step, first - by)])}.");
        }
    }

    private static async Task<byte[]> XfadeAsync(string name, FramePicture from, FramePicture to)
    {
        var folder = Directory.CreateTempSubdirectory("gpu-xfade-").FullName;
        try
        {
            string first = await StillAsync(folder, "from.raw", from), second = await StillAsync(folder, "to.raw", to);
            string[] input = ["-f", "rawvideo", "-pix_fmt", "yuv444p", "-s", $"{Width}x{Height}", "-r", Steps.ToString(CultureInfo.InvariantCulture), "-i"];
            var frames = await Reference.FfmpegAsync(
                default,
                [.. input, first, .. input, second, "-filter_complex", $"xfade=transition={name}:duration=1:offset=0", "-f", "rawvideo", "-pix_fmt", "yuv444p", "-"]);
            Assert.True(frames.Length >= Luma(Steps, 0), $"ffmpeg gave {frames.Length} bytes.");
            return frames;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> StillAsync(string folder, string name, FramePicture picture)
    {
        var path = Path.Combine(folder, name);
        await using var file = File.Create(path);
        var grey = Enumerable.Repeat((byte)128, 2 * Width * Height).ToArray();
        for (var i = 0; i <= Steps; i++)
        {
            await file.WriteAsync(picture.Planes.Host[..(Width * Height)], TestContext.Current.CancellationToken);
            await file.WriteAsync(grey, TestContext.Current.CancellationToken);
        }

        return path;
    }

    private static int Luma(int frame, int pixel) => (frame * 3 * Width * Height) + pixel;

    private static FramePicture Flat(byte level) => new(Width, Height, Enumerable.Repeat(level, I420.Length(Width, Height)).ToArray());

    private static FramePicture Smooth() =>
        new(Width, Height, Enumerable.Range(0, I420.Length(Width, Height)).Select(i => (byte)(30 + (i % Width) + (i / Width / 2))).ToArray());
}
