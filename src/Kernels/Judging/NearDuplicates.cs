namespace Gpu.Kernels.Judging;

/// <summary>
/// Whether pictures are copies of one: hashes that differ in few bits, and like colours. Either alone errs: a hash knows no
/// colour, and many pictures share colours.
/// </summary>
public static class NearDuplicates
{
    /// <summary>Of 64 bits, how many may differ: what recompressing, scaling and small marks do.</summary>
    public const int MaxHashDistance = 8;

    /// <summary>How far colours may be apart, in Oklab, where black and white are 1 apart.</summary>
    public const double MaxColourDistance = 0.08;

    /// <summary>Whether both distances are small.</summary>
    public static bool Are(PictureQuality a, PictureQuality b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return a.Hash.Distance(b.Hash) <= MaxHashDistance && ColourDistance(a, b) <= MaxColourDistance;
    }

    /// <summary>How far the pictures' dominant colours are apart: from each to the nearest of the other picture, weighted by its share, the mean of both ways; in Oklab.</summary>
    /// <returns>0 for the same colours, 1 between black and white; infinite where one picture has colours and the other has none.</returns>
    public static double ColourDistance(PictureQuality a, PictureQuality b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return (Way(a.Colours, b.Colours) + Way(b.Colours, a.Colours)) / 2;
    }

    /// <summary>Which pictures to keep: the first of each set of near-duplicates, as they come. Put the better ones first.</summary>
    /// <returns>Indices, ascending.</returns>
    public static IReadOnlyList<int> Keep(IReadOnlyList<PictureQuality> pictures)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        var kept = new List<int>();
        for (var i = 0; i < pictures.Count; i++)
        {
            if (!kept.Exists(k => Are(pictures[k], pictures[i])))
            {
                kept.Add(i);
            }
        }

        return kept;
    }

    private static double Way(IReadOnlyList<DominantColour> from, IReadOnlyList<DominantColour> to)
    {
        var sum = 0.0;
        foreach (var colour in from)
        {
            var nearest = double.PositiveInfinity;
            foreach (var other in to)
            {
                nearest = Math.Min(nearest, Distance(colour, other));
            }

            sum += colour.Share * nearest;
        }

        return sum;
    }

    private static double Distance(DominantColour a, DominantColour b)
    {
        var (l, x, y) = Oklab.Of(a.Red, a.Green, a.Blue);
        var (m, u, v) = Oklab.Of(b.Red, b.Green, b.Blue);
        double light = l - m, green = x - u, blue = y - v;
        return Math.Sqrt((light * light) + (green * green) + (blue * blue)) / (1 << Oklab.Bits);
    }
}
