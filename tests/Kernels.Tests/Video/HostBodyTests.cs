using Gpu.Kernels.Tests.Suite;
using Gpu.Kernels.Video;
using Gpu.Kernels.Video.Host;
using ILGPU.Runtime;

namespace Gpu.Kernels.Tests.Video;

public sealed class HostBodyTests(Devices devices)
{
    private const int Width = 320;
    private const int Height = 180;

    [Fact]
    public void Every_level_of_this_processor_gives_the_same_bits()
    {
        var plain = Compose(HostLevel.Portable, 3);
        Assert.All(HostLevels.All, level => Assert.Equal(plain, Compose(level, 3)));
        Assert.Contains(HostLevels.Resolve(HostLevel.Best), HostLevels.All);
    }

    [Fact]
    public void Frames_after_the_first_allocate_nothing()
    {
        using var target = devices.Cpu.Allocate1D<byte>(I420.Length(Width, Height));
        using var planes = devices.Cpu.Allocate1D(Frames.Random(Width, Height).Planes.Host.ToArray());
        long before = 0;
        for (var frame = 0; frame < 3; frame++)
        {
            before = frame == 1 ? GC.GetAllocatedBytesForCurrentThread() : before;
            Composition(target.View, planes.View, HostLevel.Best, frame).Rows(0, Height / 2);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private byte[] Compose(HostLevel level, int frame)
    {
        using var target = devices.Cpu.Allocate1D<byte>(I420.Length(Width, Height));
        using var planes = devices.Cpu.Allocate1D(Frames.Random(Width, Height).Planes.Host.ToArray());
        Composition(target.View, planes.View, level, frame).Rows(0, Height / 2);
        return target.GetAsArray1D();
    }

    private static FrameComposition Composition(ILGPU.ArrayView<byte> target, ILGPU.ArrayView<byte> planes, HostLevel level, int frame)
    {
        var from = new SampledLayer(planes, Width, Height, new(0.3 * frame, 0.2, Width / 1.07, Height / 1.07), Width, Height);
        var to = new SampledLayer(planes, Width, Height, new(1.5, -0.4 * frame, Width / 0.97, Height / 0.97), Width, Height);
        return new(target, Width, Height, from, to, 12_345, planes, default, 0, level);
    }
}
