using System.Runtime.Intrinsics;
using Gpu.Kernels.Imaging;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// The host body of <see cref="DiverseSelection"/>. A key never rises as others are chosen, so an old key is a bound: only
/// candidates at the top of a heap of old keys are brought up to date, until one that is stays there (Minoux's lazy greedy
/// selection, 1978). The same choice as that of all candidates each time, for a fraction of the similarities.
/// </summary>
internal readonly unsafe struct DiverseSelectionHost(MarginalRelevance relevance, float* features, float* scales)
{
    private const int AtOnce = WeightedScoreHost.Rows;

    public void Choose(ReadOnlySpan<float> relevances, Span<int> top)
    {
        int count = relevances.Length, columns = relevance.Columns;
        long keyBytes = HostScratch.Aligned(count * sizeof(ulong)), line = HostScratch.Aligned(count * sizeof(uint));
        var memory = HostScratch.Take(keyBytes + (2 * line) + ((top.Length + AtOnce) * (long)(columns + 1) * sizeof(float)));
        var keys = new Span<ulong>(memory, count);
        var greatest = (uint*)(memory + keyBytes);
        var met = (int*)(memory + keyBytes + line);
        var chosen = (float*)(memory + keyBytes + (2 * line));
        var chosenScales = chosen + ((nint)(top.Length + AtOnce) * columns);
        for (var i = 0; i < count; i++)
        {
            greatest[i] = 0;
            met[i] = 0;
            keys[i] = relevance.Key(relevances[i], i, 0);
        }

        for (var step = 0; step < top.Length; step++)
        {
            if (step == 1)
            {
                // None of the old keys knows of any similarity, so all are brought up to date, in the order of memory.
                for (var i = 0; i < keys.Length; i++)
                {
                    keys[i] = Meet((int)~(uint)keys[i], step, relevances, greatest, met, chosen, chosenScales);
                }
            }

            if (step < 2)
            {
                MaxHeap.Make(keys);
            }

            for (var at = (int)~(uint)keys[0]; met[at] != step; at = (int)~(uint)keys[0])
            {
                MaxHeap.Replace(keys, 0, Meet(at, step, relevances, greatest, met, chosen, chosenScales));
            }

            var best = (int)~(uint)keys[0];
            top[step] = best;
            new ReadOnlySpan<float>(features + ((nint)best * columns), columns).CopyTo(new Span<float>(chosen + ((nint)step * columns), columns));
            chosenScales[step] = scales is null ? 0 : scales[best];
            var last = keys[^1];
            keys = keys[..^1];
            if (!keys.IsEmpty)
            {
                MaxHeap.Replace(keys, 0, last);
            }
        }
    }

    /// <summary>Brings a candidate up to date with all chosen.</summary>
    private ulong Meet(int candidate, int step, ReadOnlySpan<float> relevances, uint* greatest, int* met, float* chosen, float* chosenScales)
    {
        var columns = relevance.Columns;
        var most = greatest[candidate];
        for (var i = met[candidate]; i < step; i += AtOnce)
        {
            var sums = WeightedScoreHost.Dots(chosen + ((nint)i * columns), features + ((nint)candidate * columns), columns);
            if (scales is not null)
            {
                sums = sums * Vector128.Load(chosenScales + i) * Vector128.Create(scales[candidate]);
            }

            for (var j = 0; j < AtOnce && i + j < step; j++)
            {
                most = Math.Max(most, OrderedSimilarity.Of(BitConverter.SingleToUInt32Bits(sums[j])));
            }
        }

        greatest[candidate] = most;
        met[candidate] = step;
        return relevance.Key(relevances[candidate], candidate, most);
    }
}
