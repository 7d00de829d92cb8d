namespace Gpu.Kernels.Imaging;

/// <summary>
/// The coefficients of ITU-R BT.601 and BT.709, derived from red's and blue's share of luma, for 8 bits, and given to six
/// decimals as the usual tables have them.
/// </summary>
internal readonly struct MatrixWeights
{
    private const int Decimals = 6;

    public MatrixWeights(PlaneFormat format)
    {
        (Red, Blue) = format.Matrix == ColourMatrix.Bt601 ? (.299, .114) : (.2126, .0722);
        (LumaScale, ChromaScale, Black) = format.Range == ColourRange.Limited ? (219 / 255.0, 224 / 255.0, 16) : (1, 1, 0);
    }

    /// <summary>Red's share of luma.</summary>
    public double Red { get; }

    /// <summary>Blue's share.</summary>
    public double Blue { get; }

    /// <summary>From R'G'B' to luma.</summary>
    public double LumaScale { get; }

    /// <summary>From R'G'B' to chroma, which is 1 wide.</summary>
    public double ChromaScale { get; }

    /// <summary>The luma of black.</summary>
    public int Black { get; }

    public static double Round(double coefficient) => Math.Round(coefficient, Decimals);
}
