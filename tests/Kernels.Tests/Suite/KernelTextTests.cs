using ILGPU.Runtime.Cuda;

namespace Gpu.Kernels.Tests.Suite;

/// <summary>What can be said of a kernel on GPUs where there is none: from the text that the drivers would be given.</summary>
public sealed class KernelTextTests(Devices devices)
{
    // Kernels whose loops hold divisions, how many, and why that is no loss.
    private static readonly Dictionary<string, int> Divisions = new()
    {
        // Where a block of 1,024 pixels lies: twice a block.
        ["judging.histogram.luma"] = 2,
        ["judging.histogram.colour"] = 2,

        // A pixel's colour over its length, and its saturation, where it is light enough; of pictures of at most 256 on the
        // short side.
        ["judging.saliency"] = 2,

        // Means of the histogram's 512 cells, and of a handful of clusters once a round.
        ["judging.colours"] = 6,
    };

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
             {string.Join('\n', KernelText.Architectures.GroupBy(a => KernelText.CountPtx(KernelText.Ptx(devices.Context, test, a))).Select(g => $"PTX {string.Join(' ', g.Select(a => $"sm_{a.Major}{a.Minor}"))}: {g.Key}"))}
             OpenCL: {KernelText.CountOpenCl(KernelText.OpenCl(devices.Context, test))}

             """);
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Loops_divide_only_where_it_is_known_and_rare(string kernel)
    {
        foreach (var ptx in PtxOf(kernel))
        {
            var divisions = KernelText.DivisionsInLoops(ptx);
            Assert.True(divisions.Length == Divisions.GetValueOrDefault(kernel), $"{kernel} divides in loops: {string.Join(", ", divisions)}");
        }
    }

    [Fact]
    public void A_division_in_a_loop_is_noticed() =>
        Assert.NotEmpty(KernelText.DivisionsInLoops(KernelText.Ptx(devices.Context, KernelCase.Items<LoopDivision>("division", _ => default), CudaArchitecture.SM_80)));

    [Fact]
    public void A_product_that_could_be_fused_is_noticed() =>
        Assert.NotEmpty(FusibleFloats.In(KernelText.Instructions(
            KernelText.Ptx(devices.Context, KernelCase.Items<BareFloats>("bare", _ => default), CudaArchitecture.SM_80))));

    private IEnumerable<string> PtxOf(string kernel) =>
        KernelText.Architectures.Select(a => KernelText.Ptx(devices.Context, KernelRegistry.Get(kernel), a));
}
