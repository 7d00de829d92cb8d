using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gpu.Kernels.Video.Transitions;

namespace Gpu.Kernels.Video.Host;

/// <summary>
/// A row of <see cref="BlendField.Share"/>, eight at a time. These vectors are .NET's own: they run on every processor, and
/// transitions are a small part of a film.
/// </summary>
internal static unsafe class ShareRow
{
    /// <summary>Makes a row.</summary>
    /// <param name="field">The shares.</param>
    /// <param name="plane">0 Y, 1 Cb, 2 Cr.</param>
    /// <param name="y">The row in its plane.</param>
    /// <param name="to">Takes them.</param>
    /// <param name="length">How many, a multiple of 64.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Make(in BlendField field, int plane, int y, short* to, int length)
    {
        int down = plane == 0 ? 2 * y : (4 * y) + 1, step = plane == 0 ? 2 : 4;
        var places = Vector256<int>.Indices * step;
        for (var x = 0; x < length; x += 2 * Vector256<int>.Count)
        {
            var first = Share(field, plane, places + Vector256.Create(x * step), down);
            var second = Share(field, plane, places + Vector256.Create((x + Vector256<int>.Count) * step), down);
            Vector256.Narrow(first, second).Store(to + x);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Share(in BlendField field, int plane, Vector256<int> x, int y)
    {
        switch (field.Kind)
        {
            case BlendKind.Noise:
                Vector256<int> column = x >> 1, next = column + Vector256<int>.One;
                var row = y >> 1;
                return plane == 0
                    ? Hard(column, row, field.Offset)
                    : (Hard(column, row, field.Offset) + Hard(next, row, field.Offset) + Hard(column, row + 1, field.Offset) + Hard(next, row + 1, field.Offset)) >> 2;
            case BlendKind.Line:
                return Step(((x * field.Across) + Vector256.Create((field.Down * y) + field.Offset)) >> field.Shift, field.Smooth);
            case BlendKind.Circle:
                var right = x - Vector256.Create(field.CentreX);
                var below = y - field.CentreY;
                var root = Root(((right * right) + Vector256.Create(below * below)) << field.Shift);
                return Step(((root * field.Across) + Vector256.Create(field.Offset)) >> FieldArithmetic.Fine, field.Smooth);
            default:
                var angle = Angle(x - Vector256.Create(field.CentreX), y - field.CentreY, field.Shift);
                return Step((angle + Vector256.Create(field.Offset)) >> FieldArithmetic.Fine, field.Smooth);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Step(Vector256<int> place, int smooth)
    {
        var t = Vector256.Max(Vector256<int>.Zero, Vector256.Min(place, Vector256.Create(32768)));
        if (smooth != 0)
        {
            var half = Vector256.Create(16384);
            t = (((((t * t) + half) >> 15) * (Vector256.Create(98304) - (t << 1))) + half) >> 15;
        }

        return Vector256.Min(t, Vector256.Create(FrameArithmetic.Unit));
    }

    // A float's root is at most one off after rounding down, which two comparisons put right.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Root(Vector256<int> square)
    {
        var root = Vector256.ConvertToInt32(Vector256.Sqrt(Vector256.ConvertToSingle(square)));
        root += Vector256.GreaterThan(root * root, square);
        var next = root + Vector256<int>.One;
        return root - Vector256.LessThanOrEqual(next * next, square);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Angle(Vector256<int> x, int y, int shift)
    {
        Vector256<int> along = Vector256.Create(Math.Abs(y) << shift), across = Vector256.Abs(x) << shift, angle = Vector256<int>.Zero;
        for (var i = 0; i < FieldArithmetic.Rotations; i++)
        {
            var sign = across >> 31;
            Vector256<int> turnAlong = along >> i, turnAcross = across >> i;
            along += (turnAcross ^ sign) - sign;
            across -= (turnAlong ^ sign) - sign;
            angle += (Vector256.Create(FieldArithmetic.Turn(i)) ^ sign) - sign;
        }

        angle = y == 0 ? Vector256.AndNot(angle, Vector256.Equals(x, Vector256<int>.Zero)) : angle;
        angle = y < 0 ? Vector256.Create(FieldArithmetic.Pi) - angle : angle;
        var left = x >> 31;
        return (angle ^ left) - left;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Hard(Vector256<int> column, int row, int threshold)
    {
        var bits = column.AsUInt32() + Vector256.Create(unchecked((uint)row * 0x9E3779B1u));
        bits = (bits ^ (bits >> 16)) * Vector256.Create(0x7FEB352Du);
        bits = (bits ^ (bits >> 15)) * Vector256.Create(0x846CA68Bu);
        var noise = ((bits ^ (bits >> 16)) >> 17).AsInt32();
        return Vector256.LessThan(noise, Vector256.Create(threshold)) & Vector256.Create(FrameArithmetic.Unit);
    }
}
