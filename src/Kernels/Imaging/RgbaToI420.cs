using Gpu.Kernels.Video;
using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Imaging;

/// <summary>
/// R'G'B'A to planar 4:2:0 Y'CbCr (BT.709, limited range), alpha ignored. Chroma is left-sited: unrounded R'G'B' filtered
/// [1 2 1]/4 across, centred on even columns, and [1 3 3 1]/8 down, edges repeated, then converted. A cell of the grid is
/// a 2x2 block: run it over (width / 2, height / 2). The colours' formula and its rounding are in <c>Bt709</c>.
/// </summary>
/// <param name="rgba">The picture: 4 width height bytes, rows top down without padding.</param>
/// <param name="planes">Takes Y, then Cb, then Cr: <see cref="I420.Length"/> bytes.</param>
/// <param name="width">Pixels, even.</param>
/// <param name="height">Pixels, even.</param>
internal readonly struct RgbaToI420(ArrayView<byte> rgba, ArrayView<byte> planes, int width, int height) : IPixelOperation
{
    /// <inheritdoc/>
    public void Pixel(int x, int y)
    {
        int red = 0, green = 0, blue = 0;
        for (var row = -1; row <= 2; row++)
        {
            var line = Clamp((2 * y) + row, height) * width;
            var down = row is 0 or 1 ? 3 : 1;
            for (var column = -1; column <= 1; column++)
            {
                var weight = column == 0 ? 2 * down : down;
                var at = 4 * (line + Clamp((2 * x) + column, width));
                red += weight * rgba[at];
                green += weight * rgba[at + 1];
                blue += weight * rgba[at + 2];
            }
        }

        var chroma = (width * height) + (y * (width / 2)) + x;
        planes[chroma] = Bt709.Blue(red, green, blue);
        planes[chroma + (width / 2 * (height / 2))] = Bt709.Red(red, green, blue);
        for (var i = 0; i < 4; i++)
        {
            var at = (((2 * y) + (i >> 1)) * width) + (2 * x) + (i & 1);
            planes[at] = Bt709.Luma(rgba[4 * at], rgba[(4 * at) + 1], rgba[(4 * at) + 2]);
        }
    }

    /// <inheritdoc/>
    [IntrinsicImplementation]
    public unsafe void Rows(int first, int end)
    {
        fixed (byte* from = &rgba[0], to = &planes[0])
        {
            I420Rows.Convert(from, to, width, height, first, end);
        }
    }

    private static int Clamp(int i, int length) => i < 0 ? 0 : i < length ? i : length - 1;
}
