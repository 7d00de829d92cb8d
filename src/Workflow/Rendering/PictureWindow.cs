using Gpu.Kernels.Imaging;
using Gpu.Kernels.Video;
using Gpu.Workflow.Pictures;
using Gpu.Workflow.Storyboards;

namespace Gpu.Workflow.Rendering;

/// <summary>
/// The part of a picture that a shot sees, made ready at the size that its tightest box needs: one pixel for a pixel of
/// the frame there, but not much more than the source has.
/// </summary>
internal sealed class PictureWindow
{
    // A good resize beats the sampler's bilinear magnification, but costs memory without adding detail.
    private const double MostMagnified = 2;
    private const int MostSide = 8192;
    private const long MostPixels = 48L << 20;

    // The sampler reads a little beyond a box.
    private const int Margin = 4;

    private readonly PictureSize _source;
    private readonly double _aspect;
    private readonly Shot _shot;

    /// <summary>Plans what to make of a picture.</summary>
    /// <param name="source">The picture in pixels.</param>
    /// <param name="shot">The shot.</param>
    /// <param name="width">The frame in pixels.</param>
    /// <param name="height">The frame in pixels.</param>
    public PictureWindow(PictureSize source, Shot shot, int width, int height)
    {
        _source = source;
        _shot = shot;
        _aspect = (double)width / height;
        var (from, to) = (Pixels(shot.From), Pixels(shot.To));
        Left = Math.Max(0, (int)Math.Floor(Math.Min(from.X, to.X)) - Margin);
        Top = Math.Max(0, (int)Math.Floor(Math.Min(from.Y, to.Y)) - Margin);
        Columns = Math.Min(source.Width, (int)Math.Ceiling(Math.Max(from.X + from.Width, to.X + to.Width)) + Margin) - Left;
        Rows = Math.Min(source.Height, (int)Math.Ceiling(Math.Max(from.Y + from.Height, to.Y + to.Height)) + Margin) - Top;
        var scale = Math.Min(MostMagnified, width / Math.Min(from.Width, to.Width));
        scale = Math.Min(scale, Math.Min((double)MostSide / Columns, (double)MostSide / Rows));
        scale = Math.Min(scale, Math.Sqrt(MostPixels / ((double)Columns * Rows)));
        Width = Even(Columns * scale);
        Height = Even(Rows * scale);
    }

    /// <summary>The first column of the source.</summary>
    public int Left { get; }

    /// <summary>The first row of the source.</summary>
    public int Top { get; }

    /// <summary>Columns of the source.</summary>
    public int Columns { get; }

    /// <summary>Rows of the source.</summary>
    public int Rows { get; }

    /// <summary>Pixels to make, even.</summary>
    public int Width { get; }

    /// <summary>Pixels to make, even.</summary>
    public int Height { get; }

    /// <summary>The part of the source that the window has.</summary>
    public CropBox Crop => new(Left, Top, Left + Columns, Top + Rows);

    /// <summary>The box in pixels of what was made.</summary>
    /// <param name="part">How far the shot is, 0 to 1: the box moves evenly.</param>
    public SampleBox At(double part)
    {
        var (from, to) = (Pixels(_shot.From), Pixels(_shot.To));
        var (x, y) = ((double)Width / Columns, (double)Height / Rows);
        return new SampleBox(
            (Between(from.X, to.X, part) - Left) * x, (Between(from.Y, to.Y, part) - Top) * y,
            Between(from.Width, to.Width, part) * x, Between(from.Height, to.Height, part) * y);
    }

    // A box of another shape than the frame's is cut to it about its centre.
    private SampleBox Pixels(PictureBox box)
    {
        if (_shot.Fit == ShotFit.Whole)
        {
            // Of the smallest frame that holds the picture, in the picture's pixels and from its corner.
            var (columns, rows) = (Math.Max(_source.Width, _source.Height * _aspect), Math.Max(_source.Height, _source.Width / _aspect));
            return Cut(new SampleBox(
                (box.X * columns) - ((columns - _source.Width) / 2), (box.Y * rows) - ((rows - _source.Height) / 2), box.Width * columns, box.Height * rows));
        }

        return Cut(new SampleBox(box.X * _source.Width, box.Y * _source.Height, box.Width * _source.Width, box.Height * _source.Height));
    }

    private SampleBox Cut(SampleBox box)
    {
        var (w, h) = (Math.Min(box.Width, box.Height * _aspect), Math.Min(box.Height, box.Width / _aspect));
        return new SampleBox(box.X + ((box.Width - w) / 2), box.Y + ((box.Height - h) / 2), w, h);
    }

    private static double Between(double a, double b, double part) => a + ((b - a) * part);

    private static int Even(double size) => Math.Max(2, 2 * (int)Math.Round(size / 2));
}
