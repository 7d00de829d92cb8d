namespace Gpu.Runtime.Scheduling;

/// <summary>Somebody who takes work from the queue.</summary>
internal interface IWorkConsumer
{
    /// <summary>Whether it has something to do that is not in the queue. Asked under the queue's lock.</summary>
    bool HasErrands { get; }
}
