using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gpu.Kernels.Video.Finishing;

namespace Gpu.Kernels.Video.Host;

/// <summary>The loops of styled frames over the levels of a row, whose length is a multiple of all vectors'.</summary>
internal static unsafe class StyledLoops<TLanes, TVector>
    where TLanes : struct, IHostLanes<TVector>
    where TVector : struct
{
    /// <summary>Mixes a row into another by a row of shares.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Blend(short* levels, short* others, short* shares, int length)
    {
        for (var x = 0; x < length; x += TLanes.Count)
        {
            var level = TLanes.Load(levels + x);
            TLanes.Store(TLanes.Add(level, TLanes.Scale(TLanes.Subtract(TLanes.Load(others + x), level), TLanes.Load(shares + x))), levels + x);
        }
    }

    /// <summary>Mixes a row into another by one share.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Blend(short* levels, short* others, int share, int length)
    {
        var all = TLanes.All(share);
        for (var x = 0; x < length; x += TLanes.Count)
        {
            var level = TLanes.Load(levels + x);
            TLanes.Store(TLanes.Add(level, TLanes.Scale(TLanes.Subtract(TLanes.Load(others + x), level), all)), levels + x);
        }
    }

    /// <summary>Mixes a row into another, each by its share, over a ground.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Dip(short* levels, short* others, int ground, int share, int otherShare, int length)
    {
        TVector under = TLanes.All(ground), first = TLanes.All(share), second = TLanes.All(otherShare);
        for (var x = 0; x < length; x += TLanes.Count)
        {
            var level = TLanes.Scale(TLanes.Subtract(TLanes.Load(levels + x), under), first);
            var other = TLanes.Scale(TLanes.Subtract(TLanes.Load(others + x), under), second);
            TLanes.Store(TLanes.Add(TLanes.Add(under, level), other), levels + x);
        }
    }

    /// <summary>Lays a picture's row over a ground's, into the picture's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Lay(short* ground, short* levels, short* covers, int cover, int length)
    {
        var down = TLanes.All(cover);
        for (var x = 0; x < length; x += TLanes.Count)
        {
            var under = TLanes.Load(ground + x);
            var share = TLanes.Scale(TLanes.Load(covers + x), down);
            TLanes.Store(TLanes.Add(under, TLanes.Scale(TLanes.Subtract(TLanes.Load(levels + x), under), share)), levels + x);
        }
    }

    /// <summary>The same, where each sample has a share of its own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Lay(short* ground, short* levels, short* covers, int length)
    {
        for (var x = 0; x < length; x += TLanes.Count)
        {
            var under = TLanes.Load(ground + x);
            TLanes.Store(TLanes.Add(under, TLanes.Scale(TLanes.Subtract(TLanes.Load(levels + x), under), TLanes.Load(covers + x))), levels + x);
        }
    }

    /// <summary>Multiplies by 1 + gain and adds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Adjust(short* levels, int gain, int offset, int length)
    {
        TVector more = TLanes.All(gain), add = TLanes.All(offset);
        for (var x = 0; x < length; x += TLanes.Count)
        {
            var level = TLanes.Load(levels + x);
            TLanes.Store(TLanes.AddSaturated(TLanes.AddSaturated(level, TLanes.Scale(level, more)), add), levels + x);
        }
    }

    /// <summary>Darkens towards the corners.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Shade(short* levels, short* across, int down, int strength, int ground, int length)
    {
        TVector one = TLanes.All(FrameArithmetic.Unit), far = TLanes.All(down), by = TLanes.All(strength);
        TVector under = TLanes.All(ground), lift = TLanes.All(-ground);
        for (var x = 0; x < length; x += TLanes.Count)
        {
            var left = TLanes.Subtract(one, TLanes.Scale(TLanes.Add(TLanes.Load(across + x), far), by));
            var level = TLanes.Scale(TLanes.AddSaturated(TLanes.Load(levels + x), lift), TLanes.Scale(left, left));
            TLanes.Store(TLanes.AddSaturated(level, under), levels + x);
        }
    }

    /// <summary>Adds a row of noise from a column on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Dither(short* levels, short* noise, int column, int length)
    {
        for (var x = 0; x < length; x += TLanes.Count)
        {
            TLanes.Store(TLanes.AddSaturated(TLanes.Load(levels + x), TLanes.Load(noise + ((x + column) & BlueNoise.Mask))), levels + x);
        }
    }

    /// <summary>
    /// Lays a row of an overlay that lies between its samples over levels. Before each row of an overlay lie zeros, its own
    /// rim or the padding of the row above.
    /// </summary>
    /// <param name="sources">Its S of the lower of two rows.</param>
    /// <param name="alphas">Its A there.</param>
    /// <param name="stride">Bytes up to the upper row.</param>
    /// <param name="across">The share of the sample to the left.</param>
    /// <param name="down">The share of the upper row.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="opacity">Its opacity.</param>
    /// <param name="line">The levels; a vector before and after them may be changed.</param>
    /// <param name="left">The overlay's column there; it may be negative.</param>
    /// <param name="count">How many levels.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Over(byte* sources, byte* alphas, int stride, int across, int down, int columns, int opacity, short* line, int left, int count)
    {
        TVector share = TLanes.All(opacity), right = TLanes.All(across), up = TLanes.All(down);
        var x = left < 0 ? -left & -TLanes.Count : 0;
        var end = Math.Min(columns, count - left);
        for (; x < end; x += TLanes.Count)
        {
            var at = alphas + x;
            if (TLanes.AllZero(at) && TLanes.AllZero(at - 1) && TLanes.AllZero(at - stride) && TLanes.AllZero(at - stride - 1))
            {
                continue;
            }

            var alpha = Between(
                Between(TLanes.Alphas(at), TLanes.Alphas(at - 1), right),
                Between(TLanes.Alphas(at - stride), TLanes.Alphas(at - stride - 1), right),
                up);
            at = sources + x;
            var source = Between(
                Between(TLanes.Sources(at), TLanes.Sources(at - 1), right),
                Between(TLanes.Sources(at - stride), TLanes.Sources(at - stride - 1), right),
                up);
            var level = TLanes.Load(line + left + x);
            var hidden = TLanes.Scale(level, TLanes.Scale(alpha, share));
            TLanes.Store(TLanes.Add(TLanes.Subtract(level, hidden), TLanes.Scale(source, share)), line + left + x);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Between(TVector here, TVector there, TVector share) =>
        TLanes.Add(here, TLanes.Scale(TLanes.Subtract(there, here), share));
}

/// <summary>The loops that need no particular vectors.</summary>
internal static unsafe class StyledLoops
{
    /// <summary>Each output is the level that its column shows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Spread(short* levels, int* columns, short* to, int length)
    {
        for (var x = 0; x < length; x++)
        {
            to[x] = levels[columns[x]];
        }
    }

    /// <summary>Two rows in turns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Interleave(byte* first, byte* second, byte* to, int count)
    {
        var x = 0;
        for (; x <= count - Vector128<byte>.Count; x += Vector128<byte>.Count)
        {
            var (firstLow, firstHigh) = Vector128.Widen(Vector128.Load(first + x));
            var (secondLow, secondHigh) = Vector128.Widen(Vector128.Load(second + x));
            (firstLow | (secondLow << 8)).AsByte().Store(to + (2 * x));
            (firstHigh | (secondHigh << 8)).AsByte().Store(to + (2 * x) + Vector128<byte>.Count);
        }

        for (; x < count; x++)
        {
            to[2 * x] = first[x];
            to[(2 * x) + 1] = second[x];
        }
    }
}
