namespace Gpu.Kernels.Video;

/// <summary>
/// Where the samples of an output line lie in a source line: output i samples <c>Start + i * Step</c>, in source samples
/// (centres at whole numbers), as 64-bit fixed point with 32 fractional bits. 16 bits would drift by .03 pixel over
/// 1920 columns; these stay within 2^-18 over 16,384.
/// </summary>
/// <param name="start">Where output 0 lies.</param>
/// <param name="step">From one output to the next, at least 0.</param>
internal readonly struct SampleAxis(double start, double step)
{
    private const double One = 4294967296;

    /// <summary>Where output 0 lies.</summary>
    public readonly long Start = Fixed(start);

    /// <summary>From one output to the next.</summary>
    public readonly long Step = Fixed(step);

    /// <summary>Luma, and chroma along the axis on which it is centred between two luma samples (vertically).</summary>
    /// <remarks>
    /// Luma: centres at (i + .5) in edges, so x0 + (i + .5) s - .5. Centred chroma sample j lies at luma 2j + .5, in the
    /// frame and in the picture: (x0 + (2j + 1) s - 1)/2, which is the luma formula with x0/2 for x0.
    /// </remarks>
    public static SampleAxis Centred(double origin, double scale) => new(origin + (0.5 * scale) - 0.5, scale);

    /// <summary>Chroma along the axis on which it lies on even luma samples (horizontally: left siting).</summary>
    /// <remarks>Sample j lies at luma 2j, in the frame and in the picture: (x0 + (2j + .5) s - .5)/2.</remarks>
    public static SampleAxis CoSited(double lumaOrigin, double scale) => new((lumaOrigin + (0.5 * scale) - 0.5) / 2, scale);

    /// <summary>The position of an output.</summary>
    public long At(int index) => Start + (Step * index);

    /// <summary>A length in the units of positions.</summary>
    public static long Fixed(double length) => (long)Math.Round(length * One);

    /// <summary>The whole part of a position, rounded down.</summary>
    public static int Whole(long position) => (int)(position >> 32);

    /// <summary>The fractional part of a position in units of 1/<paramref name="one"/>, rounded to nearest: 0 to one.</summary>
    public static int Part(long position, int one) => (int)((((ulong)(uint)position * (uint)one) + 0x80000000) >> 32);
}
