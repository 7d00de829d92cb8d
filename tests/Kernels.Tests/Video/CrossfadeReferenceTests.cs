using Gpu.Kernels.Tests.Suite;
using Gpu.Kernels.Video;

namespace Gpu.Kernels.Tests.Video;

public sealed class CrossfadeReferenceTests(Devices devices)
{
    private const int Width = 66;
    private const int Height = 34;

    [Fact]
    public async Task A_crossfade_is_within_1_of_ffmpegs()
    {
        const int Steps = 50;
        using FramePicture from = Frames.Random(Width, Height), to = new(Width, Height, Frames.Random(Width, Height).Planes.Host.ToArray().Reverse().ToArray());
        var folder = Directory.CreateTempSubdirectory("gpu-xfade-").FullName;
        try
        {
            string first = await StillAsync(folder, "from.yuv", from, Steps + 1), second = await StillAsync(folder, "to.yuv", to, Steps + 1);

            // All planes as one grey picture: xfade takes no 4:2:0, and ffmpeg would resample the chroma for it.
            string[] input = ["-f", "rawvideo", "-pix_fmt", "gray", "-s", $"{Width}x{Height * 3 / 2}", "-r", "25", "-i"];
            var expected = await Reference.FfmpegAsync(
                default,
                [.. input, first, .. input, second, "-filter_complex", "xfade=transition=fade:duration=2:offset=0", "-f", "rawvideo", "-pix_fmt", "gray", "-"]);
            var length = I420.Length(Width, Height);
            Assert.True(expected.Length >= Steps * length, $"ffmpeg gave {expected.Length} bytes.");
            for (var step = 0; step < Steps; step++)
            {
                var frame = devices.Cpu.Compose(Width, Height, Frames.Whole(from), Frames.Whole(to), (double)step / Steps);
                for (var i = 0; i < length; i++)
                {
                    var other = expected[(step * length) + i];
                    Assert.True(Math.Abs(frame[i] - other) <= 1, $"Step {step}, byte {i}: {frame[i]}, ffmpeg has {other}.");
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> StillAsync(string folder, string name, FramePicture picture, int frames)
    {
        var path = Path.Combine(folder, name);
        await using var file = File.Create(path);
        for (var i = 0; i < frames; i++)
        {
            await file.WriteAsync(picture.Planes.Host, TestContext.Current.CancellationToken);
        }

        return path;
    }
}
