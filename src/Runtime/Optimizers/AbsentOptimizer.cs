using Gpu.Kernels.Launching;
using Gpu.Runtime.Scheduling;

namespace Gpu.Runtime.Optimizers;

/// <summary>A part that the design has and this version has not: it says so, wherever it is asked.</summary>
internal sealed class AbsentOptimizer(string name) : IOptimizer
{
    public string Name => name;

    public bool IsAvailable => false;

    public Task InitializeAsync(CancellationToken cancellationToken = default) => Task.FromException(Error());

    public Task<WorkReceipt> OptimizeAsync(IDeviceWork work, WorkOptions? options = null, CancellationToken cancellationToken = default) => Task.FromException<WorkReceipt>(Error());

    public IReadOnlyDictionary<string, string> GetStatus() => new Dictionary<string, string>();

    public Task CleanupAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    private LibraryNotAvailableError Error() => new($"{name} is not part of this version.");
}
