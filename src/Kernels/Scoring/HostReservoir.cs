using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// The k greatest keys so far, on the host: keys that beat the bound are appended, and when the buffer is full all but the
/// k greatest go, and the bound rises. Unlike a heap it costs little a key whatever k is.
/// </summary>
internal unsafe struct HostReservoir(ulong* buffer, int k)
{
    private const int SmallestSlack = 22;

    private readonly int _capacity = Capacity(k);
    private int _count;

    /// <summary>Keys that are not greater need not be offered.</summary>
    public ulong Bound { get; private set; }

    /// <summary>Keys of memory for a selection of <paramref name="k"/>.</summary>
    public static int Capacity(int k) => checked(k + Math.Max(k, SmallestSlack));

    /// <summary>Takes a key, if it beats the bound.</summary>
    /// <returns>True when the bound has risen.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Offer(ulong key)
    {
        if (key <= Bound)
        {
            return false;
        }

        buffer[_count++] = key;
        return _count == _capacity && Prune();
    }

    /// <summary>
    /// Forgets the keys, but not how good the k-th of them was. For keys from a sample of what is offered afterwards: at
    /// least k of all are that good, so the rest need not be offered.
    /// </summary>
    public void KeepBoundOnly()
    {
        if (_count < k)
        {
            throw new InvalidOperationException($"{_count} keys say nothing of the best {k}: sample more.");
        }

        Prune();

        // Below every index of the same score, for the sample's candidates come again and others may be before them.
        Bound = Bound >> 32 == 0 ? 0 : (Bound >> 32 << 32) - 1;
        _count = 0;
    }

    /// <summary>Sets what the k-th best key is expected to beat; 0 when nothing is known.</summary>
    public void Start(ulong bound)
    {
        Bound = bound;
        _count = 0;
    }

    /// <summary>Writes the greatest first, then 0 where there were fewer than k.</summary>
    /// <returns>How many there were.</returns>
    public int Finish(Span<ulong> keys)
    {
        if (_count > k)
        {
            Prune();
        }

        var kept = new Span<ulong>(buffer, _count);
        kept.Sort();
        kept.Reverse();
        kept.CopyTo(keys);
        keys[_count..k].Clear();
        return _count;
    }

    /// <summary>Puts the <paramref name="k"/> greatest first, in any order, the least of these last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Select(ulong* keys, int count, int k)
    {
        int low = 0, high = count - 1;
        while (low < high)
        {
            var pivot = Median(keys[low], keys[low + ((high - low) / 2)], keys[high]);
            int i = low, j = high;
            while (i <= j)
            {
                while (keys[i] > pivot)
                {
                    i++;
                }

                while (keys[j] < pivot)
                {
                    j--;
                }

                if (i <= j)
                {
                    (keys[i], keys[j]) = (keys[j], keys[i]);
                    i++;
                    j--;
                }
            }

            if (k - 1 <= j)
            {
                high = j;
            }
            else if (k - 1 >= i)
            {
                low = i;
            }
            else
            {
                return;
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Prune()
    {
        Select(buffer, _count, k);
        _count = k;
        Bound = buffer[k - 1];
        return true;
    }

    private static ulong Median(ulong a, ulong b, ulong c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
