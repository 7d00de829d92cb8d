using ILGPU.Runtime;

namespace Gpu.Kernels.Tests.Suite;

/// <summary>The CPU accelerator: here the host body is under test.</summary>
public sealed class CpuKernelTests(Devices devices) : KernelSuite(devices)
{
    protected override Accelerator Accelerator => Devices.Cpu;

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Bits_do_not_depend_on_the_number_of_bands(string kernel)
    {
        var test = KernelRegistry.Get(kernel);
        foreach (var bands in new[] { 2, 3, 5, int.MaxValue })
        {
            for (var i = 0; i < 4; i++)
            {
                Same(kernel, i, Result(Devices.Cpu, a => test.RunBands(a, 1), i, false), Result(Devices.Cpu, a => test.RunBands(a, bands), i, false));
            }
        }
    }
}
