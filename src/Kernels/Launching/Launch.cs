using ILGPU;

namespace Gpu.Kernels.Launching;

/// <summary>The four kernels through which every operation is launched.</summary>
internal static class Launch
{
    /// <summary>One thread a cell: what GPUs run.</summary>
    public static void PerPixel<TOperation>(Index2D index, TOperation operation)
        where TOperation : struct, IPixelOperation => operation.Pixel(index.X, index.Y);

    /// <summary>One lane a band of rows: what the CPU accelerator runs.</summary>
    public static void PerBand<TOperation>(Index1D band, TOperation operation, int height, int bands)
        where TOperation : struct, IPixelOperation =>
        operation.Rows((int)((long)height * band / bands), (int)((long)height * (band + 1) / bands));

    /// <summary>One thread an item: what GPUs run.</summary>
    public static void PerItem<TOperation>(Index1D index, TOperation operation)
        where TOperation : struct, IItemOperation => operation.Item(index);

    /// <summary>One lane a range of items: what the CPU accelerator runs.</summary>
    public static void PerRange<TOperation>(Index1D range, TOperation operation, int length, int ranges)
        where TOperation : struct, IItemOperation =>
        operation.Items((int)((long)length * range / ranges), (int)((long)length * (range + 1) / ranges));
}
