using Gpu.Benchmarks.Comparing;
using Gpu.Benchmarks.Peers;
using Gpu.Kernels.Imaging;
using Gpu.Kernels.Video;
using ILGPU.Runtime;

namespace Gpu.Benchmarks.Contests;

/// <summary>Pictures: crossfade, resize, conversion, and a frame's sample.</summary>
internal static class ImagingContests
{
    private const string OpenCv = "OpenCV";

    public static IEnumerable<Contest> List(PythonWorker python)
    {
        yield return new Contest("crossfade 1080p RGBA", "ms", Ours(Crossfade),
        [
            new Opponent(OpenCv, 2, python.Peer("opencv.crossfade"), SharpPeers.Crossfade),
            new Opponent("numba, parallel", 2, python.Peer("numba.crossfade")),
        ]);
        yield return Resized("triangle", ResizeFilter.Triangle, ("OpenCV INTER_LINEAR, not antialiased", 1, [python.Peer("opencv.linear"), SharpPeers.Resize("Linear")]), ("Pillow", 2, [python.Peer("pillow.triangle")]));
        yield return Resized("bicubic", ResizeFilter.Bicubic, ("OpenCV INTER_CUBIC, not antialiased", 1, [python.Peer("opencv.cubic"), SharpPeers.Resize("Cubic")]), ("Pillow", 2, [python.Peer("pillow.bicubic")]));
        yield return Resized("Lanczos", ResizeFilter.Lanczos, ("OpenCV INTER_LANCZOS4, not antialiased", 2, [python.Peer("opencv.lanczos"), SharpPeers.Resize("Lanczos4")]), ("Pillow", 2, [python.Peer("pillow.lanczos")]));
        yield return Resized("area", ResizeFilter.Box, ("OpenCV INTER_AREA", 1.5, [python.Peer("opencv.area"), SharpPeers.Resize("Area")]), ("Pillow", 1.5, [python.Peer("pillow.box")]));
        yield return new Contest("Ken Burns sample 1080p, to I420", "ms", Ours(KenBurns), [new Opponent("OpenCV warpAffine, to RGB", 3, python.Peer("opencv.warp"), SharpPeers.Warp)]);
        yield return new Contest("RGB to I420 1080p", "ms", Ours(ToI420),
            [new Opponent("OpenCV cvtColor, BT.601", 1, python.Peer("opencv.i420"), python.Peer("opencv.i420a"), SharpPeers.ToI420)]);
    }

    private static Func<IContender> Ours(Func<OwnedCall> make) => () => new Call("ours", make);

    private static Contest Resized(string name, ResizeFilter filter, params (string Peer, double Goal, Func<IContender>[] Contenders)[] opponents) =>
        new($"resize 2500x1667 to 1080p RGB, {name}", "ms", Ours(() => Resize(filter)), [.. opponents.Select(o => new Opponent(o.Peer, o.Goal, o.Contenders))]);

    private static OwnedCall Crossfade()
    {
        var device = new BenchDevice();
        const int Length = 4 * Data.Width * Data.Height;
        MemoryBuffer1D<byte, ILGPU.Stride1D.Dense> a = device.Noise(Length, 1), b = device.Noise(Length, 2), into = device.Noise(Length, 3);
        return new OwnedCall(
            () =>
            {
                device.Accelerator.Crossfade(a.View, b.View, into.View, Data.Width, Data.Height, 0.3);
                device.Accelerator.Synchronize();
            },
            a, b, into, device);
    }

    private static OwnedCall Resize(ResizeFilter filter)
    {
        var device = new BenchDevice();
        var resizer = new Resizer(device.Accelerator, Data.SourceWidth, Data.SourceHeight, Data.Width, Data.Height, filter, channels: 3);
        MemoryBuffer1D<byte, ILGPU.Stride1D.Dense> source = device.Noise(3 * Data.SourceWidth * Data.SourceHeight, 1), into = device.Noise(3 * Data.Width * Data.Height, 2);
        return new OwnedCall(
            () =>
            {
                resizer.Run(source.View, into.View);
                device.Accelerator.Synchronize();
            },
            source, into, resizer, device);
    }

    private static OwnedCall KenBurns()
    {
        var device = new BenchDevice();
        var picture = new FramePicture(2208, 1242, Data.Noise(I420.Length(2208, 1242), 1));
        var work = new ComposeFrame(
            Data.Width, Data.Height, new FrameLayer(picture, new SampleBox(31.37, 17.83, Data.Width * 1.09, Data.Height * 1.09)), null, 0, [], new byte[I420.Length(Data.Width, Data.Height)]);
        return new OwnedCall(() => device.Execute(work), picture, device);
    }

    private static OwnedCall ToI420()
    {
        var device = new BenchDevice();
        MemoryBuffer1D<byte, ILGPU.Stride1D.Dense> rgba = device.Noise(4 * Data.Width * Data.Height, 1), into = device.Noise(I420.Length(Data.Width, Data.Height), 2);
        return new OwnedCall(
            () =>
            {
                device.Accelerator.ConvertToI420(rgba.View, into.View, Data.Width, Data.Height);
                device.Accelerator.Synchronize();
            },
            rgba, into, device);
    }
}
