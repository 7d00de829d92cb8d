using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Imaging;

/// <summary>
/// R'G'B'A to 4:2:0 Y'CbCr, alpha ignored. Chroma is left-sited: unrounded R'G'B' filtered [1 2 1]/4 across, centred on
/// even columns, and [1 3 3 1]/8 down, edges repeated, then converted. A cell of the grid is a 2x2 block: run it over
/// (width / 2, height / 2). The colours' formula and its rounding are in <see cref="YuvFromRgb"/>.
/// </summary>
/// <param name="rgba">The picture: 4 width height bytes, rows top down without padding.</param>
/// <param name="planes">Takes the planes: 3/2 width height bytes.</param>
/// <param name="shape">Where they are.</param>
/// <param name="weights">The formula's coefficients.</param>
internal readonly struct RgbaToPlanes(ArrayView<byte> rgba, ArrayView<byte> planes, PlaneShape shape, YuvFromRgb weights) : IPixelOperation
{
    /// <inheritdoc/>
    public void Pixel(int x, int y)
    {
        int red = 0, blue = 0;
        for (var row = -1; row <= 2; row++)
        {
            var line = Clamp((2 * y) + row, shape.Height) * shape.Width;
            var down = row is 0 or 1 ? 3 : 1;
            for (var column = -1; column <= 1; column++)
            {
                var weight = column == 0 ? 2 * down : down;
                var at = 4 * (line + Clamp((2 * x) + column, shape.Width));
                int green = rgba[at + 1];
                red += weight * (rgba[at] - green);
                blue += weight * (rgba[at + 2] - green);
            }
        }

        var chroma = shape.Row(y) + (x * shape.Step);
        planes[shape.Blue + chroma] = weights.Blue(red, blue);
        planes[shape.Red + chroma] = weights.Red(red, blue);
        for (var i = 0; i < 4; i++)
        {
            var at = (((2 * y) + (i >> 1)) * shape.Width) + (2 * x) + (i & 1);
            planes[at] = weights.Luma(rgba[4 * at], rgba[(4 * at) + 1], rgba[(4 * at) + 2]);
        }
    }

    /// <inheritdoc/>
    [IntrinsicImplementation]
    public unsafe void Rows(int first, int end)
    {
        fixed (byte* from = &rgba[0], to = &planes[0])
        {
            RgbaToPlanesRows.Convert(from, to, shape, weights, first, end, HostPaths.Best);
        }
    }

    private static int Clamp(int i, int length) => i < 0 ? 0 : i < length ? i : length - 1;
}
