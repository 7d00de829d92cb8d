using ILGPU.Runtime;
using Microsoft.Extensions.Logging;

namespace Gpu.Runtime.Scheduling;

/// <summary>What all device workers of an engine share.</summary>
/// <param name="Time">The clock.</param>
/// <param name="Instruments">Told of every end of work.</param>
/// <param name="Logger">The engine's log.</param>
/// <param name="PoolLimit">Bytes that an accelerator's pool may allocate.</param>
/// <param name="Probe">Throws where an accelerator works no more.</param>
/// <param name="OnLost">Takes over the work of a device that is lost; called on the device's thread, its last call.</param>
internal sealed record WorkerServices(
    TimeProvider Time,
    ComputeInstruments Instruments,
    ILogger Logger,
    Func<Accelerator, long> PoolLimit,
    Action<Accelerator> Probe,
    Action<DeviceWorker, WorkItem, Exception> OnLost);
