using Gpu.Kernels.Launching;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// Groups points of three whole coordinates, such as colours, around k centres: k-means (Lloyd, IEEE Trans. Inf. Theory
/// 28:129, 1982). The first centre is the point of the greatest count, each next the one whose count x squared distance to the
/// nearest centre is greatest, the earlier of equal ones; then every point goes to its nearest centre, the first of equally
/// near ones, and every centre to the mean of its points, rounded towards 0, round after round. Nothing is random and all
/// is integers: the same result on every device and with any number of workers. A centre that no point is nearest to stays where it is.
/// </summary>
public sealed class ClusterPoints : IDeviceWork
{
    /// <summary>The greatest coordinate; the least is its negative.</summary>
    public const int MaxCoordinate = 1 << 14;

    /// <summary>Centres at most.</summary>
    public const int MaxCentres = 256;

    private const long MostCounted = 1L << 40;

    // Points that one core looks at in about the time that waking another takes.
    private const int SmallestRange = 1 << 14;

    private readonly ReadOnlyMemory<int> _points;
    private readonly ReadOnlyMemory<int> _counts;
    private readonly Memory<int> _centres;
    private readonly Memory<int> _clusters;
    private readonly int _rounds;

    /// <summary>Describes the work.</summary>
    /// <param name="points">3 x N, row-major: all first coordinates, then all second, then all third; each within ± <see cref="MaxCoordinate"/>.</param>
    /// <param name="counts">How many times each of the N points counts, 0 or more and 2^40 in all; empty for once.</param>
    /// <param name="centres">Takes k centres of three coordinates each; its length says k, 1 to <see cref="MaxCentres"/> and at most N.</param>
    /// <param name="clusters">Takes the number of each point's centre: N.</param>
    /// <param name="rounds">How often the centres move, 0 to 1,000.</param>
    /// <exception cref="ArgumentException">Lengths do not agree or a number is out of range; the message names it.</exception>
    public ClusterPoints(ReadOnlyMemory<int> points, ReadOnlyMemory<int> counts, Memory<int> centres, Memory<int> clusters, int rounds = 10)
    {
        var count = ScoringCheck.Rows(points.Length, 3, nameof(points));
        ScoringCheck.Length(clusters.Length, count, "clusters", nameof(clusters));
        var k = ScoringCheck.Rows(centres.Length, 3, nameof(centres));
        if (k > MaxCentres || k > count)
        {
            throw new ArgumentException($"{k} centres of {count} points: ask for at most {MaxCentres}, and at most as many as there are points.", nameof(centres));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(rounds);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rounds, 1000);
        foreach (var coordinate in points.Span)
        {
            if (coordinate is < -MaxCoordinate or > MaxCoordinate)
            {
                throw new ArgumentException($"A coordinate is {coordinate}: give -{MaxCoordinate} to {MaxCoordinate}.", nameof(points));
            }
        }

        CheckCounts(counts.Span, count);
        (_points, _counts, _centres, _clusters, _rounds) = (points, counts, centres, clusters, rounds);
    }

    /// <inheritdoc/>
    public string Operation => "score.clusters";

    /// <inheritdoc/>
    public string BatchKey => $"score.clusters:{_clusters.Length}:{_centres.Length / 3}:{_rounds}";

    /// <summary>Distances: points x centres x rounds.</summary>
    public long Size => (long)_clusters.Length * (_centres.Length / 3) * (_rounds + 2);

    /// <inheritdoc/>
    public void Execute(IDeviceScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var accelerator = scope.Accelerator;
        int count = _clusters.Length, k = _centres.Length / 3, blocks = ClusterSet.BlocksOf(count);
        var points = scope.Input(_points);
        var set = new ClusterSet(points, _counts.IsEmpty ? points : scope.Input(_counts), !_counts.IsEmpty, count);
        var centres = scope.Output(_centres);
        var clusters = scope.Output(_clusters);
        var near = scope.Scratch<uint>(count);
        var gains = scope.Scratch<long>(blocks);
        var best = scope.Scratch<int>(blocks);
        var smallest = Math.Max(1, SmallestRange / ClusterSet.BlockLength);
        for (var step = 0; step < k; step++)
        {
            accelerator.RunRanges(new ClusterSeeds(set, centres, step, near, gains, best), blocks, smallest);
            accelerator.Run(new ClusterChoice(set, gains, best, step, centres), 1);
        }

        var parts = scope.Scratch<long>((long)blocks * k * ClusterSet.SumLength);
        var assign = new ClusterAssignment(set, centres, k, clusters, parts);
        for (var round = 0; round < _rounds; round++)
        {
            accelerator.RunRanges(assign, blocks, Math.Max(1, smallest / k));
            accelerator.RunRanges(new ClusterMove(parts, blocks, centres), k, k);
        }

        accelerator.RunRanges(assign, blocks, Math.Max(1, smallest / k));
    }

    private static void CheckCounts(ReadOnlySpan<int> counts, int points)
    {
        if (counts.IsEmpty)
        {
            return;
        }

        ScoringCheck.Length(counts.Length, points, "counts", nameof(counts));
        long all = 0;
        foreach (var count in counts)
        {
            if (count < 0)
            {
                throw new ArgumentException($"A count is {count}: give 0 or more.", nameof(counts));
            }

            all += count;
        }

        if (all > MostCounted)
        {
            throw new ArgumentException($"The counts sum to {all}: at most {MostCounted}, so that sums of coordinates stay whole.", nameof(counts));
        }
    }
}
