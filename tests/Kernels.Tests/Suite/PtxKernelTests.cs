using Gpu.Benchmarks.Ptx;
using ILGPU.Runtime.Cuda;

namespace Gpu.Kernels.Tests.Suite;

/// <summary>
/// The PTX that NVIDIA's driver would be given, carried out instruction by instruction: the definition's bits, and no access
/// outside of the operation's views.
/// </summary>
public sealed class PtxKernelTests(Devices devices) : KernelSuiteBase
{
    private const int Instances = 6;

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Ptx_carried_out_gives_the_bits_of_the_definition(string kernel)
    {
        var test = KernelRegistry.Get(kernel);
        var module = PtxModule.Parse(KernelText.Ptx(devices.Context, test, CudaArchitecture.SM_80));
        for (var i = 0; i < Instances; i++)
        {
            Same(kernel, i, Result(devices.Cpu, test.RunDefinition, i, false), Result(devices.Cpu, a => Run(test, module, a), i, false));
        }
    }

    [Fact]
    public void Another_instruction_gives_other_bits()
    {
        var test = KernelRegistry.Get("suite.bytemix");
        var ptx = KernelText.Ptx(devices.Context, test, CudaArchitecture.SM_80);
        var module = PtxModule.Parse(ptx.Replace("shr.s32", "shr.u32", StringComparison.Ordinal).Replace(", 128;", ", 1280;", StringComparison.Ordinal));
        Assert.NotEqual(Result(devices.Cpu, test.RunDefinition, 0, false), Result(devices.Cpu, a => Run(test, module, a), 0, false));
    }

    [Fact]
    public void A_thread_that_leaves_its_memory_is_stopped()
    {
        var module = PtxModule.Parse(KernelText.Ptx(devices.Context, KernelRegistry.Get("suite.bytemix"), CudaArchitecture.SM_80));
        using var bytes = devices.Cpu.Allocate1D<byte>(64);
        using var target = devices.Cpu.Allocate1D<byte>(64);
        var launch = new PtxLaunch(module, [64, 1], new ByteMix(bytes.View, bytes.View, target.View.SubView(0, 63), 64, 7));
        Assert.Contains("none of its views", Assert.Throws<PtxFault>(launch.RunAll).Message, StringComparison.Ordinal);
    }

    private static void Run(KernelCase test, PtxModule module, CaseArguments arguments)
    {
        var (grid, operation) = test.Instance(arguments);
        new PtxLaunch(module, grid, operation).RunAll();
    }
}
