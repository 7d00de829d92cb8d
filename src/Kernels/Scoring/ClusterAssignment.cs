using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Scoring;

/// <summary>Finds the nearest centre of each point, the first of equally near ones, and sums each centre's points block by block. An item is a block.</summary>
/// <param name="set">The points.</param>
/// <param name="centres">k centres.</param>
/// <param name="k">How many.</param>
/// <param name="clusters">Takes the number of each point's centre.</param>
/// <param name="parts">Takes blocks x k x <see cref="ClusterSet.SumLength"/> sums.</param>
internal readonly struct ClusterAssignment(ClusterSet set, ArrayView<int> centres, int k, ArrayView<int> clusters, ArrayView<long> parts) : IItemOperation
{
    public void Item(int item)
    {
        var sums = (long)item * k * ClusterSet.SumLength;
        for (var i = 0; i < k * ClusterSet.SumLength; i++)
        {
            parts[sums + i] = 0;
        }

        var end = set.End(item);
        for (var point = ClusterSet.First(item); point < end; point++)
        {
            var least = uint.MaxValue;
            var nearest = 0;
            for (var centre = 0; centre < k; centre++)
            {
                var distance = set.Distance(point, centres, centre);
                if (distance < least)
                {
                    least = distance;
                    nearest = centre;
                }
            }

            clusters[point] = nearest;
            long count = set.CountOf(point);
            var sum = sums + (nearest * ClusterSet.SumLength);
            parts[sum] += count;
            parts[sum + 1] += count * set.Coordinate(point, 0);
            parts[sum + 2] += count * set.Coordinate(point, 1);
            parts[sum + 3] += count * set.Coordinate(point, 2);
        }
    }

    [IntrinsicImplementation]
    public void Items(int first, int end)
    {
        var all = HostSpan.Of(centres, 0, 3L * k);
        for (var item = first; item < end; item++)
        {
            int start = ClusterSet.First(item), count = set.End(item) - start;
            var x = HostSpan.Of(set.Points, start, count);
            var y = HostSpan.Of(set.Points, (long)set.Count + start, count);
            var z = HostSpan.Of(set.Points, (2L * set.Count) + start, count);
            var nearest = HostSpan.Of(clusters, start, count);
            Nearest(x, y, z, all, nearest);
            Sum(start, x, y, z, nearest, HostSpan.Of(parts, (long)item * k * ClusterSet.SumLength, (long)k * ClusterSet.SumLength));
        }
    }

    // Eight points at once; the last eight of a block reach back, where they find the same.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Nearest(ReadOnlySpan<int> x, ReadOnlySpan<int> y, ReadOnlySpan<int> z, ReadOnlySpan<int> centres, Span<int> nearest)
    {
        if (x.Length < Vector256<int>.Count)
        {
            for (var i = 0; i < x.Length; i++)
            {
                nearest[i] = Nearest(Vector256.Create(x[i]), Vector256.Create(y[i]), Vector256.Create(z[i]), centres)[0];
            }

            return;
        }

        for (var i = 0; i < x.Length; i += Vector256<int>.Count)
        {
            var at = Math.Min(i, x.Length - Vector256<int>.Count);
            Nearest(Vector256.Create(x[at..]), Vector256.Create(y[at..]), Vector256.Create(z[at..]), centres).CopyTo(nearest[at..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Nearest(Vector256<int> x, Vector256<int> y, Vector256<int> z, ReadOnlySpan<int> centres)
    {
        var least = Vector256<uint>.AllBitsSet;
        Vector256<int> nearest = default, centre = default;
        for (var i = 0; i < centres.Length; i += 3)
        {
            Vector256<int> a = x - Vector256.Create(centres[i]), b = y - Vector256.Create(centres[i + 1]), c = z - Vector256.Create(centres[i + 2]);
            var distance = (a * a).AsUInt32() + (b * b).AsUInt32() + (c * c).AsUInt32();
            var nearer = Vector256.LessThan(distance, least);
            least = Vector256.ConditionalSelect(nearer, distance, least);
            nearest = Vector256.ConditionalSelect(nearer.AsInt32(), centre, nearest);
            centre += Vector256<int>.One;
        }

        return nearest;
    }

    private void Sum(int start, ReadOnlySpan<int> x, ReadOnlySpan<int> y, ReadOnlySpan<int> z, ReadOnlySpan<int> nearest, Span<long> sums)
    {
        sums.Clear();
        for (var i = 0; i < nearest.Length; i++)
        {
            long count = set.CountOf(start + i);
            var sum = sums.Slice(nearest[i] * ClusterSet.SumLength, ClusterSet.SumLength);
            sum[0] += count;
            sum[1] += count * x[i];
            sum[2] += count * y[i];
            sum[3] += count * z[i];
        }
    }
}
