using ILGPU.Runtime.Cuda;

namespace Gpu.Kernels.Tests.Suite;

/// <summary>What can be said of a kernel on GPUs where there is none: from the text that the drivers would be given.</summary>
public sealed class KernelTextTests(Devices devices)
{
    public static TheoryData<string> Kernels => KernelRegistry.Names;

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Ptx_has_neither_doubles_nor_local_memory(string kernel)
    {
        foreach (var ptx in PtxOf(kernel))
        {
            Assert.DoesNotContain(".f64", ptx, StringComparison.Ordinal);
            Assert.DoesNotContain(".local", ptx, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Ptx_leaves_no_float_operation_to_be_fused_or_approximated(string kernel)
    {
        foreach (var ptx in PtxOf(kernel))
        {
            Assert.Empty(FusibleFloats.In(KernelText.Instructions(ptx)));
        }
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Ptx_calls_nothing_that_is_not_in_the_module(string kernel)
    {
        foreach (var ptx in PtxOf(kernel))
        {
            Assert.DoesNotContain(".extern", ptx, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void OpenCl_has_neither_doubles_nor_fused_or_native_functions(string kernel)
    {
        var source = KernelText.OpenCl(devices.Context, KernelRegistry.Get(kernel));
        Assert.DoesNotMatch(@"\b(double|fma|mad|native_\w+|half_\w+)\b", source);
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Instruction_counts_are_those_of_the_snapshot(string kernel)
    {
        var test = KernelRegistry.Get(kernel);
        Snapshot.Check(
            kernel,
            $"""
             PTX sm_60: {KernelText.CountPtx(KernelText.Ptx(devices.Context, test, CudaArchitecture.SM_60))}
             PTX sm_80: {KernelText.CountPtx(KernelText.Ptx(devices.Context, test, CudaArchitecture.SM_80))}
             OpenCL: {KernelText.CountOpenCl(KernelText.OpenCl(devices.Context, test))}

             """);
    }

    [Fact]
    public void A_product_that_could_be_fused_is_noticed() =>
        Assert.NotEmpty(FusibleFloats.In(KernelText.Instructions(
            KernelText.Ptx(devices.Context, KernelCase.Items<BareFloats>("bare", _ => default), CudaArchitecture.SM_80))));

    private IEnumerable<string> PtxOf(string kernel) =>
        new[] { CudaArchitecture.SM_60, CudaArchitecture.SM_80 }.Select(a => KernelText.Ptx(devices.Context, KernelRegistry.Get(kernel), a));
}
