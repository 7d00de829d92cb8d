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
            target[c] = levels[Mix(field, lights[(int)from[c]], lights[(int)to[c]], share)];
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
            BlendLightRows.Mix(a, b, into, light, level, width, field, first, end, HostPaths.Best);
        }
    }

    /// <summary>The light of two. 16 bits times 15 are within 31. A dip goes through black, or white where its ground is light.</summary>
    public static int Mix(BlendField field, int first, int second, int share)
    {
        if (field.Kind == BlendKind.Dip)
        {
            var ground = Ground(field);
            return Math.Max(0, Math.Min(ground + FrameArithmetic.Scale(first - ground, field.Across) + FrameArithmetic.Scale(second - ground, field.Down), LinearLight.White));
        }

        return first + FrameArithmetic.Scale(second - first, share);
    }

    /// <summary>The light that a dip goes through.</summary>
    public static int Ground(BlendField field) => field.Ground > 0 ? LinearLight.White : 0;
}
