namespace Gpu.Runtime.Scheduling;

/// <summary>
/// Told of every decision of the engine and of what came of it: what metrics and traces are made of. Without an observer
/// none of this is collected.
/// </summary>
/// <remarks>
/// Calls come on any thread, one at a time and in the order in which things happened, under the engine's lock.
/// Implementations return at once, call nothing of the engine and do not throw: what they throw is logged and dropped. The
/// arguments may be kept.
/// </remarks>
internal interface IEngineObserver
{
    /// <summary>A request was admitted. Called on the caller's thread, so that <c>Activity.Current</c> is the caller's.</summary>
    void OnRequestQueued(RequestQueued request);

    /// <summary>Requests were put into one batch, and a device was chosen for it.</summary>
    void OnBatchPlaced(BatchPlaced batch);

    /// <summary>A device began a batch.</summary>
    void OnBatchStarted(BatchStarted batch);

    /// <summary>A device ended a batch, well or not, in time or too late.</summary>
    void OnBatchEnded(BatchEnded batch);

    /// <summary>A request whose batch failed will be tried again.</summary>
    void OnRequestRetried(RequestRetried request);

    /// <summary>A request is over: also one that was refused at the door, for which there was no <see cref="OnRequestQueued"/>.</summary>
    void OnRequestEnded(RequestEnded request);

    /// <summary>A device came into use, went out of it, or is being probed.</summary>
    void OnDeviceChanged(DeviceChanged device);

    /// <summary>What a device's memory is used for, after each batch.</summary>
    void OnMemoryChanged(DeviceMemory memory);
}
