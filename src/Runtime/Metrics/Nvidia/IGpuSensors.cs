namespace Gpu.Runtime.Metrics.Nvidia;

/// <summary>Reads what GPUs tell of themselves.</summary>
internal interface IGpuSensors : IDisposable
{
    /// <summary>The GPU at a bus address; null where it cannot be asked.</summary>
    /// <param name="busId">As CUDA and NVML write it, such as <c>00000000:65:00.0</c>.</param>
    GpuReading? Read(string busId);
}
