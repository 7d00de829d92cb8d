using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Gpu.Benchmarks.Contests;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Benchmarks.Suites;

/// <summary>What the suites share: a device, opened once a case, and what a call allocates.</summary>
[Config(typeof(Config))]
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
        CallAllocation.Measure(this);
        Release();

        // The accelerator takes what was allocated on it along.
        _device?.Dispose();
        _device = null;
    }

    /// <summary>Makes the data of the case.</summary>
    protected abstract void Prepare();

    /// <summary>Frees what is not the device's.</summary>
    protected virtual void Release()
    {
    }

    private protected MemoryBuffer1D<byte, Stride1D.Dense> Noise(int length) => Device.Noise(length, length);

    private protected void Finish() => Device.Accelerator.Synchronize();

    private sealed class Config : ManualConfig
    {
        public Config()
        {
            Add(new SuiteConfig());
            AddColumn(new AllocationColumn());
        }
    }
}
