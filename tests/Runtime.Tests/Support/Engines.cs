using Gpu.Runtime.Devices;
using Gpu.Runtime.Memory;
using Gpu.Runtime.Scheduling;

namespace Gpu.Runtime.Tests.Support;

internal static class Engines
{
    public static Task<ComputeEngine> CpuAsync(TimeProvider? time = null, Action<ComputeOptions>? configure = null) => OpenAsync(DeviceSelection.Cpu, time, configure);

    public static Task<ComputeEngine> OpenAsync(DeviceSelection device, TimeProvider? time = null, Action<ComputeOptions>? configure = null)
    {
        var options = new ComputeOptions { Device = device, Workers = 2 };
        configure?.Invoke(options);
        return ComputeEngine.CreateAsync(options, null, time, TestContext.Current.CancellationToken);
    }

    /// <summary>Several CPU devices, side by side.</summary>
    public static Task<ComputeEngine> OnAsync(IReadOnlyList<DeviceCandidate> candidates, Action<ComputeOptions>? configure = null, Action<ILGPU.Runtime.Accelerator>? probe = null, TimeProvider? time = null)
    {
        var options = new ComputeOptions();
        configure?.Invoke(options);
        return ComputeEngine.CreateAsync(options, candidates, null, time, null, probe, TestContext.Current.CancellationToken);
    }

    public static DeviceCandidate Cpu(string id, int workers = 1, DeviceKind kind = DeviceKind.Cpu)
    {
        var candidate = CpuProbe.Find(workers);
        return candidate with { Info = candidate.Info with { Id = id, Kind = kind, InUse = true } };
    }

    /// <summary>PoCL's device, with memory of its own.</summary>
    public static DeviceCandidate Pocl(string id)
    {
        var found = OpenCLProbe.Find().First(static c => c.IsUsable);
        return found with { Info = found.Info with { Id = id, InUse = true } };
    }

    /// <summary>After every piece of work: nothing lent, nothing pinned.</summary>
    public static void AssertNothingInUse(ComputeEngine engine)
    {
        foreach (var worker in engine.Workers)
        {
            var use = worker.Memory;
            Assert.True(use is { InUseBytes: 0, Pins: 0 }, $"{worker.Id} still uses {use}");
        }
    }

    public static MemoryUse Memory(ComputeEngine engine) => Assert.Single(engine.Workers).Memory;
}
