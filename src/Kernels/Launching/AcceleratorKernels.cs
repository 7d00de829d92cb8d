using System.Runtime.CompilerServices;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Launching;

/// <summary>What is kept for an accelerator: its compiled kernels, and what its launches need. One thread at a time uses it.</summary>
internal sealed class AcceleratorKernels
{
    // 128 threads fill every GPU's multiprocessors, which take 16 to 32 groups of up to 2,048 threads in all. PoCL's
    // devices report a warp size of 0, so nothing can be derived from that.
    private const int GroupSize = 128;

    // Four bands a core: the last one to end is waited for, and more only split the rows that neighbours share.
    private const int BandsPerCore = 4;

    // Weak in the accelerator, although the kernels refer to it: nothing here keeps one alive that its user has dropped.
    private static readonly ConditionalWeakTable<Accelerator, AcceleratorKernels> All = [];

    private readonly Dictionary<Type, object> _pixelKernels = [];
    private readonly Dictionary<Type, object> _itemKernels = [];
    private readonly Accelerator _accelerator;

    private AcceleratorKernels(Accelerator accelerator)
    {
        _accelerator = accelerator;

        // ILGPU keeps accelerators alive after their end; their kernels need not stay with them.
        accelerator.Disposed += static (sender, _) => All.Remove((Accelerator)sender!);
    }

    /// <summary>How many operations are ready: compiled, or on the CPU made a launch for.</summary>
    public int Count => _pixelKernels.Count + _itemKernels.Count;

    private bool OnHost => _accelerator.AcceleratorType == AcceleratorType.CPU;

    public static AcceleratorKernels Of(Accelerator accelerator) => All.GetValue(accelerator, static a => new AcceleratorKernels(a));

    public void RunPixels<TOperation>(TOperation operation, int width, int height)
        where TOperation : struct, IPixelOperation
    {
        if (!OnHost)
        {
            var kernel = Kernel(_pixelKernels, typeof(TOperation), static k =>
                k._accelerator.LoadImplicitlyGroupedStreamKernel<Index2D, TOperation>(Launch.PerPixel, GroupSize));
            kernel(new Index2D(width, height), operation);
            return;
        }

        var bands = Bands(height);
        if (bands == 1)
        {
            // A single band needs no other thread: going to one and back costs more than small work itself.
            operation.Rows(0, height);
            return;
        }

        RunBands(operation, height, bands);
    }

    public void RunItems<TOperation>(TOperation operation, int items, int smallestRange)
        where TOperation : struct, IItemOperation
    {
        if (!OnHost)
        {
            var kernel = Kernel(_itemKernels, typeof(TOperation), static k =>
                k._accelerator.LoadImplicitlyGroupedStreamKernel<Index1D, TOperation>(Launch.PerItem, GroupSize));
            kernel(items, operation);
            return;
        }

        var ranges = Bands(Math.Max(1, items / smallestRange));
        if (ranges == 1)
        {
            operation.Items(0, items);
            return;
        }

        RunRanges(operation, items, ranges);
    }

    /// <summary>The CPU accelerator's launch, in so many bands.</summary>
    public void RunBands<TOperation>(in TOperation operation, int height, int bands)
        where TOperation : struct, IPixelOperation =>
        Kernel(_pixelKernels, typeof(TOperation), static _ => new HostBands<TOperation>()).Run(operation, height, bands, _accelerator.NumMultiprocessors);

    /// <summary>The CPU accelerator's launch, in so many ranges.</summary>
    public void RunRanges<TOperation>(in TOperation operation, int items, int ranges)
        where TOperation : struct, IItemOperation =>
        Kernel(_itemKernels, typeof(TOperation), static _ => new HostRanges<TOperation>()).Run(operation, items, ranges, _accelerator.NumMultiprocessors);

    private int Bands(int atMost) => Math.Min(atMost, BandsPerCore * _accelerator.NumMultiprocessors);

    private TKernel Kernel<TKernel>(Dictionary<Type, object> kernels, Type operation, Func<AcceleratorKernels, TKernel> load)
        where TKernel : class
    {
        if (!kernels.TryGetValue(operation, out var kernel))
        {
            kernel = load(this);
            kernels.Add(operation, kernel);
        }

        return (TKernel)kernel;
    }
}
