using Gpu.Runtime.Scheduling.Core;

namespace Gpu.Runtime.Scheduling;

/// <summary>The engine as its devices' threads see it. Every call but <see cref="Next"/> comes on the device's thread and returns at once.</summary>
internal interface IWorkSource
{
    /// <summary>What a device is to do now.</summary>
    DeviceOrder Next(DeviceWorker worker, out Batch? batch);

    /// <summary>Whether a batch's results may be written into the callers' memory; false: they are to be dropped.</summary>
    bool TryCommit(Batch batch);

    /// <summary>A batch has ended, and its results are where they belong, or were dropped.</summary>
    void Done(DeviceWorker worker, Batch batch, in RunFigures figures);

    /// <summary>A batch could not be ended.</summary>
    void Failed(DeviceWorker worker, Batch batch, BatchFailure failure, Exception cause, in RunFigures figures);

    /// <summary>The device was opened, or could not be.</summary>
    void Opened(DeviceWorker worker, Exception? failure);

    /// <summary>The canary came back, or did not.</summary>
    void Probed(DeviceWorker worker, Exception? failure);
}

/// <summary>What a device's thread is to do.</summary>
internal enum DeviceOrder
{
    /// <summary>Wait to be called.</summary>
    Wait,

    /// <summary>Run a batch.</summary>
    Run,

    /// <summary>Run a canary.</summary>
    Probe,

    /// <summary>Free resident data that was disposed.</summary>
    Errands,

    /// <summary>End.</summary>
    Stop,
}
