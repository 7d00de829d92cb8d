using Gpu.Kernels.Launching;
using Gpu.Runtime.Devices;

namespace Gpu.Runtime.Scheduling;

/// <summary>Runs typed work on the devices of this machine.</summary>
public interface IComputeEngine : IAsyncDisposable
{
    /// <summary>All devices that were found, in use or refused.</summary>
    IReadOnlyList<DeviceInfo> Devices { get; }

    /// <summary>Queues work and completes when its outputs are in host memory.</summary>
    /// <param name="work">The work, its arguments checked already.</param>
    /// <param name="options">Priority and deadline; null for <see cref="WorkOptions.Default"/>.</param>
    /// <param name="cancellationToken">Takes the work out of the queue. Work that runs already ends first, then this is cancelled: outputs are not written after the returned task completes.</param>
    /// <exception cref="QueueFullError">The queue holds as much as it may.</exception>
    /// <exception cref="DeadlineExceededError">The work had not started at its deadline.</exception>
    /// <exception cref="DeviceFailedError">The device failed.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    Task<WorkReceipt> RunAsync(IDeviceWork work, WorkOptions? options = null, CancellationToken cancellationToken = default);
}
