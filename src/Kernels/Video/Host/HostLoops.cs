using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Video.Host;

/// <summary>
/// The loops over the columns of a row, for any width of vectors. They are compiled fully at their first call
/// (AggressiveOptimization): a film's first frames are as fast as its last.
/// </summary>
internal static unsafe class HostLoops<TLanes, TVector>
    where TLanes : struct, IHostLanes<TVector>
    where TVector : struct
{
    /// <summary>Samples a source row across.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Across(byte* row, int* bases, byte* pairs, byte* weights, short* line, int length)
    {
        var windows = 2 * TLanes.Count / TLanes.Window;
        for (var x = 0; x < length; x += TLanes.Count)
        {
            TLanes.Store(TLanes.Across(row, bases, pairs + (2 * x), weights + (2 * x)), line + x);
            bases += windows;
        }
    }

    /// <summary>A row of one layer as bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Bytes(in PlaneLines layer, byte* to, int count)
    {
        var last = count - (2 * TLanes.Count);
        if (last < 0)
        {
            var tail = stackalloc byte[2 * TLanes.Count];
            Bytes(layer, tail, 2 * TLanes.Count);
            Unsafe.CopyBlockUnaligned(to, tail, (uint)count);
            return;
        }

        short* upper = layer.Upper, lower = layer.Lower;
        TVector up = TLanes.All(FrameArithmetic.VerticalOne - layer.Weight), down = TLanes.All(layer.Weight), round = TLanes.All(256);
        for (var x = 0; ; x += 2 * TLanes.Count)
        {
            // What does not fill two vectors at the end is made with its neighbours once more.
            x = Math.Min(x, last);
            TLanes.StoreBytes(
                TLanes.Scale(Level(upper + x, lower + x, up, down), round),
                TLanes.Scale(Level(upper + x + TLanes.Count, lower + x + TLanes.Count, up, down), round),
                to + x);
            if (x == last)
            {
                return;
            }
        }
    }

    /// <summary>A row of two layers as bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Bytes(in PlaneLines from, in PlaneLines with, int mix, byte* to, int count)
    {
        var last = count - (2 * TLanes.Count);
        if (last < 0)
        {
            var tail = stackalloc byte[2 * TLanes.Count];
            Bytes(from, with, mix, tail, 2 * TLanes.Count);
            Unsafe.CopyBlockUnaligned(to, tail, (uint)count);
            return;
        }

        short* fromUpper = from.Upper, fromLower = from.Lower, withUpper = with.Upper, withLower = with.Lower;
        TVector fromUp = TLanes.All(FrameArithmetic.VerticalOne - from.Weight), fromDown = TLanes.All(from.Weight);
        TVector withUp = TLanes.All(FrameArithmetic.VerticalOne - with.Weight), withDown = TLanes.All(with.Weight);
        TVector share = TLanes.All(mix), round = TLanes.All(256);
        for (var x = 0; ; x += 2 * TLanes.Count)
        {
            x = Math.Min(x, last);
            var next = x + TLanes.Count;
            var first = Mixed(Level(fromUpper + x, fromLower + x, fromUp, fromDown), Level(withUpper + x, withLower + x, withUp, withDown), share);
            var second = Mixed(Level(fromUpper + next, fromLower + next, fromUp, fromDown), Level(withUpper + next, withLower + next, withUp, withDown), share);
            TLanes.StoreBytes(TLanes.Scale(first, round), TLanes.Scale(second, round), to + x);
            if (x == last)
            {
                return;
            }
        }
    }

    /// <summary>A row of one layer as levels, with the padding of its lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Levels(in PlaneLines layer, short* to, int length)
    {
        short* upper = layer.Upper, lower = layer.Lower;
        TVector up = TLanes.All(FrameArithmetic.VerticalOne - layer.Weight), down = TLanes.All(layer.Weight);
        for (var x = 0; x < length; x += TLanes.Count)
        {
            TLanes.Store(Level(upper + x, lower + x, up, down), to + x);
        }
    }

    /// <summary>A row of two layers as levels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Levels(in PlaneLines from, in PlaneLines with, int mix, short* to, int length)
    {
        short* fromUpper = from.Upper, fromLower = from.Lower, withUpper = with.Upper, withLower = with.Lower;
        TVector fromUp = TLanes.All(FrameArithmetic.VerticalOne - from.Weight), fromDown = TLanes.All(from.Weight);
        TVector withUp = TLanes.All(FrameArithmetic.VerticalOne - with.Weight), withDown = TLanes.All(with.Weight), share = TLanes.All(mix);
        for (var x = 0; x < length; x += TLanes.Count)
        {
            var first = Level(fromUpper + x, fromLower + x, fromUp, fromDown);
            var second = Level(withUpper + x, withLower + x, withUp, withDown);
            TLanes.Store(Mixed(first, second, share), to + x);
        }
    }

    /// <summary>Lays a row of an overlay over levels.</summary>
    /// <param name="sources">Its S, padded with zeros to <see cref="OverlayPlanes.RowUnit"/>.</param>
    /// <param name="alphas">Its A, likewise.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="opacity">Its opacity.</param>
    /// <param name="line">The levels; a vector before and after them may be changed.</param>
    /// <param name="left">The overlay's column there; it may be negative.</param>
    /// <param name="count">How many levels.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Over(byte* sources, byte* alphas, int columns, int opacity, short* line, int left, int count)
    {
        var share = TLanes.All(opacity);
        var x = left < 0 ? -left & -TLanes.Count : 0;
        var end = Math.Min(columns, count - left);
        for (; x < end; x += TLanes.Count)
        {
            // Captions are mostly empty. No alpha means no source either.
            if (TLanes.AllZero(alphas + x))
            {
                continue;
            }

            var level = TLanes.Load(line + left + x);
            var hidden = TLanes.Scale(level, TLanes.Scale(TLanes.Alphas(alphas + x), share));
            TLanes.Store(TLanes.Add(TLanes.Subtract(level, hidden), TLanes.Scale(TLanes.Sources(sources + x), share)), line + left + x);
        }
    }

    /// <summary>Levels as bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Bytes(short* line, byte* to, int count)
    {
        var round = TLanes.All(256);
        var last = count - (2 * TLanes.Count);
        if (last < 0)
        {
            var tail = stackalloc byte[2 * TLanes.Count];
            Bytes(line, tail, 2 * TLanes.Count);
            Unsafe.CopyBlockUnaligned(to, tail, (uint)count);
            return;
        }

        for (var x = 0; ; x += 2 * TLanes.Count)
        {
            x = Math.Min(x, last);
            TLanes.StoreBytes(TLanes.Scale(TLanes.Load(line + x), round), TLanes.Scale(TLanes.Load(line + x + TLanes.Count), round), to + x);
            if (x == last)
            {
                return;
            }
        }
    }

    // A row between two lines.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Level(short* upper, short* lower, TVector up, TVector down) =>
        TLanes.Add(TLanes.Scale(TLanes.Load(upper), up), TLanes.Scale(TLanes.Load(lower), down));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Mixed(TVector first, TVector second, TVector share) =>
        TLanes.Add(first, TLanes.Scale(TLanes.Subtract(second, first), share));
}

/// <summary>The loop that no vectors serve.</summary>
internal static unsafe class HostLoops
{
    /// <summary>Samples a source row across, where its neighbours are too far apart for shuffles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gather(byte* row, int* lefts, int* rights, byte* weights, short* line, int length)
    {
        for (var x = 0; x < length; x++)
        {
            line[x] = (short)(((row[lefts[x]] - 128) * weights[2 * x]) + ((row[rights[x]] - 128) * weights[(2 * x) + 1]));
        }
    }
}
