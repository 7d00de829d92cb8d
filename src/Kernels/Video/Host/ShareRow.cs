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
    public static void Make(in BlendField field, int plane, int y, short* to, int length)
    {
        int down = plane == 0 ? 2 * y : (4 * y) + 1, step = plane == 0 ? 2 : 4;
        if (field.Kind == BlendKind.Noise)
        {
            Noise(field.Offset, plane, down >> 1, step, to, length);
            return;
        }

        // Most of a frame shows one picture alone: where both ends of a piece do, all of it does.
        var start = SharePiece.Place(field, 0, down);
        for (var x = 0; x < length; x += ColumnTable.Unit)
        {
            var end = SharePiece.Place(field, (x + ColumnTable.Unit) * step, down);
            var alike = SharePiece.Alike(field, start, end, x * step, (x + ColumnTable.Unit) * step, down);
            start = end;
            if (alike >= 0)
            {
                new Span<short>(to + x, ColumnTable.Unit).Fill((short)alike);
            }
            else if (field.Kind == BlendKind.Line)
            {
                Line(field, x, down, step, to);
            }
            else if (field.Kind == BlendKind.Circle)
            {
                Circle(field, x, down, step, to);
            }
            else
            {
                Angle(field, x, down, step, to);
            }
        }
    }

    // One loop for each kind: what all of them inline is more than the compiler takes into one.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Noise(int threshold, int plane, int row, int step, short* to, int length)
    {
        var columns = Vector256<int>.Indices * (step / 2);
        for (var x = 0; x < length; x += Vector256<int>.Count)
        {
            var column = columns + Vector256.Create(x * (step / 2));
            var share = Hard(column, row, threshold);
            if (plane != 0)
            {
                var next = column + Vector256<int>.One;
                share = (share + Hard(next, row, threshold) + Hard(column, row + 1, threshold) + Hard(next, row + 1, threshold)) >> 2;
            }

            Store(share, to + x);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Line(in BlendField field, int first, int y, int step, short* to)
    {
        int across = field.Across, shift = field.Shift, smooth = field.Smooth;
        Vector256<int> places = Vector256<int>.Indices * step, offset = Vector256.Create((field.Down * y) + field.Offset);
        for (var x = first; x < first + ColumnTable.Unit; x += Vector256<int>.Count)
        {
            Store(Step((((places + Vector256.Create(x * step)) * across) + offset) >> shift, smooth), to + x);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Circle(in BlendField field, int first, int y, int step, short* to)
    {
        int across = field.Across, shift = field.Shift, smooth = field.Smooth, below = y - field.CentreY;
        Vector256<int> places = (Vector256<int>.Indices * step) - Vector256.Create(field.CentreX);
        Vector256<int> offset = Vector256.Create(field.Offset), square = Vector256.Create(below * below);
        for (var x = first; x < first + ColumnTable.Unit; x += Vector256<int>.Count)
        {
            var right = places + Vector256.Create(x * step);
            Store(Step(((Root(((right * right) + square) << shift) * across) + offset) >> FieldArithmetic.Fine, smooth), to + x);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Angle(in BlendField field, int first, int y, int step, short* to)
    {
        int shift = field.Shift, smooth = field.Smooth, below = y - field.CentreY;
        Vector256<int> places = (Vector256<int>.Indices * step) - Vector256.Create(field.CentreX), offset = Vector256.Create(field.Offset);
        Vector256<int> start = Vector256.Create(Math.Abs(below) << shift), half = Vector256.Create(FieldArithmetic.Pi);
        fixed (int* turns = FieldArithmetic.Turns)
        {
            for (var x = first; x < first + ColumnTable.Unit; x += Vector256<int>.Count)
            {
                var right = places + Vector256.Create(x * step);
                Vector256<int> along = start, across = Vector256.Abs(right) << shift, angle = Vector256<int>.Zero;
                for (var i = 0; i < FieldArithmetic.Rotations; i++)
                {
                    var sign = across >> 31;
                    Vector256<int> turnAlong = along >> i, turnAcross = across >> i;
                    along += (turnAcross ^ sign) - sign;
                    across -= (turnAlong ^ sign) - sign;
                    angle += (Vector256.Create(turns[i]) ^ sign) - sign;
                }

                angle = below == 0 ? Vector256.AndNot(angle, Vector256.Equals(right, Vector256<int>.Zero)) : angle;
                angle = below < 0 ? half - angle : angle;
                var left = right >> 31;
                Store(Step((((angle ^ left) - left) + offset) >> FieldArithmetic.Fine, smooth), to + x);
            }
        }
    }

    // All are 0 to 32767.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<int> shares, short* to) =>
        Vector128.Narrow(shares.GetLower(), shares.GetUpper()).Store(to);

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
    private static Vector256<int> Hard(Vector256<int> column, int row, int threshold)
    {
        var bits = column.AsUInt32() + Vector256.Create(unchecked((uint)row * 0x9E3779B1u));
        bits = (bits ^ (bits >> 16)) * Vector256.Create(0x7FEB352Du);
        bits = (bits ^ (bits >> 15)) * Vector256.Create(0x846CA68Bu);
        var noise = ((bits ^ (bits >> 16)) >> 17).AsInt32();
        return Vector256.LessThan(noise, Vector256.Create(threshold)) & Vector256.Create(FrameArithmetic.Unit);
    }
}
