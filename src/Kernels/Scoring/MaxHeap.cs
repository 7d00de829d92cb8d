namespace Gpu.Kernels.Scoring;

/// <summary>A heap of keys on the host, the greatest first.</summary>
internal static class MaxHeap
{
    /// <summary>Brings keys into the order of a heap.</summary>
    public static void Make(Span<ulong> keys)
    {
        for (var i = (keys.Length / 2) - 1; i >= 0; i--)
        {
            Replace(keys, i, keys[i]);
        }
    }

    /// <summary>Puts a key at a place whose own may go, and those below it where they belong.</summary>
    public static void Replace(Span<ulong> keys, int hole, ulong key)
    {
        for (var child = (2 * hole) + 1; child < keys.Length; child = (2 * hole) + 1)
        {
            if (child + 1 < keys.Length && keys[child + 1] > keys[child])
            {
                child++;
            }

            if (keys[child] <= key)
            {
                break;
            }

            keys[hole] = keys[child];
            hole = child;
        }

        keys[hole] = key;
    }
}
