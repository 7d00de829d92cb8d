using ILGPU;

namespace Gpu.Kernels.Video.Finishing;

/// <summary>What happens to a frame's levels between blending and rounding, in the order of <see cref="Level"/>.</summary>
internal readonly struct FrameFinish
{
    private const int Black = (16 - 128) << 7;

    /// <summary>1: there is something of the rest.</summary>
    public int Any { get; private init; }

    /// <summary>Contrast, in units of 1/2^15.</summary>
    public int LumaGain { get; private init; }

    /// <summary>Saturation.</summary>
    public int ChromaGain { get; private init; }

    /// <summary>Brightness, as a level.</summary>
    public int LumaOffset { get; private init; }

    /// <summary>The vignette's strength in units of 1/<see cref="FrameArithmetic.Unit"/>, 0 for none.</summary>
    public int Vignette { get; private init; }

    /// <summary>1: there is dither.</summary>
    public int Dither { get; private init; }

    private int Frame { get; init; }

    private long Distance { get; init; }

    private int CentreX { get; init; }

    private int CentreY { get; init; }

    /// <summary>What options ask for.</summary>
    public static FrameFinish Of(in FrameOptions options, int width, int height) => new()
    {
        Any = options is { Brightness: 0, Contrast: 0, Saturation: 0, Vignette: 0, Dither: false } ? 0 : 1,
        LumaGain = FrameArithmetic.Fraction(options.Contrast),
        ChromaGain = FrameArithmetic.Fraction(options.Saturation),
        LumaOffset = (int)Math.Round(options.Brightness * 255 * 128),
        Vignette = FrameArithmetic.Fraction(options.Vignette),
        Dither = options.Dither ? 1 : 0,
        Frame = options.FrameNumber,
        Distance = (long)(32767.0 * 4294967296.0 / (((double)width * width) + ((double)height * height))),
        CentreX = width,
        CentreY = height,
    };

    /// <summary>Finishes a level.</summary>
    /// <param name="noise"><see cref="BlueNoise.Tile"/>.</param>
    /// <param name="plane">0 Y, 1 Cb, 2 Cr.</param>
    /// <param name="x">The sample's column in its plane.</param>
    /// <param name="y">Its row.</param>
    /// <param name="level">Its level.</param>
    public int Level(ArrayView<short> noise, int plane, int x, int y, int level)
    {
        var r = Narrow(Narrow(level + FrameArithmetic.Scale(level, Gain(plane))) + Offset(plane));
        if (Vignette != 0)
        {
            var ground = Ground(plane);
            r = Narrow(ground + FrameArithmetic.Scale(Narrow(r - ground), Light(FarX(plane == 0 ? 2 * x : 4 * x) + FarY(plane == 0 ? 2 * y : (4 * y) + 1))));
        }

        if (Dither != 0)
        {
            r = Narrow(r + noise[NoiseRow(plane, y) + ((x + NoiseColumn(plane)) & BlueNoise.Mask)]);
        }

        return r;
    }

    /// <summary>The gain of a plane.</summary>
    public int Gain(int plane) => plane == 0 ? LumaGain : ChromaGain;

    /// <summary>What is added to a plane.</summary>
    public int Offset(int plane) => plane == 0 ? LumaOffset : 0;

    /// <summary>The level of no light.</summary>
    public static int Ground(int plane) => plane == 0 ? Black : 0;

    /// <summary>The light that a vignette leaves, of the square of the distance.</summary>
    public int Light(int far)
    {
        var left = FrameArithmetic.Unit - FrameArithmetic.Scale(far, Vignette);
        return FrameArithmetic.Scale(left, left);
    }

    /// <summary>The part across of the square of the distance from the middle, 32767 with the other part in a corner.</summary>
    /// <param name="x">In half luma pixels.</param>
    public int FarX(int x) => Far(x - CentreX);

    /// <summary>The part down.</summary>
    /// <param name="y">In half luma pixels.</param>
    public int FarY(int y) => Far(y - CentreY);

    /// <summary>Where a row's noise starts.</summary>
    public int NoiseRow(int plane, int y) => ((y + (21 * plane) + (Frame * 19)) & BlueNoise.Mask) * BlueNoise.Stride;

    /// <summary>The column of the noise at column 0. Both steps are odd: all places of the tile follow one another.</summary>
    public int NoiseColumn(int plane) => ((43 * plane) + (Frame * 27) + ((Frame >> 6) * 5)) & BlueNoise.Mask;

    private int Far(int half) => (int)((half * half * Distance) >> 32);

    private static int Narrow(int level) => Math.Max(-32768, Math.Min(level, 32767));
}
