using Gpu.Kernels.Launching;
using Gpu.Runtime.Optimizers;
using Gpu.Runtime.Scheduling;

namespace Gpu.Runtime.Tests.Support;

/// <summary>A part of a host's own.</summary>
public sealed class HostPart(string name, Func<CancellationToken, Task>? initialize = null, Func<CancellationToken, Task>? cleanup = null) : IOptimizer
{
    public string Name => name;

    public bool IsAvailable { get; set; } = true;

    public Task InitializeAsync(CancellationToken cancellationToken = default) => initialize?.Invoke(cancellationToken) ?? Task.CompletedTask;

    public Task<WorkReceipt> OptimizeAsync(IDeviceWork work, WorkOptions? options = null, CancellationToken cancellationToken = default) => Task.FromResult(new WorkReceipt(name, TimeSpan.Zero, TimeSpan.Zero));

    public IReadOnlyDictionary<string, string> GetStatus() => new Dictionary<string, string> { ["host"] = "part" };

    public Task CleanupAsync(CancellationToken cancellationToken = default) => cleanup?.Invoke(cancellationToken) ?? Task.CompletedTask;
}
