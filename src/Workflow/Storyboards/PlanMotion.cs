using Gpu.Workflow.Pictures;

namespace Gpu.Workflow.Storyboards;

/// <summary>The slow move over a picture: where its box begins and ends.</summary>
internal static class PlanMotion
{
    // Beyond this a picture filling the frame looks soft, and it is better shown whole on a card.
    private const double CoverLimit = 2.5;

    // How far a move may magnify a picture that bears it, and how little moves one that is magnified already.
    private const double SharpLimit = 1.25;
    private const double SoftZoom = 1.04;
    private const double CardZoom = 1.03;

    // Where less than this of a picture would fill the frame, it is shown whole, before its own blur: a part would be a subject cut.
    private const double LeastSeen = 0.5;

    // A subject tends to stand above the middle.
    private const double CentreY = 0.43;

    // Of a tall picture in a wide frame more is lost, and heads are near the top.
    private const double TallCentreY = 0.37;

    /// <summary>How a picture fills a frame, and its move.</summary>
    /// <param name="size">The picture in pixels.</param>
    /// <param name="focus">What of it matters; null where that is not known.</param>
    /// <param name="width">The frame in pixels.</param>
    /// <param name="height">The frame in pixels.</param>
    /// <param name="seconds">How long it is seen.</param>
    /// <param name="turn">Its parity decides the direction.</param>
    /// <param name="showing">How often the picture was shown before: each time another part of it, as far as it has parts to spare.</param>
    public static (ShotFit Fit, PictureBox From, PictureBox To) Plan(PictureSize size, PlanFocus? focus, int width, int height, double seconds, int turn, int showing)
    {
        var aspect = (double)width / height;
        var baseWidth = Math.Min(size.Width, size.Height * aspect);
        var magnified = width / baseWidth;
        var seen = baseWidth * (baseWidth / aspect) / ((double)size.Width * size.Height);
        var wholeMagnified = width / Math.Max(size.Width, size.Height * aspect);
        if (seen < LeastSeen && wholeMagnified <= CoverLimit)
        {
            return Whole(Math.Max(SharpLimit / wholeMagnified, SoftZoom), seconds, turn);
        }

        if (magnified > CoverLimit)
        {
            var (from, to) = Card(turn);
            return (ShotFit.Inset, from, to);
        }

        // The tightest box that the resolution bears, as a zoom over the widest.
        var tightest = Math.Max(SharpLimit / magnified, SoftZoom);
        var frame = new Framing(size, baseWidth, aspect);
        return (size.Width > baseWidth * 1.2 || size.Height > baseWidth / aspect * 1.2)
            ? Pan(frame, focus, tightest, seconds, turn, showing)
            : Zoom(frame, focus, tightest, seconds, turn, showing);
    }

    /// <summary>The move over a card, barely to be seen.</summary>
    public static (PictureBox From, PictureBox To) Card(int turn)
    {
        const double Side = 1 / CardZoom;
        var near = Rounded((1 - Side) / 2, (1 - Side) / 2, Side, Side);
        return (turn & 1) == 0 ? (PictureBox.Whole, near) : (near, PictureBox.Whole);
    }

    // The picture comes a little nearer, or goes; its ground stays.
    private static (ShotFit, PictureBox, PictureBox) Whole(double tightest, double seconds, int turn)
    {
        var side = 1 / Math.Min(1 + Math.Clamp(0.02 + (0.01 * seconds), 0.04, 0.07), tightest);
        var near = Rounded((1 - side) / 2, (1 - side) / 2, side, side);
        return (turn & 1) == 0 ? (ShotFit.Whole, PictureBox.Whole, near) : (ShotFit.Whole, near, PictureBox.Whole);
    }

