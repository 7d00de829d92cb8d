namespace Gpu.Runtime.Scheduling;

/// <summary>Where and how a piece of work ran.</summary>
/// <param name="DeviceId">The <see cref="Devices.DeviceInfo.Id"/> of the device.</param>
/// <param name="Queued">Time from submission to start.</param>
/// <param name="Ran">Time from start to results in host memory.</param>
public readonly record struct WorkReceipt(string DeviceId, TimeSpan Queued, TimeSpan Ran);
