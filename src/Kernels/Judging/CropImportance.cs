namespace Gpu.Kernels.Judging;

/// <summary>
/// smartcrop.js 2.0.5's importance of a place within a crop, and .5 more: outside it is -.5 everywhere, so that a crop's
/// score differs by a constant from the sum over its inside alone.
/// </summary>
internal static class CropImportance
{
    /// <summary>Fraction bits of a table's entries.</summary>
    public const int Bits = 20;

    /// <summary>The cells of a crop of so many pixels, row by row.</summary>
    public static int[] Table(int width, int height)
    {
        int columns = Cells(width), rows = Cells(height);
        var table = new int[columns * rows];
        for (var y = 0; y < rows; y++)
        {
            for (var x = 0; x < columns; x++)
            {
                table[(y * columns) + x] = (int)Math.Round((At((double)x * SaliencyCells.Side / width, (double)y * SaliencyCells.Side / height) + 0.5) * (1 << Bits));
            }
        }

        return table;
    }

    /// <summary>Cells that begin within so many pixels.</summary>
    public static int Cells(int length) => (length + SaliencyCells.Side - 1) / SaliencyCells.Side;

    /// <summary>The formula; x and y are from 0 to 1 within the crop.</summary>
    public static double At(double x, double y)
    {
        double px = Math.Abs(0.5 - x) * 2, py = Math.Abs(0.5 - y) * 2;
        double dx = Math.Max(px - 0.6, 0), dy = Math.Max(py - 0.6, 0);
        var edge = -20 * ((dx * dx) + (dy * dy));
        var centre = 1.41 - Math.Sqrt((px * px) + (py * py));
        return centre + (Math.Max(0, centre + edge + 0.5) * 1.2 * (Thirds(px) + Thirds(py))) + edge;
    }

    private static double Thirds(double x)
    {
        var t = ((((x - (1.0 / 3) + 1) % 2) * 0.5) - 0.5) * 16;
        return Math.Max(1 - (t * t), 0);
    }
}
