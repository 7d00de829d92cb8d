using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Imaging;

/// <summary>
/// 4:2:0 Y'CbCr to R'G'B'A, opaque. Chroma is left-sited and upsampled bilinearly, unrounded: across it is itself on even
/// columns and the mean of two on odd ones, down 3/4 of the nearer row and 1/4 of the farther, edges repeated. A cell of
/// the grid is a 2x2 block: run it over (width / 2, height / 2). The colours' formula is in <see cref="RgbFromYuv"/>.
/// </summary>
/// <param name="planes">The planes: 3/2 width height bytes.</param>
/// <param name="rgba">Takes the picture: 4 width height bytes.</param>
/// <param name="shape">Where the planes are.</param>
/// <param name="weights">The formula's coefficients.</param>
internal readonly struct PlanesToRgba(ArrayView<byte> planes, ArrayView<byte> rgba, PlaneShape shape, RgbFromYuv weights) : IPixelOperation
{
    /// <inheritdoc/>
    public void Pixel(int x, int y)
    {
        var right = (x + 1 < shape.Half ? x + 1 : x) * shape.Step;
        var left = x * shape.Step;
        for (var row = 0; row < 2; row++)
        {
            var far = y + (2 * row) - 1;
            far = far < 0 ? 0 : far < shape.Height / 2 ? far : y;
            int blue = shape.Blue + shape.Row(y), blueFar = shape.Blue + shape.Row(far), red = shape.Red + shape.Row(y), redFar = shape.Red + shape.Row(far);
            int u = (3 * planes[blue + left]) + planes[blueFar + left], v = (3 * planes[red + left]) + planes[redFar + left];
            int uRight = (3 * planes[blue + right]) + planes[blueFar + right], vRight = (3 * planes[red + right]) + planes[redFar + right];
            var at = (((2 * y) + row) * shape.Width) + (2 * x);
            Store(at, 2 * u, 2 * v);
            Store(at + 1, u + uRight, v + vRight);
        }
    }

    /// <inheritdoc/>
    [IntrinsicImplementation]
    public unsafe void Rows(int first, int end)
    {
        fixed (byte* from = &planes[0], to = &rgba[0])
        {
            PlanesToRgbaRows.Convert(from, to, shape, weights, first, end, HostPaths.Best);
        }
    }

    private void Store(int at, int u, int v)
    {
        var y = 8 * planes[at];
        rgba[4 * at] = weights.Red(y, v);
        rgba[(4 * at) + 1] = weights.Green(y, u, v);
        rgba[(4 * at) + 2] = weights.Blue(y, u);
        rgba[(4 * at) + 3] = 255;
    }
}
