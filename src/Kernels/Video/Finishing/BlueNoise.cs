using Gpu.Kernels.Launching;

namespace Gpu.Kernels.Video.Finishing;

/// <summary>
/// A tile of 64x64 thresholds whose neighbours differ as much as they can, by R. Ulichney's void-and-cluster method (1993):
/// each number from -64 to 63 occurs 32 times, so on average a level is rounded to what it is. Made once, in integers.
/// </summary>
internal static class BlueNoise
{
    /// <summary>Columns and rows.</summary>
    public const int Size = 64;

    /// <summary>Takes a place into the tile.</summary>
    public const int Mask = Size - 1;

    /// <summary>From one row to the next: each is stored twice, so that a vector may start at any column.</summary>
    public const int Stride = 2 * Size;

    private const int Count = Size * Size;
    private const int Reach = 8;
    private static readonly Lazy<ResidentData<short>> Made = new(() => new ResidentData<short>(Make()));

    /// <summary>The tile.</summary>
    public static ResidentData<short> Tile => Made.Value;

    private static short[] Make()
    {
        var tile = new short[Size * Stride];
        var ranks = Ranks();
        for (var i = 0; i < Count; i++)
        {
            var at = (i / Size * Stride) + (i % Size);
            tile[at] = (short)((ranks[i] * 128 / Count) - 64);
            tile[at + Size] = tile[at];
        }

        return tile;
    }

    private static int[] Ranks()
    {
        var kernel = Kernel();
        var energy = new int[Count];
        var set = new bool[Count];
        var ranks = new int[Count];

        // A tenth of the places to start with, any; then the tightest cluster moves to the largest void until it stays.
        const int Start = Count / 10;
        for (int i = 0, at = 0; i < Start; i++)
        {
            at = (at + 2_531) % Count;
            Flip(energy, set, kernel, at);
        }

        int from, to;
        do
        {
            from = Extreme(energy, set, true);
            Flip(energy, set, kernel, from);
            to = Extreme(energy, set, false);
            Flip(energy, set, kernel, to);
        }
        while (from != to);

        bool[] first = [.. set];
        int[] firstEnergy = [.. energy];
        for (var rank = Start - 1; rank >= 0; rank--)
        {
            var at = Extreme(energy, set, true);
            ranks[at] = rank;
            Flip(energy, set, kernel, at);
        }

        first.CopyTo(set, 0);
        firstEnergy.CopyTo(energy, 0);
        for (var rank = Start; rank < Count; rank++)
        {
            var at = Extreme(energy, set, false);
            ranks[at] = rank;
            Flip(energy, set, kernel, at);
        }

        return ranks;
    }

    // A bell of sigma 1.5; rounded, so that sums are the same in any order.
    private static int[] Kernel()
    {
        var kernel = new int[((2 * Reach) + 1) * ((2 * Reach) + 1)];
        for (var i = 0; i < kernel.Length; i++)
        {
            int x = (i % ((2 * Reach) + 1)) - Reach, y = (i / ((2 * Reach) + 1)) - Reach;
            kernel[i] = (int)Math.Round(1_000_000 * Math.Exp(-((x * x) + (y * y)) / 4.5));
        }

        return kernel;
    }

    private static void Flip(int[] energy, bool[] set, int[] kernel, int at)
    {
        set[at] = !set[at];
        var sign = set[at] ? 1 : -1;
        for (var i = 0; i < kernel.Length; i++)
        {
            int x = (at + (i % ((2 * Reach) + 1)) - Reach) & Mask, y = ((at / Size) + (i / ((2 * Reach) + 1)) - Reach) & Mask;
            energy[(y * Size) + x] += sign * kernel[i];
        }
    }

    // The tightest cluster of what is set, or the largest void of what is not.
    private static int Extreme(int[] energy, bool[] set, bool cluster)
    {
        int best = -1, most = int.MinValue;
        for (var i = 0; i < Count; i++)
        {
            var value = cluster ? energy[i] : -energy[i];
            if (set[i] == cluster && value > most)
            {
                (best, most) = (i, value);
            }
        }

        return best;
    }
}
