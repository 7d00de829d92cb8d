using ILGPU;
using ILGPU.Runtime.CPU;

namespace Gpu.Runtime.Devices;

/// <summary>This machine's processor through ILGPU's CPU accelerator.</summary>
internal static class CpuProbe
{
    public const string Id = "cpu";

    // ILGPU asks for at least two lanes a multiprocessor; launches use groups of one, so that one lane of each works.
    private const int LanesPerWorker = 2;

    public static DeviceCandidate Find(int? workers)
    {
        var count = workers ?? Environment.ProcessorCount;
        return new DeviceCandidate(
            new DeviceInfo
            {
                Id = Id,
                Name = HostProcessor.Name(),
                Kind = DeviceKind.Cpu,
                MemoryBytes = HostMemory.Bytes(),
                Cores = Environment.ProcessorCount,
                Driver = $"ILGPU {Context.Version}, {count} {(count == 1 ? "worker" : "workers")}",
                InUse = false,
                Workers = count,
            },
            () => OpenDevice.Open(new CPUDevice(LanesPerWorker, 1, count)));
    }
}
