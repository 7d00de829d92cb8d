using Gpu.Kernels.Video.Transitions;

namespace Gpu.Kernels.Video.Host;

/// <summary>Whether a piece of a row of <see cref="BlendField.Share"/> is one share, seen from its ends.</summary>
internal static class SharePiece
{
    // The angle's error is a few parts of 2^-15 where coordinates are 2^20 and more; this is more than it.
    private const int AngleMargin = 1 << 18;
    private const int AngleLeast = 1 << 20;

    // What a place is shifted by leaves it between these.
    private const long One = 32768;

    /// <summary>Where a place lies, in the units of shares before they are held within 0 and 1, and before bits are taken off.</summary>
    /// <param name="field">The shares.</param>
    /// <param name="x">Across, in half pixels.</param>
    /// <param name="y">Down, in half pixels.</param>
    public static long Place(in BlendField field, int x, int y)
    {
        // Behind the frame it may be too large for the angle's arithmetic; what lies there is not seen.
        int right = Math.Min(x - field.CentreX, field.CentreX), below = y - field.CentreY;
        return field.Kind switch
        {
            BlendKind.Line => ((long)field.Across * x) + (field.Down * y) + field.Offset,
            BlendKind.Circle => ((long)Math.Sqrt((((long)right * right) + ((long)below * below)) << field.Shift) * field.Across) + field.Offset,
            _ => (long)FieldArithmetic.Angle(right, below, field.Shift) + field.Offset,
        };
    }

    /// <summary>The share of a piece whose ends have these places, or -1 where it is not one.</summary>
    public static int Alike(in BlendField field, long start, long end, int from, int to, int y)
    {
        if (field.Kind != BlendKind.Line && !RunsOneWay(field, from - field.CentreX, to - field.CentreX, y - field.CentreY))
        {
            return -1;
        }

        int shift = field.Kind == BlendKind.Line ? field.Shift : FieldArithmetic.Fine, margin = field.Kind == BlendKind.Angle ? AngleMargin : 0;
        return Math.Max(start, end) <= -margin ? 0
            : Math.Min(start, end) >= (One << shift) + margin ? FrameArithmetic.Unit
            : -1;
    }

    // A circle's distances fall up to its middle and grow from there. Angles grow, but jump above the middle.
    private static bool RunsOneWay(in BlendField field, int left, int right, int below)
    {
        var aside = left > 0 || right < 0;
        return field.Kind == BlendKind.Circle
            ? aside
            : (aside || below > 0) && (long)Math.Max(Math.Abs(below), aside ? Math.Min(Math.Abs(left), Math.Abs(right)) : 0) << field.Shift >= AngleLeast;
    }
}
