using BenchmarkDotNet.Attributes;
using Gpu.Benchmarks.Contests;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Benchmarks.Suites;

/// <summary>What the suites share: a device, opened once a case.</summary>
[Config(typeof(SuiteConfig))]
public abstract class KernelSuite
{
    private BenchDevice? _device;

    internal BenchDevice Device => _device ?? throw new InvalidOperationException("The device is opened by the setup.");

    [GlobalSetup]
    public void Open()
    {
        _device = new BenchDevice();
        Prepare();
    }

    [GlobalCleanup]
    public void Close()
    {
        // The accelerator takes what was allocated on it along.
        _device?.Dispose();
        _device = null;
    }

    /// <summary>Makes the data of the case.</summary>
    protected abstract void Prepare();

    private protected MemoryBuffer1D<byte, Stride1D.Dense> Noise(int length) => Device.Noise(length, length);

    private protected void Finish() => Device.Accelerator.Synchronize();
}
