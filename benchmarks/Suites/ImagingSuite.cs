using BenchmarkDotNet.Attributes;
using Gpu.Benchmarks.Contests;
using Gpu.Kernels.Imaging;
using Gpu.Kernels.Video;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Benchmarks.Suites;

public class ImagingSuite : KernelSuite
{
    private MemoryBuffer1D<byte, Stride1D.Dense> _a = null!;
    private MemoryBuffer1D<byte, Stride1D.Dense> _b = null!;
    private MemoryBuffer1D<byte, Stride1D.Dense> _into = null!;
    private MemoryBuffer1D<byte, Stride1D.Dense> _planes = null!;

    [Benchmark]
    public void Crossfade()
    {
        Device.Accelerator.Crossfade(_a.View, _b.View, _into.View, Data.Width, Data.Height, 0.3);
        Finish();
    }

    [Benchmark]
    public void CompositeOver()
    {
        Device.Accelerator.CompositeOver(_a.View, _b.View, _into.View, Data.Width, Data.Height);
        Finish();
    }

    [Benchmark]
    public void ConvertToI420()
    {
        Device.Accelerator.ConvertToI420(_a.View, _planes.View, Data.Width, Data.Height);
        Finish();
    }

    protected override void Prepare()
    {
        const int Length = 4 * Data.Width * Data.Height;
        (_a, _b, _into, _planes) = (Noise(Length), Noise(Length), Noise(Length), Noise(I420.Length(Data.Width, Data.Height)));
    }
}
