namespace Gpu.Runtime.Metrics;

/// <summary>A device as it is at this moment.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind"><c>cpu</c>, <c>cuda</c> or <c>opencl</c>.</param>
/// <param name="State">A state of the engine's in snake case; <c>refused</c> for a device that is not used.</param>
/// <param name="Reason">Why it is in that state; null where that is not known.</param>
/// <param name="Queued">Batches that are planned for it and have not begun.</param>
/// <param name="Running">The operation that it carries out; null where it is idle.</param>
/// <param name="RunningRequests">How many requests that is.</param>
/// <param name="RunningSeconds">For how long.</param>
/// <param name="Utilisation">Busy share of the last second; null where it is not known.</param>
/// <param name="MemoryUsedBytes">Memory in use; null where it is not known.</param>
/// <param name="MemoryBytes">Memory of the device.</param>
/// <param name="PoolBytes">Bytes that its pool holds.</param>
/// <param name="PoolInUseBytes">Of these, lent to work.</param>
/// <param name="PoolLimitBytes">Bytes that its pool may hold; null where that is not known yet.</param>
/// <param name="Batches">Batches that it carried out.</param>
/// <param name="Requests">Requests in them.</param>
/// <param name="BusySeconds">Time that it spent executing.</param>
/// <param name="Watts">Power drawn; null where it does not tell.</param>
/// <param name="Celsius">Temperature; null where it does not tell.</param>
public sealed record DeviceReport(
    string Id,
    string Name,
    string Kind,
    string State,
    string? Reason,
    int Queued,
    string? Running,
    int RunningRequests,
    double RunningSeconds,
    double? Utilisation,
    long? MemoryUsedBytes,
    long MemoryBytes,
    long PoolBytes,
    long PoolInUseBytes,
    long? PoolLimitBytes,
    long Batches,
    long Requests,
    double BusySeconds,
    double? Watts,
    double? Celsius);
