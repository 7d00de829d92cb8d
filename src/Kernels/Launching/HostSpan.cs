using System.Runtime.InteropServices;
using ILGPU;

namespace Gpu.Kernels.Launching;

/// <summary>Views as spans, for host bodies: a view's own indexing checks on the CPU at every element.</summary>
internal static class HostSpan
{
    /// <summary>Part of a view of the CPU accelerator. The view's owner outlives the launch, so no reference is kept.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part is not within the view.</exception>
    public static Span<T> Of<T>(ArrayView<T> view, long start, long length)
        where T : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, view.Length - start);
        return length == 0 ? default : MemoryMarshal.CreateSpan(ref view[start], checked((int)length));
    }
}
