namespace Gpu.Kernels.Video.Transitions;

/// <summary>What a transition is at one moment: where the two pictures lie, and how they are mixed.</summary>
internal readonly struct TransitionPlan
{
    /// <summary>The first picture.</summary>
    public FrameLayer From { get; private init; }

    /// <summary>The second; the first where there is none.</summary>
    public FrameLayer To { get; private init; }

    /// <summary>Their shares.</summary>
    public BlendField Field { get; private init; }

    /// <summary>Squares of a mosaic.</summary>
    public PixelBlocks Blocks { get; private init; }

    /// <summary>Luma pixels of a blur along rows, at most 1 for none.</summary>
    public int Blur { get; private init; }

    /// <summary>Luma pixels on each side of a blur both ways, made twice; 0 for none.</summary>
    public int Spread { get; private init; }

    /// <summary>One picture alone.</summary>
    public static TransitionPlan Alone(FrameLayer layer) => new() { From = layer, To = layer };

    /// <summary>Two pictures.</summary>
    /// <param name="transition">How the first gives way to the second.</param>
    /// <param name="mix">How far it has, between 0 and 1.</param>
    /// <param name="from">The first.</param>
    /// <param name="to">The second.</param>
    /// <param name="width">Columns of the frame.</param>
    /// <param name="height">Rows of the frame.</param>
    public static TransitionPlan Of(Transition transition, double mix, FrameLayer from, FrameLayer to, int width, int height)
    {
        var left = 1 - mix;
        var plan = new TransitionPlan { From = from, To = to, Field = FieldOf(transition, mix, width, height) };
        return transition switch
        {
            Transition.SlideLeft => plan with { From = from.Moved(mix, 0), To = to.Moved(-left, 0) },
            Transition.SlideRight => plan with { From = from.Moved(-mix, 0), To = to.Moved(left, 0) },
            Transition.SlideUp => plan with { From = from.Moved(0, mix), To = to.Moved(0, -left) },
            Transition.SlideDown => plan with { From = from.Moved(0, -mix), To = to.Moved(0, left) },
            Transition.ZoomIn => plan with { From = from.Zoomed(Math.Max(Smooth((2 * left) - 1), 1.0 / 1024)) },
            Transition.Pixelize => plan with { Blocks = new PixelBlocks(Math.Min(width, height) / 10.0 * Math.Ceiling(50 * Math.Min(mix, left)) / 50) },
            Transition.HorizontalBlur => plan with { Blur = 1 + (int)(width * Math.Min(mix, left)) },
            Transition.Blur => plan with { Spread = (int)Math.Round(Math.Min(width, height) / 8.0 * Math.Min(mix, left)) },
            _ => plan,
        };
    }

    private static BlendField FieldOf(Transition transition, double mix, int width, int height)
    {
        var left = 1 - mix;
        return transition switch
        {
            Transition.FadeBlack => Dip(mix, 16),
            Transition.FadeWhite => Dip(mix, 235),
            Transition.Dissolve => new() { Kind = BlendKind.Noise, Offset = (int)Math.Round(mix * 32768) },
            Transition.WipeLeft or Transition.SlideLeft => Edge(1, 0, 1 - (width * left)),
            Transition.WipeRight or Transition.SlideRight => Edge(-1, 0, width * mix),
            Transition.WipeUp or Transition.SlideUp => Edge(0, 1, 1 - (height * left)),
            Transition.WipeDown or Transition.SlideDown => Edge(0, -1, height * mix),
            Transition.SmoothLeft => Ramp(1.0 / width, 0, 1 - (2 * left)),
            Transition.SmoothRight => Ramp(-1.0 / width, 0, 2 - (1.0 / width) - (2 * left)),
            Transition.SmoothUp => Ramp(0, 1.0 / height, 1 - (2 * left)),
            Transition.SmoothDown => Ramp(0, -1.0 / height, 2 - (1.0 / height) - (2 * left)),
            Transition.CircleOpen => Circle(-1, 1 - ((left - 0.5) * 3), width, height),
            Transition.CircleClose => Circle(1, (0.5 - left) * 3, width, height),
            Transition.Radial => new()
            {
                Kind = BlendKind.Angle,
                Smooth = 1,
                Offset = Fixed((0.5 - left) * 2.5 * Math.PI, FieldArithmetic.One),
                Shift = 24 - BitsOf(Math.Max(width, height)),
                CentreX = width,
                CentreY = height,
            },
            Transition.ZoomIn => new() { Kind = BlendKind.Constant, Offset = Math.Max(1, FrameArithmetic.Fraction(1 - Smooth(2 * left))) },
            _ => new() { Kind = BlendKind.Constant, Offset = Math.Max(1, FrameArithmetic.Fraction(mix)) },
        };
    }

    private static BlendField Dip(double mix, int luma)
    {
        var left = 1 - mix;
        return new()
        {
            Kind = BlendKind.Dip,
            Across = FrameArithmetic.Fraction(left * Smooth((left - 0.8) / 0.2)),
            Down = FrameArithmetic.Fraction(mix * (1 - Smooth((left - 0.2) / 0.8))),
            Ground = (luma - 128) << 7,
        };
    }

    // An edge one pixel wide: x and y are the directions, in which the share grows.
    private static BlendField Edge(int x, int y, double offset) =>
        new() { Kind = BlendKind.Line, Across = x << 14, Down = y << 14, Offset = Fixed(offset, 32768) };

    private static BlendField Ramp(double x, double y, double offset) => new()
    {
        Kind = BlendKind.Line,
        Across = Fixed(x / 2, FieldArithmetic.One),
        Down = Fixed(y / 2, FieldArithmetic.One),
        Offset = Fixed(offset, FieldArithmetic.One),
        Shift = FieldArithmetic.Fine,
        Smooth = 1,
    };

    private static BlendField Circle(int direction, double offset, int width, int height)
    {
        // In half pixels, the square of a corner's distance; scaled by fours to just under 2^30 for the root's precision.
        var corner = ((long)width * width) + ((long)height * height);
        var shift = (30 - BitsOf(corner)) & ~1;
        return new()
        {
            Kind = BlendKind.Circle,
            Smooth = 1,
            Across = Fixed(direction / Math.Sqrt((double)corner * (1L << shift)), FieldArithmetic.One),
            Offset = Fixed(offset, FieldArithmetic.One),
            Shift = shift,
            CentreX = width,
            CentreY = height,
        };
    }

    private static int BitsOf(long value) => 64 - System.Numerics.BitOperations.LeadingZeroCount((ulong)value);

    private static int Fixed(double value, int one) => (int)Math.Round(value * one);

    private static double Smooth(double t)
    {
        var clamped = Math.Clamp(t, 0, 1);
        return clamped * clamped * (3 - (2 * clamped));
    }
}
