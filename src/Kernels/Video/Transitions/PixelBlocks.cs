namespace Gpu.Kernels.Video.Transitions;

/// <summary>
/// Squares of a mosaic: all pixels of one show the pixel in its middle. Sides are fixed point with 16 fractional bits, and
/// the square of a pixel is found by a multiplication.
/// </summary>
internal readonly struct PixelBlocks
{
    private readonly int _side;
    private readonly long _inverse;

    /// <summary>Squares of so many pixels; under 1 there are none.</summary>
    public PixelBlocks(double side)
    {
        _side = side > 1 ? (int)Math.Round(side * 65536) : 0;
        _inverse = _side == 0 ? 0 : ((1L << 48) / _side) + 1;
    }

    /// <summary>Whether there are squares.</summary>
    public bool Any => _side != 0;

    /// <summary>The luma pixel that a luma pixel shows.</summary>
    /// <param name="index">The pixel's column or row.</param>
    /// <param name="length">Columns or rows of the frame.</param>
    public int Middle(int index, int length)
    {
        var block = (int)((index * _inverse) >> 32);
        return _side == 0 ? index : Math.Min((int)((((long)block * _side) + (_side >> 1)) >> 16), length - 1);
    }

    /// <summary>The same for a sample of a plane: chroma takes the square of its luma.</summary>
    public int Middle(int plane, int index, int length) => plane == 0 ? Middle(index, length) : Middle(2 * index, length) >> 1;
}
