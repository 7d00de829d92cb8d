namespace Gpu.Kernels.Video;

/// <summary>The bounds of a frame's description.</summary>
internal static class FrameChecks
{
    private const int LargestSize = 16_384;

    // Positions have 31 bits before the point: a box within this reaches 2^25 at most.
    private const double LargestBox = 16_777_216;

    // Ten turns: a film that spins, and no sine of huge numbers.
    private const double LargestRotation = 3600;

    // The same for overlays: far enough for any slide out of a frame, and no sum of it overflows.
    private const int LargestOffset = 1_048_576;

    /// <summary>Checks a frame's size and its target's length.</summary>
    public static void Size(int width, int height, int length)
    {
        if (width is < 2 or > LargestSize || height is < 2 or > LargestSize || ((width | height) & 1) != 0)
        {
            throw new ArgumentException($"Frames have even sizes of 2x2 to {LargestSize}x{LargestSize}; this one is {width}x{height}.");
        }

        if (length != I420.Length(width, height))
        {
            throw new ArgumentException($"The target of a {width}x{height} frame has {I420.Length(width, height)} bytes; this one has {length}.");
        }
    }

    /// <summary>Checks a layer's picture and box.</summary>
    public static void Layer(FrameLayer layer, string name)
    {
        if (layer.Picture is null)
        {
            throw new ArgumentException($"The layer '{name}' has no picture.");
        }

        var box = layer.Box;
        if (!(Math.Abs(box.X) <= LargestBox && Math.Abs(box.Y) <= LargestBox && box.Width > 0 && box.Height > 0 && box.Width <= LargestBox && box.Height <= LargestBox))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The box of the layer '{name}' must have a position within ±{LargestBox:f0} and a size over 0 and up to {LargestBox:f0}; it is x {box.X}, y {box.Y}, width {box.Width}, height {box.Height}."));
        }

        if (!(Math.Abs(layer.Rotation) <= LargestRotation))
        {
            throw new ArgumentException(FormattableString.Invariant($"The layer '{name}' may be turned by ±{LargestRotation:f0} degrees; its rotation is {layer.Rotation}."));
        }
    }

    /// <summary>Checks a crossfade.</summary>
    public static void Mix(double mix, bool hasSecond)
    {
        if (!(mix is >= 0 and <= 1))
        {
            throw new ArgumentException(FormattableString.Invariant($"The mix of a crossfade is 0 to 1; this one is {mix}."));
        }

        if (mix > 0 && !hasSecond)
        {
            throw new ArgumentException(FormattableString.Invariant($"A mix of {mix} needs a second picture; without one it is 0."));
        }
    }

    /// <summary>Checks options.</summary>
    public static void Options(in FrameOptions options)
    {
        if (!Enum.IsDefined(options.Transition))
        {
            throw new ArgumentException($"There is no transition {options.Transition}; take one of {nameof(Transition)}.");
        }

        if (!Enum.IsDefined(options.Layout))
        {
            throw new ArgumentException($"There is no layout {options.Layout}; take one of {nameof(FrameLayout)}.");
        }

        if (!Enum.IsDefined(options.Sampling))
        {
            throw new ArgumentException($"There is no sampling {options.Sampling}; take one of {nameof(FrameSampling)}.");
        }

        Within(options.Brightness, -1, nameof(options.Brightness));
        Within(options.Contrast, -1, nameof(options.Contrast));
        Within(options.Saturation, -1, nameof(options.Saturation));
        Within(options.Vignette, 0, nameof(options.Vignette));
    }

    /// <summary>Checks an overlay.</summary>
    public static void Overlay(FrameOverlay overlay, int index)
    {
        if (overlay.Picture is null)
        {
            throw new ArgumentException($"Overlay {index} has no picture.");
        }

        if (((overlay.X | overlay.Y) & 1) != 0 || overlay.X is < -LargestOffset or > LargestOffset || overlay.Y is < -LargestOffset or > LargestOffset)
        {
            throw new ArgumentException($"Overlay {index} must lie at even positions within ±{LargestOffset}; it lies at {overlay.X}, {overlay.Y}.");
        }

        if (!(Math.Abs(overlay.MoveX) <= LargestOffset && Math.Abs(overlay.MoveY) <= LargestOffset))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Overlay {index} must move within ±{LargestOffset}; it moves by {overlay.MoveX}, {overlay.MoveY}."));
        }

        if (!(overlay.Opacity is >= 0 and <= 1))
        {
            throw new ArgumentException(FormattableString.Invariant($"The opacity of overlay {index} is 0 to 1, not {overlay.Opacity}."));
        }
    }

    private static void Within(double value, double least, string name)
    {
        if (!(value >= least && value <= 1))
        {
            throw new ArgumentException(FormattableString.Invariant($"{name} is {least} to 1, not {value}."));
        }
    }
}
