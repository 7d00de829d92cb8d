using Gpu.Kernels.Video;
using Gpu.Workflow.Rendering.Overlays;
using SkiaSharp;

namespace Gpu.Workflow.Avatars.Drawing;

/// <summary>Draws a presenter's parts at their size, once for an ad.</summary>
internal sealed class AvatarCanvas
{
    private readonly SKRectI _pixels;
    private readonly SKMatrix _units;

    /// <summary>A canvas for a place in a frame.</summary>
    /// <param name="place">What the presenter fills, in pixels; see <see cref="AvatarPlace"/>.</param>
    public AvatarCanvas(SKRect place)
    {
        Diameter = place.Width;
        var scale = place.Width / Badge.Diameter;
        var top = place.Bottom - (scale * Badge.Box.Height);
        _units = SKMatrix.CreateScaleTranslation(scale, scale, place.Left - (scale * Badge.Box.Left), top - (scale * Badge.Box.Top));
        var box = Badge.Box;
        box.Inflate(Badge.Margin, Badge.Margin);
        _pixels = OverlayImage.Even(_units.MapRect(box));
    }

    /// <summary>The badge's diameter in pixels.</summary>
    public float Diameter { get; }

    /// <summary>Where the parts lie in the frame.</summary>
    public (int X, int Y) Place => (_pixels.Left, _pixels.Top);

    /// <summary>Draws a part.</summary>
    /// <param name="draw">Draws in the units of <see cref="Badge"/>.</param>
    public OverlayPicture Draw(Action<SKCanvas> draw) => OverlayPicture.FromRgba(_pixels.Width, _pixels.Height, OverlayImage.Draw(_pixels, canvas =>
    {
        canvas.Concat(_units);
        draw(canvas);
    }));
}
