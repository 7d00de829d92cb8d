using System.Runtime.CompilerServices;
using Gpu.Kernels.Launching;
using Gpu.Kernels.Video;
using Gpu.Kernels.Video.Transitions;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Imaging.Grading;

/// <summary>
/// Mixes two R'G'B'A pictures as their light would mix, each place by its <see cref="BlendField"/>: a crossfade keeps its
/// brightness, where numbers of R'G'B' mixed darken in the middle. The result is opaque.
/// </summary>
internal readonly struct BlendLight(ArrayView<byte> from, ArrayView<byte> to, ArrayView<byte> target, ArrayView<ushort> lights, ArrayView<byte> levels, int width, BlendField field) : IPixelOperation
{
    /// <inheritdoc/>
    public void Pixel(int x, int y)
    {
        var at = 4 * ((y * width) + x);
        var share = field.Share(0, 2 * x, 2 * y);
        for (var c = at; c < at + 3; c++)
        {
            target[c] = levels[Mix(lights[(int)from[c]], lights[(int)to[c]], share)];
        }

        target[at + 3] = 255;
    }

    /// <inheritdoc/>
    [IntrinsicImplementation]
    public unsafe void Rows(int first, int end)
    {
        fixed (byte* a = &from[0], b = &to[0], into = &target[0], level = &levels[0])
        fixed (ushort* light = &lights[0])
        {
            for (var y = first; y < end; y++)
            {
                var start = 4L * y * width;
                Row(a + start, b + start, into + start, light, level, y);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void Row(byte* a, byte* b, byte* into, ushort* light, byte* level, int y)
    {
        for (var x = 0; x < width; x++, a += 4, b += 4, into += 4)
        {
            var share = field.Share(0, 2 * x, 2 * y);
            into[0] = level[Mix(light[a[0]], light[b[0]], share)];
            into[1] = level[Mix(light[a[1]], light[b[1]], share)];
            into[2] = level[Mix(light[a[2]], light[b[2]], share)];
            into[3] = 255;
        }
    }

    // 16 bits times 15 are within 31. A dip goes through black, or white where its ground is light.
    private int Mix(int first, int second, int share)
    {
        if (field.Kind == BlendKind.Dip)
        {
            var ground = field.Ground > 0 ? LinearLight.White : 0;
            return Math.Max(0, Math.Min(ground + FrameArithmetic.Scale(first - ground, field.Across) + FrameArithmetic.Scale(second - ground, field.Down), LinearLight.White));
        }

        return first + FrameArithmetic.Scale(second - first, share);
    }
}
