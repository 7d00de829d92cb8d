using System.Globalization;
using Gpu.Kernels.Launching;
using Gpu.Runtime.Scheduling;

namespace Gpu.Runtime.Optimizers;

/// <summary>The queue, and the devices and cores that share its work.</summary>
internal sealed class SchedulerOptimizer(ComputeEngineHost host) : IOptimizer
{
    public string Name => OptimizerNames.Scheduler;

    public bool IsAvailable => host.Devices.Any(static d => d.InUse);

    public Task InitializeAsync(CancellationToken cancellationToken = default) => host.GetAsync(cancellationToken);

    public Task<WorkReceipt> OptimizeAsync(IDeviceWork work, WorkOptions? options = null, CancellationToken cancellationToken = default) => host.RunAsync(work, options, cancellationToken);

    public IReadOnlyDictionary<string, string> GetStatus() => host.Engine is { } engine
        ? new Dictionary<string, string>
        {
            ["waiting"] = Number(engine.QueueLength),
            ["devices"] = Number(engine.Devices.Count(static d => d.InUse)),
            ["completed"] = Number(engine.Instruments.Completed),
            ["failed"] = Number(engine.Instruments.Failed),
            ["refused"] = Number(engine.Instruments.Refused),
            ["cancelled"] = Number(engine.Instruments.Cancelled),
        }
        : [];

    public Task CleanupAsync(CancellationToken cancellationToken = default) => host.DisposeAsync().AsTask();

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
