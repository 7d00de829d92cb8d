using BenchmarkDotNet.Attributes;
using Gpu.Benchmarks.Contests;
using Gpu.Kernels.Imaging;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Benchmarks.Suites;

public class ResizeSuite : KernelSuite
{
    private MemoryBuffer1D<byte, Stride1D.Dense> _source = null!;
    private MemoryBuffer1D<byte, Stride1D.Dense> _into = null!;
    private Resizer _resizer = null!;

    [ParamsAllValues]
    public ResizeFilter Filter { get; set; }

    [Params(3, 4)]
    public int Channels { get; set; }

    [Benchmark]
    public void Resize()
    {
        _resizer.Run(_source.View, _into.View);
        Finish();
    }

    protected override void Prepare()
    {
        _resizer = new Resizer(Device.Accelerator, Data.SourceWidth, Data.SourceHeight, Data.Width, Data.Height, Filter, Channels);
        (_source, _into) = (Noise(Channels * Data.SourceWidth * Data.SourceHeight), Noise(Channels * Data.Width * Data.Height));
    }
}
