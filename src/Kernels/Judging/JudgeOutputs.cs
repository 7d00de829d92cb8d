namespace Gpu.Kernels.Judging;

/// <summary>What devices leave of a batch: sums, counts and scores, from which the host makes the measures.</summary>
internal sealed class JudgeOutputs(int pictures, int colours, int crops)
{
    private const int Dark = 5;
    private const int Light = 250;
    private const int Coefficients = HashCoefficients.Kept * HashCoefficients.Kept;

    public long[] Laplacian { get; } = new long[pictures * LaplacianBlocks.Measures];

    public long[] Colour { get; } = new long[pictures * ColourBlocks.Measures];

    public uint[] Luma { get; } = new uint[pictures * LumaBins.Count];

    public long[] Hash { get; } = new long[pictures * Coefficients];

    public long[] Colours { get; } = new long[pictures * colours * DominantColours.ColourLength];

    public long[] Crops { get; } = new long[crops];

    /// <summary>The measures of a picture.</summary>
    /// <param name="picture">Its number.</param>
    /// <param name="shape">Its sizes.</param>
    /// <param name="plans">Its crops.</param>
    /// <param name="crop">The number of its first crop; moved on to the next picture's.</param>
    public PictureQuality Quality(int picture, JudgeShape shape, CropPlan[] plans, ref int crop)
    {
        var pixels = (long)shape.Measured.Width * shape.Measured.Height;
        var luma = Luma.AsSpan(picture * LumaBins.Count, LumaBins.Count);
        long sum = 0, squares = 0, dark = 0, light = 0;
        for (var i = 0; i < luma.Length; i++)
        {
            sum += (long)i * luma[i];
            squares += (long)i * i * luma[i];
            dark += i <= Dark ? luma[i] : 0;
            light += i >= Light ? luma[i] : 0;
        }

        var boxes = new CropBox[plans.Length];
        for (var i = 0; i < plans.Length; i++)
        {
            boxes[i] = plans[i].Best(Crops.AsSpan(crop, plans[i].Count));
            crop += plans[i].Count;
        }

        return new PictureQuality
        {
            Sharpness = Moments.Variance(Laplacian[2 * picture], Laplacian[(2 * picture) + 1], pixels),
            Colourfulness = ColourBlocks.Colourfulness(Colour.AsSpan(picture * ColourBlocks.Measures, ColourBlocks.Measures), pixels),
            Brightness = Moments.Mean(sum, pixels),
            Contrast = Math.Sqrt(Moments.Variance(sum, squares, pixels)),
            DarkShare = (double)dark / pixels,
            LightShare = (double)light / pixels,
            Hash = PerceptualHash.Of(Hash.AsSpan(picture * Coefficients, Coefficients)),
            Colours = Palette(Colours.AsSpan(picture * colours * DominantColours.ColourLength, colours * DominantColours.ColourLength)),
            Crops = boxes,
        };
    }

    /// <summary>Clusters as colours, that of most pixels first.</summary>
    public static DominantColour[] Palette(ReadOnlySpan<long> clusters)
    {
        var found = new List<(long Pixels, DominantColour Colour)>();
        long all = 0;
        for (var i = 0; i < clusters.Length; i += DominantColours.ColourLength)
        {
            all += clusters[i];
        }

        for (var i = 0; i < clusters.Length; i += DominantColours.ColourLength)
        {
            var pixels = clusters[i];
            if (pixels > 0)
            {
                found.Add((pixels, new DominantColour(Mean(clusters[i + 1], pixels), Mean(clusters[i + 2], pixels), Mean(clusters[i + 3], pixels), (double)pixels / all)));
            }
        }

        return [.. found.OrderByDescending(f => f.Pixels).Select(f => f.Colour)];
    }

    private static byte Mean(long sum, long pixels) => (byte)((sum + (pixels / 2)) / pixels);
}
