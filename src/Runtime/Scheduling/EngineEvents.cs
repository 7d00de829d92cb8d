using Gpu.Runtime.Scheduling.Core;

namespace Gpu.Runtime.Scheduling;

/// <summary>A request was admitted to the queue.</summary>
/// <param name="Request">Its number within the engine, from 1 on.</param>
/// <param name="At">When.</param>
/// <param name="Operation">The operation's name.</param>
/// <param name="BatchKey">What may share a launch has the same.</param>
/// <param name="Size">In the operation's own unit.</param>
/// <param name="Priority">As asked for.</param>
/// <param name="Tenant">Whose it is; empty for the tenant of those who name none.</param>
/// <param name="Deadline">When the result is no longer wanted.</param>
/// <param name="Waiting">Requests in the queue, this one included.</param>
internal sealed record RequestQueued(
    long Request, DateTimeOffset At, string Operation, string BatchKey, long Size, WorkPriority Priority, string Tenant, DateTimeOffset? Deadline, int Waiting);

/// <summary>A batch and why it goes where it goes.</summary>
/// <param name="Batch">Its number within the engine, from 1 on.</param>
/// <param name="At">When.</param>
/// <param name="Operation">The operation's name.</param>
/// <param name="BatchKey">The key that its requests share.</param>
/// <param name="Count">How many they are.</param>
/// <param name="Requests">Their numbers; empty where no observer <see cref="IEngineObserver.WantsReasons"/>.</param>
/// <param name="Size">The sum of their sizes.</param>
/// <param name="Device">The device chosen.</param>
/// <param name="Considered">What was predicted for each device that could have run it; empty where no observer <see cref="IEngineObserver.WantsReasons"/>.</param>
/// <param name="StolenFrom">The device for which it was planned before, where this one turned out to be sooner; null otherwise.</param>
internal sealed record BatchPlaced(
    long Batch, DateTimeOffset At, string Operation, string BatchKey, int Count, IReadOnlyList<long> Requests, long Size, string Device, IReadOnlyList<Forecast> Considered, string? StolenFrom);

/// <summary>What was predicted for a device.</summary>
/// <param name="Device">Its id.</param>
/// <param name="Start">When it could start.</param>
/// <param name="End">When it would end.</param>
/// <param name="Transfer">Of that, moving data.</param>
/// <param name="Trusted">Whether there are samples enough; a device without any is tried.</param>
internal readonly record struct Forecast(string Device, DateTimeOffset Start, DateTimeOffset End, TimeSpan Transfer, bool Trusted);

/// <summary>A device began a batch.</summary>
/// <param name="Batch">The batch's number.</param>
/// <param name="At">When.</param>
/// <param name="Device">Its id.</param>
/// <param name="Predicted">How long it should take; zero where nothing is known.</param>
/// <param name="Waiting">Requests that are left in the queue.</param>
internal sealed record BatchStarted(long Batch, DateTimeOffset At, string Device, TimeSpan Predicted, int Waiting);

/// <summary>A device ended a batch.</summary>
/// <param name="Batch">The batch's number.</param>
/// <param name="At">When.</param>
/// <param name="Device">Its id.</param>
/// <param name="Operation">The operation's name.</param>
/// <param name="Count">Requests in it.</param>
/// <param name="Size">The sum of their sizes.</param>
/// <param name="Ran">From start to outputs in host memory.</param>
/// <param name="Transferred">Of that, moving data.</param>
/// <param name="Predicted">What was predicted for it; zero where nothing was known.</param>
/// <param name="BytesIn">Bytes moved to the device; 0 where it shares the host's memory.</param>
/// <param name="BytesOut">Bytes moved from the device.</param>
/// <param name="Failure">What went wrong; null where nothing did.</param>
/// <param name="Reason">The failure's message; null where there is none.</param>
/// <param name="Dropped">It came after its lease had ended: its results were not used.</param>
internal sealed record BatchEnded(
    long Batch,
    DateTimeOffset At,
    string Device,
    string Operation,
    int Count,
    long Size,
    TimeSpan Ran,
    TimeSpan Transferred,
    TimeSpan Predicted,
    long BytesIn,
    long BytesOut,
    BatchFailure? Failure,
    string? Reason,
    bool Dropped);

/// <summary>A request is to be tried again.</summary>
/// <param name="Request">Its number.</param>
/// <param name="At">When this was decided.</param>
/// <param name="Attempt">The attempt that comes: 2 for the first retry.</param>
/// <param name="Device">The device on which it did not end well.</param>
/// <param name="Failure">How.</param>
/// <param name="Reason">The failure's message.</param>
/// <param name="NotBefore">When it may start again.</param>
internal sealed record RequestRetried(long Request, DateTimeOffset At, int Attempt, string Device, BatchFailure Failure, string Reason, DateTimeOffset NotBefore);

/// <summary>A request is over.</summary>
/// <param name="Request">Its number; 0 where it was refused at the door.</param>
/// <param name="At">When.</param>
/// <param name="Operation">The operation's name.</param>
/// <param name="Priority">As asked for.</param>
/// <param name="Tenant">Whose it was.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">The error's message; null where it completed or was cancelled.</param>
/// <param name="Device">The device that ran it last; null where none did.</param>
/// <param name="Batch">The batch in which it ran last; 0 for none.</param>
/// <param name="Queued">From submission to its last start, or to its end where it never started.</param>
/// <param name="Ran">From its last start to its end.</param>
/// <param name="Attempts">How often a device began it.</param>
internal sealed record RequestEnded(
    long Request,
    DateTimeOffset At,
    string Operation,
    WorkPriority Priority,
    string Tenant,
    RequestOutcome Outcome,
    string? Reason,
    string? Device,
    long Batch,
    TimeSpan Queued,
    TimeSpan Ran,
    int Attempts)
{
    /// <summary>Describes an end.</summary>
    /// <param name="ending">The end.</param>
    /// <param name="epoch">The time from which its time counts.</param>
    public static RequestEnded Of(in Ending ending, DateTimeOffset epoch)
    {
        var (item, at) = (ending.Item, ending.At);
        var start = item.Attempts > 0 ? item.Started : at;
        return new RequestEnded(
            item.Number, epoch.AddTicks(at), item.Operation, item.Options.Priority, item.Options.Tenant, ending.Outcome, ending.Error?.Message, item.Batch?.Device.Id, item.Batch?.Number ?? 0,
            TimeSpan.FromTicks(start - item.Submitted), TimeSpan.FromTicks(at - start), item.Attempts);
    }
}

/// <summary>A device's state changed.</summary>
/// <param name="Device">Its id.</param>
/// <param name="At">When.</param>
/// <param name="State">The new state.</param>
/// <param name="Reason">Why, for people.</param>
internal sealed record DeviceChanged(string Device, DateTimeOffset At, DeviceState State, string Reason);

/// <summary>What a device's memory is used for.</summary>
/// <param name="Device">Its id.</param>
/// <param name="At">When.</param>
/// <param name="LimitBytes">Bytes that its pool may hold.</param>
/// <param name="HeldBytes">Bytes that the pool has allocated.</param>
/// <param name="InUseBytes">Of these, lent to work.</param>
/// <param name="ResidentBytes">Of these, resident data.</param>
internal sealed record DeviceMemory(string Device, DateTimeOffset At, long LimitBytes, long HeldBytes, long InUseBytes, long ResidentBytes);