    private static (ShotFit, PictureBox, PictureBox) Zoom(Framing frame, PlanFocus? focus, double tightest, double seconds, int turn, int showing)
    {
        // A second showing looks closer, at another third of the picture.
        var wide = showing == 0 ? 1 : Math.Min(1 + (0.2 * showing), Math.Max(1, tightest / 1.06));
        wide = Math.Min(wide, 1.6);
        var near = Math.Max(Math.Min(wide * (1 + Math.Clamp(0.03 + (0.018 * seconds), 0.06, 0.12)), Math.Max(tightest, wide)), wide * 1.02);
        var side = (showing & 1) == 0 ? 1 : -1;
        var (centreX, centreY) = focus is { } f ? (f.PointX, f.PointY) : (0.5, CentreY);
        var (x, y) = showing == 0 ? (centreX + ((turn & 2) == 0 ? 0.03 : -0.03), centreY) : (0.5 + (0.17 * side), CentreY + (0.08 * side));
        var a = frame.Box(wide, x, y);
        var b = frame.Box(near, x, y);
        return (turn & 1) == 0 ? (ShotFit.Cover, a, b) : (ShotFit.Cover, b, a);
    }

    private static (ShotFit, PictureBox, PictureBox) Pan(Framing frame, PlanFocus? focus, double tightest, double seconds, int turn, int showing)
    {
        // At most 3.5 % of the frame's side a second: slow enough to read over.
        var zoom = Math.Min(1.02, tightest);
        var (roomX, roomY) = frame.Room(zoom);
        var across = roomX >= roomY;
        var (room, side) = across ? (roomX, frame.Width(zoom)) : (roomY, frame.Height(zoom));
        // Where the subject is known the way is short, so that it stays in the frame.
        var way = Math.Min(room, Math.Min(0.035 * seconds, focus is null ? 0.2 : 0.07) * side);
        var middle = showing == 0 ? (across ? focus?.FrameX ?? 0.5 : focus?.FrameY ?? TallCentreY) : (showing & 1) == 0 ? 0.68 : 0.32;
        var extent = across ? frame.Size.Width : frame.Size.Height;
        var edge = Math.Min((side + way) / 2, extent / 2.0);
        var centre = Math.Clamp(middle * extent, edge, extent - edge);
        var (first, last) = ((centre - (way / 2)) / extent, (centre + (way / 2)) / extent);
        var a = across ? frame.Box(zoom, first, focus?.FrameY ?? CentreY) : frame.Box(zoom, focus?.FrameX ?? 0.5, first);
        var b = across ? frame.Box(zoom, last, focus?.FrameY ?? CentreY) : frame.Box(zoom, focus?.FrameX ?? 0.5, last);
        return (turn & 1) == 0 ? (ShotFit.Cover, a, b) : (ShotFit.Cover, b, a);
    }

    private static PictureBox Rounded(double x, double y, double width, double height)
    {
        const int Digits = 6;
        var (w, h) = (Math.Min(1, Math.Round(width, Digits)), Math.Min(1, Math.Round(height, Digits)));
        return new PictureBox(Math.Clamp(Math.Round(x, Digits), 0, Math.Round(1 - w, Digits)), Math.Clamp(Math.Round(y, Digits), 0, Math.Round(1 - h, Digits)), w, h);
    }

    /// <summary>Boxes of the frame's shape within a picture.</summary>
    private readonly record struct Framing(PictureSize Size, double BaseWidth, double Aspect)
    {
        public double Width(double zoom) => BaseWidth / zoom;

        public double Height(double zoom) => BaseWidth / zoom / Aspect;

        public (double X, double Y) Room(double zoom) => (Size.Width - Width(zoom), Size.Height - Height(zoom));

        /// <summary>A box about a centre (fractions of the picture), moved into the picture where it leaves it.</summary>
        public PictureBox Box(double zoom, double centreX, double centreY)
        {
            var (w, h) = (Math.Min(1, Width(zoom) / Size.Width), Math.Min(1, Height(zoom) / Size.Height));
            return Rounded(Math.Clamp(centreX - (w / 2), 0, 1 - w), Math.Clamp(centreY - (h / 2), 0, 1 - h), w, h);
        }
    }
}
