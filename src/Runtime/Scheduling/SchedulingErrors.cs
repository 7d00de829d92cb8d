namespace Gpu.Runtime.Scheduling;

/// <summary>The queue holds as much as it may; nothing was queued. Try again later, or raise the limit.</summary>
/// <param name="message">The queue, its length and its limit.</param>
public sealed class QueueFullError(string message) : OptimizationError(message);

/// <summary>The work had not started when its deadline came.</summary>
/// <param name="message">The work, its deadline and how long it waited.</param>
public sealed class DeadlineExceededError(string message) : OptimizationError(message);

/// <summary>The work failed on a device.</summary>
/// <param name="message">The work, the device and the cause.</param>
/// <param name="inner">The device's own exception.</param>
public class DeviceFailedError(string message, Exception? inner = null) : OptimizationError(message, inner);

/// <summary>No device is left that could run the work.</summary>
/// <param name="message">The devices and what happened to each.</param>
/// <param name="inner">The device's own exception.</param>
public sealed class DeviceLostError(string message, Exception? inner = null) : DeviceFailedError(message, inner);

/// <summary>The work failed three attempts, or took its devices along each time: it is not tried again, and only it fails.</summary>
/// <param name="message">The work and how its last attempt ended.</param>
/// <param name="inner">The last exception.</param>
public sealed class PoisonedError(string message, Exception? inner = null) : DeviceFailedError(message, inner);

/// <summary>The engine was draining or disposed before the work had started.</summary>
/// <param name="message">What happened.</param>
public sealed class EngineStoppedError(string message) : OptimizationError(message);
