using ILGPU;

namespace Gpu.Kernels.Scoring;

/// <summary>Points with their counts, as the operations of <see cref="ClusterPoints"/> take them.</summary>
/// <param name="points">3 x N.</param>
/// <param name="counts">N; without counts any view that is not empty, which is then not read.</param>
/// <param name="hasCounts">False: each counts once.</param>
/// <param name="count">N.</param>
internal readonly struct ClusterSet(ArrayView<int> points, ArrayView<int> counts, bool hasCounts, int count)
{
    /// <summary>Points a block. Integers sum to the same in any blocks.</summary>
    public const int BlockLength = 256;

    /// <summary>Numbers a sum: the count, and the three coordinates times it.</summary>
    public const int SumLength = 4;

    private readonly int _hasCounts = hasCounts ? 1 : 0;

    public ArrayView<int> Points => points;

    public int Count => count;

    public static int BlocksOf(int count) => (int)(((long)count + BlockLength - 1) / BlockLength);

    public static int First(int block) => block * BlockLength;

    public int End(int block) => (int)Math.Min(((long)block + 1) * BlockLength, count);

    public int Coordinate(int point, int axis) => points[((long)axis * count) + point];

    public int CountOf(int point) => _hasCounts != 0 ? counts[point] : 1;

    /// <summary>The squared distance to a centre: at most 3 x 2^30.</summary>
    public uint Distance(int point, ArrayView<int> centres, int centre)
    {
        int x = Coordinate(point, 0) - centres[3 * centre], y = Coordinate(point, 1) - centres[(3 * centre) + 1], z = Coordinate(point, 2) - centres[(3 * centre) + 2];
        return (uint)(x * x) + (uint)(y * y) + (uint)(z * z);
    }
}
