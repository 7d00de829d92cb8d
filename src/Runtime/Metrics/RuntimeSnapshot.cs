using Gpu.Runtime.Optimizers;

namespace Gpu.Runtime.Metrics;

/// <summary>A runtime as it is at this moment.</summary>
/// <param name="ProcessId">The process that it runs in.</param>
/// <param name="At">When this was read.</param>
/// <param name="Ready">Whether it takes work: its kernels are there and a device is in use.</param>
/// <param name="Pending">Requests that wait for a device.</param>
/// <param name="Parts">The state of every part.</param>
/// <param name="Devices">The state of every device; empty where the devices are not open or the metrics are off.</param>
public sealed record RuntimeSnapshot(int ProcessId, DateTimeOffset At, bool Ready, long Pending, IReadOnlyList<OptimizerReport> Parts, IReadOnlyList<DeviceReport> Devices);
