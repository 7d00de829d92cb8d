using SkiaSharp;

namespace Gpu.Workflow.Rendering.Overlays;

/// <summary>Where words may stand in a frame, and how large they are.</summary>
internal sealed class FrameGeometry
{
    /// <summary>The geometry of a frame.</summary>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    public FrameGeometry(int width, int height)
    {
        (Width, Height) = (width, height);
        var aspect = (double)width / height;
        Portrait = aspect < 0.8;
        Landscape = aspect > 1.2;

        // Players and feeds lay their buttons over the lower part of upright videos.
        var (side, top, bottom) = Portrait ? (0.07, 0.12, 0.2) : Landscape ? (0.05, 0.07, 0.08) : (0.06, 0.07, 0.08);
        Safe = new SKRect((float)(width * side), (float)(height * top), (float)(width * (1 - side)), (float)(height * (1 - bottom)));

        Unit = Math.Min(width, height);
    }

    private FrameGeometry(FrameGeometry other, SKRect safe) =>
        (Width, Height, Portrait, Landscape, Unit, Safe) = (other.Width, other.Height, other.Portrait, other.Landscape, other.Unit, safe);

    /// <summary>Pixels.</summary>
    public int Width { get; }

    /// <summary>Pixels.</summary>
    public int Height { get; }

    /// <summary>Clearly higher than wide.</summary>
    public bool Portrait { get; }

    /// <summary>Clearly wider than high.</summary>
    public bool Landscape { get; }

    /// <summary>What no player covers.</summary>
    public SKRect Safe { get; }

    /// <summary>The length by which type is measured, in pixels: the shorter side.</summary>
    public float Unit { get; }

    /// <summary>The same with words beside something that stands in a lower corner.</summary>
    /// <param name="other">What stands there.</param>
    /// <param name="gap">Pixels between.</param>
    public FrameGeometry Beside(SKRect other, float gap)
    {
        var safe = Safe;
        if (other.MidX > safe.MidX)
        {
            safe.Right = Math.Max(safe.Left, other.Left - gap);
        }
        else
        {
            safe.Left = Math.Min(safe.Right, other.Right + gap);
        }

        return new FrameGeometry(this, safe);
    }

    /// <summary>The same with words above it.</summary>
    /// <param name="other">What stands there.</param>
    /// <param name="gap">Pixels between.</param>
    public FrameGeometry Above(SKRect other, float gap) =>
        new(this, new SKRect(Safe.Left, Safe.Top, Safe.Right, Math.Max(Safe.Top, other.Top - gap)));
}
