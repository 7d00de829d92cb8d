using Gpu.Workflow.Storyboards;
using SkiaSharp;

namespace Gpu.Workflow.Rendering.Overlays;

/// <summary>Something that lies over the frames for a time, at its place at rest.</summary>
/// <param name="Box">Its place, of even edges.</param>
/// <param name="Start">Seconds.</param>
/// <param name="Duration">Seconds.</param>
/// <param name="Motion">How it comes and goes.</param>
/// <param name="Travel">How far from its place it comes, in pixels.</param>
/// <param name="Draw">Draws it in the frame's coordinates.</param>
internal sealed record PlacedOverlay(SKRectI Box, double Start, double Duration, MotionPlan Motion, SKPoint Travel, Action<SKCanvas> Draw)
{
    // What goes is no longer looked at: it moves less than what comes.
    private const double Leaving = -0.5;

    // Less than this is not seen, and an overlay at rest is laid over the frame at less cost.
    private const double Still = 1.0 / 512;

    /// <summary>Whether it stays as it is to its end: what is seen last in an ad does not leave before the ad does.</summary>
    public bool Stays { get; init; }

    /// <summary>How it moves while it is there; null where it rests.</summary>
    public OverlayPath? Path { get; init; }

    /// <summary>Where it stands and how opaque it is at a time; null where it is not seen.</summary>
    public PlacedAt? At(double time)
    {
        var (age, left) = (time - Start, Start + Duration - time);
        if (age < 0 || left <= 0)
        {
            return null;
        }

        var coming = Part(age, Math.Min(Motion.In, Duration / 3));
        var going = Stays ? 1 : Part(left, Math.Min(Motion.Out, Duration / 4));
        var opacity = Math.Clamp(Math.Min(Easing.At(Motion.Ease, coming), Easing.At(Motion.Ease, going)), 0, 1);
        var far = coming < 1 ? 1 - Easing.At(Motion.Ease, coming) : Leaving * (1 - Math.Min(1, Easing.At(Motion.Ease, going)));
        var (x, y) = (Travel.X * far, Travel.Y * far);
        if (Path is { } path)
        {
            var part = Easing.At(path.Ease, Math.Clamp(age / Duration, 0, 1));
            (x, y, opacity) = (x + (path.X * part), y + (path.Y * part), opacity * (path.From + ((path.To - path.From) * Math.Clamp(part, 0, 1))));
        }

        return opacity < Still ? null : new PlacedAt(Math.Abs(x) < Still ? 0 : x, Math.Abs(y) < Still ? 0 : y, opacity);
    }

    private static double Part(double seconds, double of) => of <= 0 ? 1 : Math.Clamp(seconds / of, 0, 1);
}

/// <summary>Where an overlay is at a time.</summary>
/// <param name="X">Pixels to the right of its place.</param>
/// <param name="Y">Pixels below it.</param>
/// <param name="Opacity">Over 0, to 1.</param>
internal readonly record struct PlacedAt(double X, double Y, double Opacity);

/// <summary>A way that an overlay goes while it is seen.</summary>
/// <param name="X">Pixels to the right.</param>
/// <param name="Y">Pixels down.</param>
/// <param name="From">Its opacity at first, 0 to 1.</param>
/// <param name="To">Its opacity at last.</param>
/// <param name="Ease">How it goes.</param>
internal sealed record OverlayPath(double X, double Y, double From, double To, MotionEase Ease);
