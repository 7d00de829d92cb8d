using ILGPU;

namespace Gpu.Kernels.Launching;

/// <summary>The two kernels through which every operation is launched on GPUs; the host's way is <see cref="HostLaunch"/>.</summary>
internal static class Launch
{
    /// <summary>One thread a cell.</summary>
    public static void PerPixel<TOperation>(Index2D index, TOperation operation)
        where TOperation : struct, IPixelOperation => operation.Pixel(index.X, index.Y);

    /// <summary>One thread an item.</summary>
    public static void PerItem<TOperation>(Index1D index, TOperation operation)
        where TOperation : struct, IItemOperation => operation.Item(index);
}
