using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Judging;

/// <summary>R'G'B'A to luma. An item is a pixel.</summary>
/// <param name="rgba">Pixels, their alpha ignored.</param>
/// <param name="luma">Takes a byte a pixel.</param>
internal readonly struct LumaPixels(ArrayView<byte> rgba, ArrayView<byte> luma) : IItemOperation
{
    /// <summary>Pixels that one core converts in the time that waking another takes.</summary>
    public const int SmallestRange = 1 << 17;

    public void Item(int item) => luma[item] = Luma.Of(rgba[4 * item], rgba[(4 * item) + 1], rgba[(4 * item) + 2]);

    [IntrinsicImplementation]
    public unsafe void Items(int first, int end)
    {
        fixed (byte* from = &rgba[0], to = &luma[0])
        {
            LumaHost.Convert(from + (4L * first), to + first, end - first);
        }
    }
}
