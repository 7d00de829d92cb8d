using Gpu.Kernels.Launching;
using Gpu.Runtime.Devices;
using Gpu.Runtime.Memory;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace Gpu.Benchmarks.Contests;

/// <summary>The CPU accelerator as the runtime opens it, and the runtime's own memory for typed work on it.</summary>
internal sealed class BenchDevice : IDisposable
{
    private const long PoolBytes = 1L << 30;
    private readonly OpenDevice _device;
    private readonly DeviceScope _scope;

    public BenchDevice()
    {
        _device = OpenDevice.Open(new CPUDevice(2, 1, Environment.ProcessorCount));
        _scope = DeviceScope.For(_device.Accelerator, PoolBytes, new ReleaseInbox(static () => { }));
    }

    public Accelerator Accelerator => _device.Accelerator;

    /// <summary>A buffer of bytes that look like noise.</summary>
    public MemoryBuffer1D<byte, Stride1D.Dense> Noise(int length, int seed) => Accelerator.Allocate1D(Data.Noise(length, seed));

    /// <summary>Runs typed work as a device's worker does, to its end.</summary>
    public void Execute(IDeviceWork work)
    {
        _scope.Begin(CancellationToken.None);
        try
        {
            work.Execute(_scope);
            _scope.Finish();
            _scope.Commit();
        }
        finally
        {
            _scope.End();
        }
    }

    public void Dispose()
    {
        _scope.Dispose();
        _device.Dispose();
    }
}
