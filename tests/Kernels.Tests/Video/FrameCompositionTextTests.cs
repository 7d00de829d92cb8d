using Gpu.Kernels.Tests.Suite;
using ILGPU.Runtime.Cuda;

namespace Gpu.Kernels.Tests.Video;

public sealed class FrameCompositionTextTests(Devices devices)
{
    [Fact]
    public void A_pixel_divides_nothing()
    {
        var kernel = KernelRegistry.Get("video.frame");
        var ptx = KernelText.Ptx(devices.Context, kernel, CudaArchitecture.SM_80);
        Assert.DoesNotContain(KernelText.Instructions(ptx), i => i.StartsWith("div.", StringComparison.Ordinal) || i.StartsWith("rem.", StringComparison.Ordinal));
        Assert.DoesNotMatch(@"[\w)]\s*[/%]\s*[\w(]", KernelText.OpenCl(devices.Context, kernel).ReplaceLineEndings("\n").Replace("//", "", StringComparison.Ordinal));
    }
}
