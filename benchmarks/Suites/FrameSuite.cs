using BenchmarkDotNet.Attributes;
using Gpu.Benchmarks.Contests;
using Gpu.Kernels.Video;

namespace Gpu.Benchmarks.Suites;

public class FrameSuite : KernelSuite
{
    private ComposeFrame _one = null!;
    private ComposeFrame _two = null!;
    private ComposeFrame _captioned = null!;

    [Benchmark]
    public void OneLayer() => Device.Execute(_one);

    [Benchmark]
    public void Crossfade() => Device.Execute(_two);

    [Benchmark]
    public void CrossfadeAndCaption() => Device.Execute(_captioned);

    protected override void Prepare()
    {
        FrameLayer first = Layer(1), second = Layer(2);
        var caption = new FrameOverlay(OverlayPicture.FromRgba(1200, 160, Data.Noise(4 * 1200 * 160, 3)), 360, 840, 0.9);
        _one = Compose(first, null, []);
        _two = Compose(first, second, []);
        _captioned = Compose(first, second, [caption]);
    }

    private static FrameLayer Layer(int seed) =>
        new(new FramePicture(2208, 1242, Data.Noise(I420.Length(2208, 1242), seed)), new SampleBox(31.37, 17.83, Data.Width * 1.09, Data.Height * 1.09));

    private static ComposeFrame Compose(FrameLayer from, FrameLayer? to, IReadOnlyList<FrameOverlay> overlays) =>
        new(Data.Width, Data.Height, from, to, to is null ? 0 : 0.3, overlays, new byte[I420.Length(Data.Width, Data.Height)]);
}
