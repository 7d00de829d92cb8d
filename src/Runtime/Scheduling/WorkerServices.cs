using ILGPU.Runtime;
using Microsoft.Extensions.Logging;

namespace Gpu.Runtime.Scheduling;

/// <summary>What all device workers of an engine share.</summary>
/// <param name="Source">Gives out work, and takes it back.</param>
/// <param name="Logger">The engine's log.</param>
/// <param name="PoolLimit">Bytes that an accelerator's pool may allocate.</param>
/// <param name="Probe">Throws where an accelerator works no more.</param>
internal sealed record WorkerServices(IWorkSource Source, ILogger Logger, Func<Accelerator, long> PoolLimit, Action<Accelerator> Probe);
