using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Judging;

/// <summary>R'G'B'A to luma in each of four bytes, as the resize wants its pixels. An item is a pixel.</summary>
/// <param name="rgba">Pixels, their alpha ignored.</param>
/// <param name="gray">Takes as many.</param>
internal readonly struct GrayPixels(ArrayView<byte> rgba, ArrayView<uint> gray) : IItemOperation
{
    public void Item(int item) => gray[item] = Luma.Of(rgba[4 * item], rgba[(4 * item) + 1], rgba[(4 * item) + 2]) * 0x01010101u;

    [IntrinsicImplementation]
    public unsafe void Items(int first, int end)
    {
        fixed (byte* from = &rgba[0])
        {
            fixed (uint* into = &gray[0])
            {
                for (var i = first; i < end; i++)
                {
                    into[i] = Luma.Of(from[4L * i], from[(4L * i) + 1], from[(4L * i) + 2]) * 0x01010101u;
                }
            }
        }
    }
}
