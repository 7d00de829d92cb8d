using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Judging;

/// <summary>
/// What cells of 8 x 8 pixels are worth to a crop: smartcrop.js 2.0.5's maps of detail, skin and saturation, each brought
/// down to a byte a cell as it does it (skin .5 mean + .5 max, detail .7 mean + .3 max, saturation its mean), and weighted
/// as its score weights them: .2 d + 1.8 sk (d + .01) + .1 sat (d + .2), times 255^2 and 100 to be whole. An item is a cell.
/// </summary>
/// <param name="rgba">The pictures, one behind the other, their alpha ignored.</param>
/// <param name="shapes">For each picture its first pixel's index, width and height.</param>
/// <param name="starts">For each picture the number of its first cell, then that of all cells; pixels beyond whole cells have none.</param>
/// <param name="worth">Takes a number a cell.</param>
internal readonly struct SaliencyCells(ArrayView<byte> rgba, ArrayView<int> shapes, ArrayView<int> starts, ArrayView<int> worth) : IItemOperation
{
    /// <summary>Pixels on a cell's side.</summary>
    public const int Side = 8;

    public void Item(int item)
    {
        var picture = Groups.Of(starts, item);
        int offset = shapes[picture * PictureBlocks.ShapeLength], width = shapes[(picture * PictureBlocks.ShapeLength) + 1], height = shapes[(picture * PictureBlocks.ShapeLength) + 2];
        int cell = item - starts[picture], left = cell % (width / Side) * Side, top = cell / (width / Side) * Side;
        int detailSum = 0, detailMost = 0, skinSum = 0, skinMost = 0, saturationSum = 0;
        for (var i = 0; i < Side * Side; i++)
        {
            int x = left + (i % Side), y = top + (i / Side), at = offset + (y * width) + x;
            int red = rgba[4 * at], green = rgba[(4 * at) + 1], blue = rgba[(4 * at) + 2];
            int lightness = SaliencyPixel.Lightness(red, green, blue), edge = lightness;
            if (x > 0 && x < width - 1 && y > 0 && y < height - 1)
            {
                edge = (4 * lightness) - Lightness(at - width) - Lightness(at - 1) - Lightness(at + 1) - Lightness(at + width);
            }

            int detail = SaliencyPixel.Byte(edge), skin = SaliencyPixel.Skin<BitRoot>(red, green, blue, lightness);
            detailSum += detail;
            detailMost = Math.Max(detailMost, detail);
            skinSum += skin;
            skinMost = Math.Max(skinMost, skin);
            saturationSum += SaliencyPixel.Saturation(red, green, blue, lightness);
        }

        worth[item] = Worth(detailSum, detailMost, skinSum, skinMost, saturationSum);
    }

    [IntrinsicImplementation]
    public unsafe void Items(int first, int end)
    {
        fixed (byte* from = &rgba[0])
        {
            for (var item = first; item < end; item++)
            {
                var picture = Groups.Of(starts, item);
                int offset = shapes[picture * PictureBlocks.ShapeLength], width = shapes[(picture * PictureBlocks.ShapeLength) + 1], height = shapes[(picture * PictureBlocks.ShapeLength) + 2];
                int cell = item - starts[picture], left = cell % (width / Side) * Side, top = cell / (width / Side) * Side;
                worth[item] = SaliencyHost.Cell(from + (4L * offset), width, height, left, top);
            }
        }
    }

    /// <summary>The worth of a cell from its sums and maxima over 64 pixels.</summary>
    public static int Worth(int detailSum, int detailMost, int skinSum, int skinMost, int saturationSum)
    {
        int detail = Round((7 * detailSum) + (192 * detailMost), 640), skin = Round(skinSum + (64 * skinMost), 128), saturation = Round(saturationSum, 64);
        return (5100 * detail) + (180 * skin * detail) + (459 * skin) + (10 * saturation * detail) + (510 * saturation);
    }

    // To the nearest, halves to even, as JavaScript's clamped arrays store.
    private static int Round(int value, int unit)
    {
        int whole = value / unit, twiceRest = 2 * (value % unit);
        return twiceRest > unit || (twiceRest == unit && whole % 2 == 1) ? whole + 1 : whole;
    }

    private int Lightness(int at) => SaliencyPixel.Lightness(rgba[4 * at], rgba[(4 * at) + 1], rgba[(4 * at) + 2]);
}
