using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Launching;

/// <summary>The four kernels through which every operation is launched.</summary>
internal static class Launch
{
    /// <summary>One thread a cell: what GPUs run.</summary>
    public static void PerPixel<TOperation>(Index2D index, TOperation operation)
        where TOperation : struct, IPixelOperation => operation.Pixel(index.X, index.Y);

    /// <summary>Bands of rows, taken by one lane after another: what the CPU accelerator runs.</summary>
    public static void PerBand<TOperation>(Index1D lane, TOperation operation, int height, int bands, long tickets)
        where TOperation : struct, IPixelOperation => Bands(operation, height, bands, tickets);

    /// <summary>One thread an item: what GPUs run.</summary>
    public static void PerItem<TOperation>(Index1D index, TOperation operation)
        where TOperation : struct, IItemOperation => operation.Item(index);

    /// <summary>Ranges of items, taken by one lane after another: what the CPU accelerator runs.</summary>
    public static void PerRange<TOperation>(Index1D lane, TOperation operation, int length, int ranges, long tickets)
        where TOperation : struct, IItemOperation => Ranges(operation, length, ranges, tickets);

    [IntrinsicImplementation]
    private static void Bands<TOperation>(TOperation operation, int height, int bands, long tickets)
        where TOperation : struct, IPixelOperation
    {
        for (var band = Tickets.Next(tickets); band < bands; band = Tickets.Next(tickets))
        {
            operation.Rows(Start(height, band, bands), Start(height, band + 1, bands));
        }
    }

    [IntrinsicImplementation]
    private static void Ranges<TOperation>(TOperation operation, int length, int ranges, long tickets)
        where TOperation : struct, IItemOperation
    {
        for (var range = Tickets.Next(tickets); range < ranges; range = Tickets.Next(tickets))
        {
            operation.Items(Start(length, range, ranges), Start(length, range + 1, ranges));
        }
    }

    private static int Start(int length, int part, int parts) => (int)((long)length * part / parts);
}
