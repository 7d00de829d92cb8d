using Gpu.Kernels.Launching;
using Gpu.Runtime.Scheduling;

namespace Gpu.Runtime.Optimizers;

/// <summary>
/// A part of the runtime that makes work faster: the kernels, the scheduler, or one that a host adds by registering it as
/// an <see cref="IOptimizer"/>. The <see cref="OptimizationManager"/> starts it, reports it and cleans it up.
/// </summary>
public interface IOptimizer
{
    /// <summary>Short, lower case and unique, such as <c>kernels</c>.</summary>
    string Name { get; }

    /// <summary>Whether <see cref="OptimizeAsync"/> can be called now.</summary>
    bool IsAvailable { get; }

    /// <summary>Gets everything ready. Runs beside the other parts' own.</summary>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <exception cref="LibraryNotAvailableError">What the part needs is missing on this machine.</exception>
    Task InitializeAsync(CancellationToken cancellationToken = default);

    /// <summary>Carries out a piece of work in the part's own way.</summary>
    /// <param name="work">The work.</param>
    /// <param name="options">How it is to be queued; null for <see cref="WorkOptions.Default"/>.</param>
    /// <param name="cancellationToken">Gives the work up.</param>
    /// <exception cref="LibraryNotAvailableError">The part is not available.</exception>
    Task<WorkReceipt> OptimizeAsync(IDeviceWork work, WorkOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>What the part has to say of itself, for people and for status pages: short names and values.</summary>
    IReadOnlyDictionary<string, string> GetStatus();

    /// <summary>Lets go of everything. Called once, also after a start that failed.</summary>
    /// <param name="cancellationToken">Cancelled when the manager stops waiting.</param>
    Task CleanupAsync(CancellationToken cancellationToken = default);
}
