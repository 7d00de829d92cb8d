using Gpu.Runtime.Scheduling.Core;

namespace Gpu.Runtime.Scheduling;

/// <summary>
/// Told of every decision of the engine and of what came of it: what metrics and traces are made of. Without an observer
/// none of this is collected.
/// </summary>
/// <remarks>
/// Calls come on any thread. Those of batches, devices and queued requests come one at a time and in the order in which things
/// happened, under the engine's lock; <see cref="OnRequestsEnded"/> comes outside of it, from several threads at once, after all
/// else that concerns its requests and before their callers hear of it. Implementations return at once, call nothing of the
/// engine and do not throw: what they throw is logged and dropped. Arguments may be kept, spans may not.
/// </remarks>
internal interface IEngineObserver
{
    /// <summary>
    /// Whether it is told of each request that is queued. Asked once, when it is added: where nobody follows requests, they cost
    /// nothing until they end.
    /// </summary>
    bool FollowsRequests { get; }

    /// <summary>
    /// Whether it wants to hear why the next batch is placed where it is, and which requests are in it. Asked at each batch: who
    /// keeps only a part of them need not have the reasons of all.
    /// </summary>
    bool WantsReasons { get; }

    /// <summary>
    /// A request was admitted; told where anybody <see cref="FollowsRequests"/>. Called on the caller's thread, so that
    /// <c>Activity.Current</c> is the caller's.
    /// </summary>
    void OnRequestQueued(RequestQueued request);

    /// <summary>Requests were put into one batch, and a device was chosen for it.</summary>
    void OnBatchPlaced(BatchPlaced batch);

    /// <summary>A device began a batch.</summary>
    void OnBatchStarted(BatchStarted batch);

    /// <summary>A device ended a batch, well or not, in time or too late.</summary>
    void OnBatchEnded(BatchEnded batch);

    /// <summary>A request whose batch failed will be tried again.</summary>
    void OnRequestRetried(RequestRetried request);

    /// <summary>
    /// Requests are over, those of a batch together: also one that was refused at the door, for which there was no
    /// <see cref="OnRequestQueued"/>. <see cref="RequestEnded.Of"/> says all of one that can be known.
    /// </summary>
    /// <param name="requests">The requests, which may not be kept: they hold their callers' memory.</param>
    /// <param name="epoch">The time from which theirs count.</param>
    void OnRequestsEnded(ReadOnlySpan<Ending> requests, DateTimeOffset epoch);

    /// <summary>A device came into use, went out of it, or is being probed.</summary>
    void OnDeviceChanged(DeviceChanged device);

    /// <summary>What a device's memory is used for, after each batch that changed it.</summary>
    void OnMemoryChanged(DeviceMemory memory);
}
