using System.Numerics;

namespace Gpu.Workflow.Jobs;

/// <summary>The size of an ad's frames.</summary>
/// <param name="Width">Pixels, even, 16 to 8,192.</param>
/// <param name="Height">Pixels, even, 16 to 8,192.</param>
public readonly record struct AdSize(int Width, int Height)
{
    /// <summary>Its shape for people and file names, such as <c>16x9</c>.</summary>
    public string Shape
    {
        get
        {
            var common = (int)BigInteger.GreatestCommonDivisor(Width, Height);
            // Nobody calls the shape of the widest screens by its lowest terms.
            return common == 0 ? $"{Width}x{Height}" : (Width / common, Height / common) is (7, 3) ? "21x9" : $"{Width / common}x{Height / common}";
        }
    }
}
