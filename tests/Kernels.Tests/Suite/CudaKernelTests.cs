using ILGPU.Runtime;

namespace Gpu.Kernels.Tests.Suite;

/// <summary>CUDA, where there is an NVIDIA GPU.</summary>
public sealed class CudaKernelTests(Devices devices) : KernelSuite(devices)
{
    protected override Accelerator Accelerator
    {
        get
        {
            Assert.SkipWhen(Devices.Cuda is null, "There is no NVIDIA GPU with its driver on this machine.");
            return Devices.Cuda;
        }
    }
}
