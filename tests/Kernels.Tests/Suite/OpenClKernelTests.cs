using ILGPU.Runtime;

namespace Gpu.Kernels.Tests.Suite;

/// <summary>OpenCL for real, on the CPU through PoCL; without PoCL these fail.</summary>
public sealed class OpenClKernelTests(Devices devices) : KernelSuite(devices)
{
    protected override Accelerator Accelerator => Devices.Pocl;
}
