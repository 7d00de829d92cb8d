using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Launching;

/// <summary>Checks of views before a launch.</summary>
internal static class ViewCheck
{
    /// <summary>Of what is read and what is written, in an order of its own, nothing may be the same memory.</summary>
    public static void Apart<T, TOther>(ArrayView<T> a, ArrayView<TOther> b, string aName, string bName)
        where T : unmanaged
        where TOther : unmanaged
    {
        if (Overlap(a, b, out var aStart, out var bStart))
        {
            throw new ArgumentException(
                $"{aName} ({a.LengthInBytes} bytes) overlaps {bName} ({b.LengthInBytes} bytes, which begin {bStart - aStart} bytes after it). Give {bName} memory of its own.", bName);
        }
    }

    /// <summary>Whether two views share memory, and where they start.</summary>
    public static bool Overlap<T, TOther>(ArrayView<T> a, ArrayView<TOther> b, out long aStart, out long bStart)
        where T : unmanaged
        where TOther : unmanaged
    {
        // Where a view starts is internal to ILGPU; on all of its devices but OpenCL an address says it.
        aStart = bStart = 0;
        if (!a.IsValid || !b.IsValid || a.Length == 0 || b.Length == 0 || a.GetAccelerator().AcceleratorType == AcceleratorType.OpenCL)
        {
            return false;
        }

        (aStart, bStart) = (a.LoadEffectiveAddressAsPtr(), b.LoadEffectiveAddressAsPtr());
        return aStart < bStart + b.LengthInBytes && bStart < aStart + a.LengthInBytes;
    }
}
