using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Judging;

/// <summary>
/// k-means (Lloyd) over the cells of colour histograms, in Oklab, in integers: the first centre is the cell of most pixels,
/// each next the one whose pixels x squared distance to the centres is greatest, earlier cells first; then a fixed number
/// of rounds. An item is a picture.
/// </summary>
/// <param name="histogram">Counters of <see cref="ColourBins"/>.</param>
/// <param name="oklab">The table of <see cref="Oklab"/>.</param>
/// <param name="count">Colours to find, at least 1.</param>
/// <param name="work">Working memory: <see cref="WorkLength"/> integers a picture.</param>
/// <param name="colours">Takes for each colour its pixels and the sums of their R', G' and B'; zeros where there are fewer colours.</param>
internal readonly struct DominantColours(ArrayView<uint> histogram, ArrayView<int> oklab, int count, ArrayView<int> work, ArrayView<long> colours) : IItemOperation
{
    /// <summary>Numbers a colour.</summary>
    public const int ColourLength = 4;

    private const int Rounds = 10;

    // L, a, b, then the nearest centre, or before there is one the squared distance to it.
    private const int PointLength = 4;
    private const int CentreLength = 3;
    private const int Near = 3;

    /// <summary>Integers of working memory a picture.</summary>
    public static int WorkLength(int count) => (ColourBins.Cells * PointLength) + (count * CentreLength);

    public void Item(int item)
    {
        var cells = (long)item * ColourBins.Cells * ColourBins.CellLength;
        var points = (long)item * WorkLength(count);
        var centres = points + (ColourBins.Cells * PointLength);
        for (var i = 0; i < ColourBins.Cells; i++)
        {
            if (histogram[cells + (i * ColourBins.CellLength)] != 0)
            {
                Place(cells + (i * ColourBins.CellLength), points + (i * PointLength));
            }
        }

        var found = Choose(cells, points, centres);
        for (var round = 0; round < Rounds; round++)
        {
            Assign(cells, points, centres, found);
            for (var centre = 0; centre < found; centre++)
            {
                Move(cells, points, centres + (centre * CentreLength), centre);
            }
        }

        Assign(cells, points, centres, found);
        for (var centre = 0; centre < count; centre++)
        {
            Sum(cells, points, centre < found ? centre : -1, ((long)item * count * ColourLength) + (centre * ColourLength));
        }
    }

    [IntrinsicImplementation]
    public void Items(int first, int end)
    {
        for (var item = first; item < end; item++)
        {
            Item(item);
        }
    }

    private void Place(long cell, long point)
    {
        var pixels = histogram[cell];
        int red = oklab[(int)((histogram[cell + 1] + (pixels / 2)) / pixels)], green = oklab[(int)((histogram[cell + 2] + (pixels / 2)) / pixels)], blue = oklab[(int)((histogram[cell + 3] + (pixels / 2)) / pixels)];
        int l = Root(Oklab.Long(red, green, blue)), m = Root(Oklab.Medium(red, green, blue)), s = Root(Oklab.Short(red, green, blue));
        work[point] = Oklab.Lightness(l, m, s);
        work[point + 1] = Oklab.GreenRed(l, m, s);
        work[point + 2] = Oklab.BlueYellow(l, m, s);
        work[point + Near] = int.MaxValue;
    }

    private int Root(int response) => Oklab.Root(oklab[Oklab.RootIndex(response)], oklab[Oklab.RootIndex(response) + 1], response);

    /// <summary>Chooses the first centres.</summary>
    /// <returns>How many: fewer where there are fewer colours.</returns>
    private int Choose(long cells, long points, long centres)
    {
        var found = 0;
        for (; found < count; found++)
        {
            long best = 0, at = -1;
            for (var i = 0; i < ColourBins.Cells; i++)
            {
                long pixels = histogram[cells + (i * ColourBins.CellLength)];
                var gain = pixels == 0 ? 0 : found == 0 ? pixels : pixels * work[points + (i * PointLength) + Near];
                if (gain > best)
                {
                    best = gain;
                    at = points + (i * PointLength);
                }
            }

            if (at < 0)
            {
                break;
            }

            var centre = centres + (found * CentreLength);
            work[centre] = work[at];
            work[centre + 1] = work[at + 1];
            work[centre + 2] = work[at + 2];
            for (var i = 0; i < ColourBins.Cells; i++)
            {
                if (histogram[cells + (i * ColourBins.CellLength)] != 0)
                {
                    var point = points + (i * PointLength);
                    work[point + Near] = Math.Min(work[point + Near], Distance(point, centre));
                }
            }
        }

        return found;
    }

    private void Assign(long cells, long points, long centres, int found)
    {
        for (var i = 0; i < ColourBins.Cells; i++)
        {
            if (histogram[cells + (i * ColourBins.CellLength)] == 0)
            {
                continue;
            }

            var point = points + (i * PointLength);
            int nearest = 0, least = int.MaxValue;
            for (var centre = 0; centre < found; centre++)
            {
                var distance = Distance(point, centres + (centre * CentreLength));
                if (distance < least)
                {
                    least = distance;
                    nearest = centre;
                }
            }

            work[point + Near] = nearest;
        }
    }

    private void Move(long cells, long points, long into, int centre)
    {
        long pixels = 0, l = 0, a = 0, b = 0;
        for (var i = 0; i < ColourBins.Cells; i++)
        {
            long here = histogram[cells + (i * ColourBins.CellLength)];
            var point = points + (i * PointLength);
            if (here != 0 && work[point + Near] == centre)
            {
                pixels += here;
                l += here * work[point];
                a += here * work[point + 1];
                b += here * work[point + 2];
            }
        }

        if (pixels > 0)
        {
            work[into] = (int)(l / pixels);
            work[into + 1] = (int)(a / pixels);
            work[into + 2] = (int)(b / pixels);
        }
    }

    private void Sum(long cells, long points, int centre, long into)
    {
        long pixels = 0, red = 0, green = 0, blue = 0;
        for (var i = 0; i < ColourBins.Cells; i++)
        {
            var cell = cells + (i * ColourBins.CellLength);
            if (histogram[cell] != 0 && work[points + (i * PointLength) + Near] == centre)
            {
                pixels += histogram[cell];
                red += histogram[cell + 1];
                green += histogram[cell + 2];
                blue += histogram[cell + 3];
            }
        }

        colours[into] = pixels;
        colours[into + 1] = red;
        colours[into + 2] = green;
        colours[into + 3] = blue;
    }

    // Coordinates differ by at most 2^14, so three squares fit.
    private int Distance(long point, long centre)
    {
        int l = work[point] - work[centre], a = work[point + 1] - work[centre + 1], b = work[point + 2] - work[centre + 2];
        return (l * l) + (a * a) + (b * b);
    }
}
