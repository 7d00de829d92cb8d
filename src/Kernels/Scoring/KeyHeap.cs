using ILGPU;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// The k greatest keys so far, in place in a view: a heap with the worst of them at its root. What definitions select with;
/// host bodies have <see cref="HostReservoir"/>, which leaves the same keys in the same order.
/// </summary>
internal readonly struct KeyHeap(ArrayView<ulong> keys, long start, int k)
{
    public void Clear()
    {
        for (var i = 0; i < k; i++)
        {
            keys[start + i] = 0;
        }
    }

    public void Offer(ulong key)
    {
        if (key > keys[start])
        {
            Replace(k, key);
        }
    }

    /// <summary>The greatest first. It is no heap any more.</summary>
    public void Sort()
    {
        for (var count = k - 1; count > 0; count--)
        {
            var key = keys[start + count];
            keys[start + count] = keys[start];
            Replace(count, key);
        }
    }

    /// <summary>Puts a key in place of the root of a heap of <paramref name="count"/>.</summary>
    private void Replace(int count, ulong key)
    {
        var hole = 0;
        for (var child = 1; child < count; child = (2 * hole) + 1)
        {
            if (child + 1 < count && keys[start + child + 1] < keys[start + child])
            {
                child++;
            }

            var lesser = keys[start + child];
            if (lesser >= key)
            {
                break;
            }

            keys[start + hole] = lesser;
            hole = child;
        }

        keys[start + hole] = key;
    }
}
