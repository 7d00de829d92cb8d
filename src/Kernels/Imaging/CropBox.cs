namespace Gpu.Kernels.Imaging;

/// <summary>
/// A part of a picture in its pixels, which need not be whole: what Pillow's resize takes as <c>box</c>. Filters reach
/// beyond it where the picture goes on.
/// </summary>
/// <param name="Left">Where it starts, from 0.</param>
/// <param name="Top">Where it starts, from 0.</param>
/// <param name="Right">Where it ends: more than <paramref name="Left"/>, at most the picture's width.</param>
/// <param name="Bottom">Where it ends: more than <paramref name="Top"/>, at most the picture's height.</param>
public readonly record struct CropBox(float Left, float Top, float Right, float Bottom)
{
    /// <summary>All of a picture.</summary>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    public static CropBox All(int width, int height) => new(0, 0, width, height);

    /// <summary>The largest part of a picture with the shape of another, about its centre: what fills a frame.</summary>
    /// <param name="width">Pixels of the picture.</param>
    /// <param name="height">Pixels of the picture.</param>
    /// <param name="frameWidth">Pixels of what is to be filled.</param>
    /// <param name="frameHeight">Pixels of what is to be filled.</param>
    public static CropBox Cover(int width, int height, int frameWidth, int frameHeight)
    {
        var columns = Math.Min(width, (double)height * frameWidth / frameHeight);
        var rows = Math.Min(height, (double)width * frameHeight / frameWidth);
        float left = (float)((width - columns) / 2), top = (float)((height - rows) / 2);
        return new(left, top, width - left, height - top);
    }

    /// <summary>Checks that the box lies in a picture.</summary>
    internal void Check(int width, int height, string name)
    {
        if (!(Left >= 0 && Top >= 0 && Right > Left && Bottom > Top && Right <= width && Bottom <= height))
        {
            throw new ArgumentOutOfRangeException(name, this, $"A box lies within its picture, here {width}x{height}, and is not empty.");
        }
    }
}
