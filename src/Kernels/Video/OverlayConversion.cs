using System.Buffers;
using System.Runtime.InteropServices;

namespace Gpu.Kernels.Video;

/// <summary>
/// Converts straight R'G'B'A to the planes of an overlay: BT.709, limited range, colours premultiplied with alpha before
/// they are filtered to the chroma sites, [1 2 1]/4 across on even columns and [1 3 3 1]/8 down, as for pictures; what
/// lies beyond the picture is transparent. Once for each overlay, on the host, in floats; rounded once, to nearest.
/// </summary>
internal static class OverlayConversion
{
    /// <summary>Converts a picture.</summary>
    public static OverlayPlanes Convert(int width, int height, ReadOnlySpan<byte> rgba)
    {
        if (!Bounds(width, height, rgba, out var first, out var last, out var top, out var bottom))
        {
            return new OverlayPlanes(0, 0, 0, 0, new byte[1]);
        }

        // The cells whose luma or whose chroma filter (2i - 1 to 2i + 1 across, 2j - 1 to 2j + 2 down) meets the bounds.
        // Around them one more, for overlays that lie between pixels.
        const int Rim = OverlayPlanes.Rim / 2;
        int cellLeft = (first >> 1) - Rim, cellTop = ((top - 1) >> 1) - Rim;
        int columns = ((last + 1) >> 1) + 1 + Rim - cellLeft, rows = ((bottom + 1) >> 1) + 1 + Rim - cellTop;
        int lumaStride = OverlayPlanes.Stride(2 * columns), chromaStride = OverlayPlanes.Stride(columns);
        int lumaPlane = lumaStride * rows * 2, chromaPlane = chromaStride * rows;
        var bytes = new byte[(2 * lumaPlane) + (3 * chromaPlane)];
        var sums = ArrayPool<Sum>.Shared.Rent(columns * rows);
        var line = ArrayPool<Sum>.Shared.Rent((2 * columns) + 1);
        try
        {
            sums.AsSpan(0, columns * rows).Clear();
            for (var y = top; y <= bottom; y++)
            {
                // line[1 + k] is the column 2 cellLeft + k; one more on either side for the filter.
                var pixels = line.AsSpan(0, (2 * columns) + 1);
                pixels.Clear();
                var luma = ((y - (2 * cellTop)) * lumaStride) - (2 * cellLeft);
                for (var x = first; x <= last; x++)
                {
                    var pixel = rgba.Slice(((y * width) + x) * 4, 4);
                    if (pixel[3] != 0)
                    {
                        bytes[luma + x] = Luma(pixel);
                        bytes[luma + x + lumaPlane] = pixel[3];
                        pixels[x - (2 * cellLeft) + 1] = Chroma(pixel);
                    }
                }

                // Row 2m counts 3 in chroma row m and 1 in the row above; row 2m + 1 counts 3 in m and 1 in the row below.
                int near = (y >> 1) - cellTop, far = near + ((y & 1) == 0 ? -1 : 1);
                Add(pixels, sums.AsSpan(near * columns, columns), 3);
                Add(pixels, sums.AsSpan(far * columns, columns), 1);
            }

            Store(sums, columns, rows, bytes.AsSpan(2 * lumaPlane), chromaStride, chromaPlane);
        }
        finally
        {
            ArrayPool<Sum>.Shared.Return(sums);
            ArrayPool<Sum>.Shared.Return(line);
        }

        return new OverlayPlanes(2 * cellLeft, 2 * cellTop, 2 * columns, 2 * rows, bytes);
    }

    // The tightest box of pixels that are not transparent.
    private static bool Bounds(int width, int height, ReadOnlySpan<byte> rgba, out int first, out int last, out int top, out int bottom)
    {
        (first, last, top, bottom) = (width, -1, -1, -1);
        for (var y = 0; y < height; y++)
        {
            var row = MemoryMarshal.Cast<byte, uint>(rgba.Slice(y * width * 4, width * 4));
            var x = row.IndexOfAnyExceptInRange(0u, Opaque - 1);
            if (x < 0)
            {
                continue;
            }

            top = top < 0 ? y : top;
            bottom = y;
            first = Math.Min(first, x);
            last = Math.Max(last, row.LastIndexOfAnyExceptInRange(0u, Opaque - 1));
        }

        return bottom >= 0;
    }

    // Pixels under this, read as little-endian words, have alpha 0.
    private const uint Opaque = 0x01000000;

    private static byte Luma(ReadOnlySpan<byte> pixel) =>
        Round(((0.182586f * pixel[0]) + (0.614231f * pixel[1]) + (0.062007f * pixel[2]) - 112) * pixel[3] / 255);

    private static Sum Chroma(ReadOnlySpan<byte> pixel)
    {
        float red = pixel[0], green = pixel[1], blue = pixel[2], alpha = pixel[3] / 255f;
        return new Sum(
            ((-0.100644f * red) - (0.338572f * green) + (0.439216f * blue)) * alpha,
            ((0.439216f * red) - (0.398942f * green) - (0.040274f * blue)) * alpha,
            pixel[3]);
    }

    private static void Add(ReadOnlySpan<Sum> pixels, Span<Sum> into, float weight)
    {
        for (var i = 0; i < into.Length; i++)
        {
            ref readonly Sum left = ref pixels[2 * i], at = ref pixels[(2 * i) + 1], right = ref pixels[(2 * i) + 2];
            ref var sum = ref into[i];
            sum = new Sum(
                sum.Cb + (weight * (left.Cb + (2 * at.Cb) + right.Cb)),
                sum.Cr + (weight * (left.Cr + (2 * at.Cr) + right.Cr)),
                sum.Alpha + (weight * (left.Alpha + (2 * at.Alpha) + right.Alpha)));
        }
    }

    private static void Store(ReadOnlySpan<Sum> sums, int columns, int rows, Span<byte> chroma, int stride, int plane)
    {
        for (var y = 0; y < rows; y++)
        {
            for (var x = 0; x < columns; x++)
            {
                ref readonly var sum = ref sums[(y * columns) + x];
                var at = (y * stride) + x;
                var alpha = Round(sum.Alpha / 32);

                // Where alpha is 0 the colour is 0 too: whole vectors of no alpha are passed over.
                if (alpha != 0)
                {
                    chroma[at] = Round(sum.Cb / 32);
                    chroma[at + plane] = Round(sum.Cr / 32);
                    chroma[at + (2 * plane)] = alpha;
                }
            }
        }
    }

    private static byte Round(float value) => unchecked((byte)(int)MathF.Floor(value + 0.5f));

    private readonly record struct Sum(float Cb, float Cr, float Alpha);
}
