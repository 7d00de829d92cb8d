using Gpu.Kernels.Tests.Suite;
using ILGPU.Runtime.Cuda;

namespace Gpu.Kernels.Tests.Video;

public sealed class FrameCompositionTextTests(Devices devices)
{
    [Theory]
    [InlineData("video.frame")]
    [InlineData("video.styled")]
    [InlineData("video.rowblur")]
    public void Nothing_is_divided(string name)
    {
        var kernel = KernelRegistry.Get(name);
        var ptx = KernelText.Ptx(devices.Context, kernel, CudaArchitecture.SM_80);
        Assert.DoesNotContain(KernelText.Instructions(ptx), i => i.StartsWith("div.", StringComparison.Ordinal) || i.StartsWith("rem.", StringComparison.Ordinal));
        Assert.DoesNotMatch(@"[\w)]\s*[/%]\s*[\w(]", KernelText.OpenCl(devices.Context, kernel).ReplaceLineEndings("\n").Replace("//", "", StringComparison.Ordinal));
    }
}
