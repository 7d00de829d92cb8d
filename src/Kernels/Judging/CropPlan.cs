namespace Gpu.Kernels.Judging;

/// <summary>
/// The crops that smartcrop.js 2.0.5 tries for one aspect of one picture: as large as the picture allows, in steps of a
/// cell, in the picture brought to a short side of 256.
/// </summary>
internal sealed class CropPlan
{
    private readonly double _prescale;
    private readonly int _columns;

    /// <summary>Plans.</summary>
    /// <param name="width">The picture's.</param>
    /// <param name="height">The picture's.</param>
    /// <param name="prescale">What it was brought down by, at most 1.</param>
    /// <param name="small">Its size then.</param>
    /// <param name="aspect">The crop's shape.</param>
    public CropPlan(int width, int height, double prescale, (int Width, int Height) small, CropAspect aspect)
    {
        var scale = Math.Min(width / aspect.Width, height / aspect.Height);
        Width = Within((int)(aspect.Width * scale), prescale, small.Width);
        Height = Within((int)(aspect.Height * scale), prescale, small.Height);
        _prescale = prescale;
        _columns = ((small.Width - Width) / SaliencyCells.Side) + 1;
        Count = _columns * (((small.Height - Height) / SaliencyCells.Side) + 1);
    }

    /// <summary>Pixels of the picture brought down.</summary>
    public int Width { get; }

    /// <summary>Pixels of the picture brought down.</summary>
    public int Height { get; }

    /// <summary>Crops to try, at least 1.</summary>
    public int Count { get; }

    /// <summary>Where a crop begins, in cells.</summary>
    public (int X, int Y) Place(int crop) => (crop % _columns, crop / _columns);

    /// <summary>The crop of the greatest score, the first of equals, in the picture's own pixels.</summary>
    public CropBox Best(ReadOnlySpan<long> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }

        var (x, y) = Place(best);
        return new CropBox((int)(SaliencyCells.Side * x / _prescale), (int)(SaliencyCells.Side * y / _prescale), (int)(Width / _prescale), (int)(Height / _prescale));
    }

    // A very long picture could leave no pixel of a side.
    private static int Within(int length, double prescale, int most) => Math.Clamp((int)(length * prescale), 1, most);
}
