using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Imaging;

/// <summary>
/// A crossfade of two RGBA pictures, channel by channel: a + ((b - a) w + 2^14) / 2^15, floor. With w of 15 bits it is
/// within 1 of trunc(a (1 - p) + b p), and w = 0 and w = 32,767 give a and b themselves.
/// </summary>
internal readonly struct Crossfade(ArrayView<byte> from, ArrayView<byte> to, ArrayView<byte> target, int width, int weight) : IPixelOperation
{
    /// <summary>The weight that stands for all of the second picture.</summary>
    public const int Whole = 32767;

    /// <inheritdoc/>
    public void Pixel(int x, int y)
    {
        var at = 4 * ((y * width) + x);
        for (var c = at; c < at + 4; c++)
        {
            target[c] = Mix(from[c], to[c], weight);
        }
    }

    /// <inheritdoc/>
    [IntrinsicImplementation]
    public unsafe void Rows(int first, int end)
    {
        long start = 4L * first * width, length = 4L * (end - first) * width;
        fixed (byte* a = &from[0], b = &to[0], into = &target[0])
        {
            CrossfadeRows.Mix(a + start, b + start, into + start, length, (short)weight);
        }
    }

    /// <summary>The formula.</summary>
    public static byte Mix(int a, int b, int weight) => (byte)(a + ((((b - a) * weight) + 0x4000) >> 15));
}
