namespace Gpu.Runtime.Devices;

/// <summary>The kinds of device, in the order in which they are preferred.</summary>
public enum DeviceKind
{
    /// <summary>An NVIDIA GPU through CUDA.</summary>
    Cuda,

    /// <summary>Any device through OpenCL.</summary>
    OpenCL,

    /// <summary>This machine's cores, through ILGPU's CPU accelerator. Always present.</summary>
    Cpu,
}
