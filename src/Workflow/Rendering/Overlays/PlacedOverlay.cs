using SkiaSharp;

namespace Gpu.Workflow.Rendering.Overlays;

/// <summary>Something that lies over the frames for a time, at its place at rest.</summary>
/// <param name="Box">Its place, of even edges.</param>
/// <param name="Start">Seconds.</param>
/// <param name="Duration">Seconds.</param>
/// <param name="Rise">How far below its place it comes from, in pixels.</param>
/// <param name="Draw">Draws it in the frame's coordinates.</param>
internal sealed record PlacedOverlay(SKRectI Box, double Start, double Duration, float Rise, Action<SKCanvas> Draw)
{
    private const double In = 0.4;
    private const double Out = 0.25;

    /// <summary>Whether it stays as it is to its end: what is seen last in an ad does not leave before the ad does.</summary>
    public bool Stays { get; init; }

    /// <summary>Where it stands and how opaque it is at a time; null where it is not seen.</summary>
    public (int X, int Y, double Opacity)? At(double time)
    {
        var (age, left) = (time - Start, Start + Duration - time);
        if (age < 0 || left <= 0)
        {
            return null;
        }

        var coming = Ease(age / Math.Min(In, Duration / 3));
        var going = Stays ? 1 : Ease(left / Math.Min(Out, Duration / 4));
        var opacity = Math.Min(coming, going);
        if (opacity <= 0)
        {
            return null;
        }

        return (Box.Left, Box.Top + (2 * (int)Math.Round(Rise * (1 - coming) / 2)), opacity);
    }

    // Fast, then settling: 1 - (1 - x)^3.
    private static double Ease(double x)
    {
        var rest = 1 - Math.Clamp(x, 0, 1);
        return 1 - (rest * rest * rest);
    }
}
