using Gpu.Kernels.Imaging.Grading;
using Gpu.Kernels.Tests.Suite;
using Gpu.Kernels.Video;

namespace Gpu.Kernels.Tests.Video;

/// <summary>Frames that take more than one pass: through a cube, mixed in light, blurred both ways.</summary>
public sealed class StagedFrameTests(Devices devices)
{
    private const int Width = 96;
    private const int Height = 64;

    [Fact]
    public void Grey_pictures_mix_as_their_light_does()
    {
        // Grey of level y is (y - 16)/219 of full R'G'B'.
        foreach (var (from, to) in new[] { (16, 235), (40, 200), (235, 90), (100, 100) })
        {
            using FramePicture first = Grey(from), second = Grey(to);
            for (var step = 1; step < 8; step++)
            {
                var mix = step / 8.0;
                var frame = devices.Cpu.Styled(Width, Height, Frames.Whole(first), Frames.Whole(second), mix, new FrameOptions { LinearLight = true });
                var light = (Light((from - 16) / 219.0) * (1 - mix)) + (Light((to - 16) / 219.0) * mix);
                var level = 16 + (219 * (light <= 0.0031308 ? 12.92 * light : (1.055 * Math.Pow(light, 1 / 2.4)) - 0.055));

                // Rounded to R'G'B', to light and back, and to Y'.
                Assert.All(frame[..(Width * Height)], y => Assert.InRange(y, level - 1.01, level + 1.01));
                Assert.All(frame[(Width * Height)..], c => Assert.Equal(128, c));
            }
        }
    }

    [Fact]
    public void Every_level_comes_back_from_its_light()
    {
        for (var level = 0; level < 256; level++)
        {
            var light = LinearLight.Light.Host.Span[level];
            Assert.Equal(level, LinearLight.Level.Host.Span[light]);
            Assert.Equal(Light(level / 255.0), light / 65535.0, 0.5 / 65535);
        }
    }

    [Theory]
    [InlineData(FrameLayout.I420)]
    [InlineData(FrameLayout.Nv12)]
    public void A_cube_maps_the_whole_frame(FrameLayout layout)
    {
        // All colours to one: (200, 100, 50) is Y 118, Cb 97, Cr 173 in BT.709.
        using var cube = new ColourCube(2, [.. Enumerable.Repeat(new[] { 200 / 255f, 100 / 255f, 50 / 255f }, 8).SelectMany(c => c)]);
        using var picture = Frames.Random(Width, Height);
        var frame = devices.Cpu.Styled(Width, Height, Frames.Whole(picture), null, 0, new FrameOptions { Cube = cube, Layout = layout });
        Assert.All(frame[..(Width * Height)], y => Assert.InRange(y, 116, 118));
        var chroma = frame[(Width * Height)..];
        for (var i = 0; i < chroma.Length; i++)
        {
            var red = layout == FrameLayout.Nv12 ? i % 2 == 1 : i >= chroma.Length / 2;
            Assert.InRange(chroma[i], red ? 171 : 94, red ? 174 : 98);
        }
    }

    [Fact]
    public async Task Blur_is_OpenCvs_box_twice_over_the_mixture()
    {
        using FramePicture from = Frames.Random(Width, Height), to = Frames.Random(Width, Height + 2);
        var window = new SampleBox(0, 1, Width, Height);
        const double Mix = 0.375;
        var frame = devices.Cpu.Styled(Width, Height, Frames.Whole(from), new(to, window), Mix, new FrameOptions { Transition = Transition.Blur });
        var expected = await Reference.PythonAsync(
            $"""
             import sys, cv2, numpy as np
             data = np.frombuffer(sys.stdin.buffer.read(), np.uint8)
             start = 0
             for w, h, r in (({Width}, {Height}, 3), ({Width / 2}, {Height / 2}, 2), ({Width / 2}, {Height / 2}, 2)):
                 plane = data[start:start + w * h].reshape(h, w)
                 start += w * h
                 for _ in range(2):
                     plane = cv2.blur(plane, (2 * r + 1, 2 * r + 1))
                 sys.stdout.buffer.write(plane.tobytes())
             """,
            devices.Cpu.Compose(Width, Height, Frames.Whole(from), new(to, window), Mix));
        Assert.Equal(expected.Length, frame.Length);
        Assert.All(frame.Zip(expected), pair => Assert.InRange(pair.First - pair.Second, -1, 1));
    }

    [Fact]
    public void Every_device_gives_the_same_bits()
    {
        using var cube = Imaging.GradingCases.Cube(new Random(3), 17);
        using FramePicture from = Frames.Random(Width, Height), to = Frames.Random(Width + 2, Height), ground = Frames.Random(Width, Height + 4);
        FrameLayer first = Frames.Whole(from) with { Rotation = 7, Ground = ground }, second = new(to, new SampleBox(-20, -9, 150, 90)) { Ground = ground };
        foreach (var transition in new[] { Transition.Blur, Transition.HorizontalBlur, Transition.SmoothLeft, Transition.FadeWhite, Transition.Pixelize })
        {
            var options = new FrameOptions { Transition = transition, LinearLight = transition != Transition.Blur, Cube = cube, Dither = true, Layout = FrameLayout.Nv12 };
            Assert.Equal(devices.Cpu.Styled(Width, Height, first, second, 0.4, options), devices.Pocl.Styled(Width, Height, first, second, 0.4, options));
        }
    }

    private static double Light(double value) => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);

    private static FramePicture Grey(int level)
    {
        var planes = Enumerable.Repeat((byte)128, I420.Length(Width, Height)).ToArray();
        planes.AsSpan(0, Width * Height).Fill((byte)level);
        return new FramePicture(Width, Height, planes);
    }
}
