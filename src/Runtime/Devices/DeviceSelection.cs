namespace Gpu.Runtime.Devices;

/// <summary>Which devices the engine may use.</summary>
public enum DeviceSelection
{
    /// <summary>All GPUs where there is one, else the processor.</summary>
    Auto,

    /// <summary>The processor only.</summary>
    Cpu,

    /// <summary>NVIDIA GPUs through CUDA only.</summary>
    Cuda,

    /// <summary>OpenCL only: its GPUs, or where it has none, its processor devices such as PoCL's.</summary>
    OpenCL,
}
