using Gpu.Kernels.Launching;
using Gpu.Runtime.Scheduling;

namespace Gpu.Runtime.Optimizers;

/// <summary>ILGPU kernels on this machine's devices: each compiled at its first use on a device, then kept.</summary>
internal sealed class KernelsOptimizer(ComputeEngineHost host) : IOptimizer
{
    public string Name => OptimizerNames.Kernels;

    public bool IsAvailable => host.Devices.Any(static d => d.InUse);

    public Task InitializeAsync(CancellationToken cancellationToken = default) => host.GetAsync(cancellationToken);

    public Task<WorkReceipt> OptimizeAsync(IDeviceWork work, WorkOptions? options = null, CancellationToken cancellationToken = default) => host.RunAsync(work, options, cancellationToken);

    public IReadOnlyDictionary<string, string> GetStatus() =>
        host.Devices.ToDictionary(static d => d.Id, static d => d.InUse ? $"{d.Name}, {d.Driver}: in use" : $"{d.Name}: {d.Refusal}");

    public Task CleanupAsync(CancellationToken cancellationToken = default) => host.DisposeAsync().AsTask();
}
