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

    /// <summary>The pixels of the source that the window has, without a copy where that is all of them or all of their rows.</summary>
    public ReadOnlyMemory<byte> Cut(ReadOnlyMemory<byte> rgba)
    {
        if (Columns == _source.Width)
        {
            return rgba.Slice(Top * _source.Width * 4, Rows * _source.Width * 4);
        }

        var cut = GC.AllocateUninitializedArray<byte>(Columns * Rows * 4);
        for (var y = 0; y < Rows; y++)
        {
            rgba.Span.Slice((((Top + y) * _source.Width) + Left) * 4, Columns * 4).CopyTo(cut.AsSpan(y * Columns * 4));
        }

        return cut;
    }

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
        var (width, height) = (box.Width * _source.Width, box.Height * _source.Height);
        var (w, h) = (Math.Min(width, height * _aspect), Math.Min(height, width / _aspect));
        return new SampleBox((box.X * _source.Width) + ((width - w) / 2), (box.Y * _source.Height) + ((height - h) / 2), w, h);
    }

    private static double Between(double a, double b, double part) => a + ((b - a) * part);

    private static int Even(double size) => Math.Max(2, 2 * (int)Math.Round(size / 2));
}
