namespace Gpu.Kernels.Video;

/// <summary>
/// How much of a source pixel a sample takes along an axis where the picture is made smaller by s: the convolution of two
/// boxes, s and r = sqrt(s² - 1) pixels wide. With the box that a pixel is, its variance is that of the triangle that
/// Pillow's BILINEAR takes there, (s²/6); at s = 1 it is linear interpolation itself, so nothing jumps where a zoom passes that
/// size. Weights are differences of its integral at the edges of pixels: their sum is 1 exactly at every phase, without a
/// division, so nothing flickers when it moves. All of it is integers.
/// </summary>
internal readonly struct Footprint
{
    /// <summary>The sum of the weights.</summary>
    public const int One = 1 << 14;

    /// <summary>A picture that is made smaller by up to this passes as one that is not: it was prepared for a near view.</summary>
    public const double Free = 9 / 8.0;

    // From here on the footprint is what it should be; between the two it widens evenly.
    private const double Full = 3 / 2.0;

    // Wider ones read more of a picture for a sample than anybody will see.
    private const double Widest = 1024;

    // The half widths of the trapezoid's feet and top, in pixels with 16 fractional bits.
    private readonly int _outer;
    private readonly int _inner;

    // 1/s in units of 2^-30, 1/r in units of 2^-24, and r/2s in units of 1/One.
    private readonly int _perPixel;
    private readonly int _perRamp;
    private readonly int _knee;

    /// <summary>Describes a footprint.</summary>
    /// <param name="scale">Source pixels from one sample to the next.</param>
    public Footprint(double scale)
    {
        var size = Widens(scale) ? Math.Min(scale >= Full ? scale : 1 + ((scale - Free) / (Full - Free) * (Full - 1)), Widest) : 1;
        double ramp = Math.Sqrt((size * size) - 1);
        ramp = ramp < 1 / 64.0 ? 0 : ramp;
        _outer = (int)Math.Round((size + ramp) * 32768);
        _inner = (int)Math.Round((size - ramp) * 32768);
        _perPixel = (int)Math.Round((1 << 30) / size);
        _perRamp = ramp == 0 ? 0 : (int)Math.Round((1 << 24) / ramp);
        _knee = (int)Math.Round(ramp / (2 * size) * One);
    }

    /// <summary>Whether a scale needs more than the two neighbours.</summary>
    public static bool Widens(double scale) => scale > Free;

    /// <summary>The most source pixels that have a weight.</summary>
    public int Most => ((2 * _outer) >> 16) + 2;

    /// <summary>The first source pixel with a weight, within the source.</summary>
    /// <param name="position">Of the sample, as <see cref="SampleAxis"/> has it.</param>
    /// <param name="length">Pixels of the source.</param>
    public int First(long position, int length) => Clamp((position >> 16) - _outer + 32768, length);

    /// <summary>The last source pixel with a weight.</summary>
    /// <param name="position">Of the sample.</param>
    /// <param name="length">Pixels of the source.</param>
    public int Last(long position, int length) => Clamp((position >> 16) + _outer + 32768, length);

    /// <summary>The share of the footprint up to the far edge of a pixel, in units of 1/<see cref="One"/>.</summary>
    /// <param name="pixel">The pixel.</param>
    /// <param name="position">Of the sample.</param>
    public int Upto(int pixel, long position)
    {
        var distance = ((long)pixel << 16) + 32768 - (position >> 16);
        var away = (int)Math.Min(Math.Abs(distance), _outer);
        var beyond = away <= _inner
            ? (One / 2) - (int)((((long)away * _perPixel) + (1L << 31)) >> 32)
            : Ramp((int)(((long)(_outer - away) * _perRamp) >> 25));
        return distance < 0 ? beyond : One - beyond;
    }

    // Within the ramp the integral is a parabola.
    private int Ramp(int part) => ((((part * part) >> 15) * _knee) + 16384) >> 15;

    private static int Clamp(long place, int length) => (int)Math.Max(0, Math.Min(place >> 16, length - 1));
}
