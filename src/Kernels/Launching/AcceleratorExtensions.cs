using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Launching;

/// <summary>Runs operations on an accelerator: compiled once for each accelerator and operation, then kept.</summary>
public static class AcceleratorExtensions
{
    // Blocks of 64 threads suit every GPU's warp (32 or 64) and PoCL, whose devices report a warp size of 0.
    private const int GroupSize = 64;

    // Two bands a core even out cores of which one is busy elsewhere; more only split the rows that neighbours share.
    private const int BandsPerCore = 2;

    private static readonly ConditionalWeakTable<Accelerator, ConcurrentDictionary<(Type, bool), Delegate>> Kernels = [];

    /// <summary>Runs a pixel operation over a grid on the accelerator's default stream, without waiting for its end.</summary>
    /// <param name="accelerator">Any ILGPU accelerator. As with all of ILGPU, one thread at a time may use it.</param>
    /// <param name="operation">The operation with its arguments.</param>
    /// <param name="width">Columns of the grid, at least 1.</param>
    /// <param name="height">Rows of the grid, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The grid is empty.</exception>
    public static void Run<TOperation>(this Accelerator accelerator, TOperation operation, int width, int height)
        where TOperation : struct, IPixelOperation
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        if (accelerator.AcceleratorType == AcceleratorType.CPU)
        {
            var kernel = Kernel(accelerator, typeof(TOperation), true, static a => a.LoadImplicitlyGroupedStreamKernel<Index1D, TOperation, int, int>(Launch.PerBand, 1));
            var bands = Math.Min(height, BandsPerCore * accelerator.NumMultiprocessors);
            kernel(bands, operation, height, bands);
        }
        else
        {
            Kernel(accelerator, typeof(TOperation), true, static a => a.LoadImplicitlyGroupedStreamKernel<Index2D, TOperation>(Launch.PerPixel, GroupSize))(
                new Index2D(width, height), operation);
        }
    }

    /// <summary>Runs an item operation on the accelerator's default stream, without waiting for its end.</summary>
    /// <param name="accelerator">Any ILGPU accelerator. As with all of ILGPU, one thread at a time may use it.</param>
    /// <param name="operation">The operation with its arguments.</param>
    /// <param name="items">The number of items, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no item.</exception>
    public static void Run<TOperation>(this Accelerator accelerator, TOperation operation, int items)
        where TOperation : struct, IItemOperation
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(items);
        if (accelerator.AcceleratorType == AcceleratorType.CPU)
        {
            var kernel = Kernel(accelerator, typeof(TOperation), false, static a => a.LoadImplicitlyGroupedStreamKernel<Index1D, TOperation, int, int>(Launch.PerRange, 1));
            var ranges = Math.Min(items, BandsPerCore * accelerator.NumMultiprocessors);
            kernel(ranges, operation, items, ranges);
        }
        else
        {
            Kernel(accelerator, typeof(TOperation), false, static a => a.LoadImplicitlyGroupedStreamKernel<Index1D, TOperation>(Launch.PerItem, GroupSize))(items, operation);
        }
    }

    private static TDelegate Kernel<TDelegate>(Accelerator accelerator, Type operation, bool pixels, Func<Accelerator, TDelegate> load)
        where TDelegate : Delegate
    {
        var kernels = Kernels.GetValue(accelerator, static _ => new ConcurrentDictionary<(Type, bool), Delegate>());
        return (TDelegate)kernels.GetOrAdd((operation, pixels), static (_, state) => state.load(state.accelerator), (accelerator, load));
    }
}
