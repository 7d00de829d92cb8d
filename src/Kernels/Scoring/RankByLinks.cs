using Gpu.Kernels.Launching;
using ILGPU;

namespace Gpu.Kernels.Scoring;

/// <summary>
/// Ranks nodes by whom others link to, and by their rank in turn (TextRank: Mihalcea and Tarau, EMNLP 2004, as sumy has it):
/// links are normalised by rows (1e-7 added to each sum), M = (1 - d)/n + d links, and p becomes M^T p, from 1/n on, until the
/// 2-norm of the change is at most the tolerance. NaN or infinity in a link makes all ranks NaN. The same bits on every device.
/// </summary>
public sealed class RankByLinks : IDeviceWork
{
    private readonly ReadOnlyMemory<float> _links;
    private readonly Memory<float> _ranks;
    private readonly float _damping;
    private readonly float _tolerance;
    private readonly int _most;

    /// <summary>Describes the work.</summary>
    /// <param name="links">n x n, row-major, each 0 or more: how much a row's node links to a column's.</param>
    /// <param name="ranks">Takes n, at least 1.</param>
    /// <param name="damping">d, 0 to 1.</param>
    /// <param name="tolerance">The change at which it ends.</param>
    /// <param name="mostSteps">Steps at most, at least 1.</param>
    /// <exception cref="ArgumentException">Lengths do not agree or a number is out of range; the message names it.</exception>
    public RankByLinks(ReadOnlyMemory<float> links, Memory<float> ranks, float damping = 0.85f, float tolerance = 1e-4f, int mostSteps = 100)
    {
        Check(links.Length, ranks.Length, damping, tolerance, mostSteps);
        _links = links;
        _ranks = ranks;
        _damping = damping;
        _tolerance = tolerance;
        _most = mostSteps;
    }

    /// <summary>Checks the arguments.</summary>
    internal static void Check(long links, long ranks, float damping, float tolerance, int mostSteps)
    {
        ScoringCheck.Length(ScoringCheck.Rows(links, checked((int)ranks), nameof(links)), ranks, "rows of links", nameof(links));
        if (!(damping is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(damping), damping, "The damping is from 0 to 1.");
        }

        if (!(tolerance is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, "The tolerance is from 0 to 1.");
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mostSteps);
    }

    /// <inheritdoc/>
    public string Operation => "score.links";

    /// <inheritdoc/>
    public string BatchKey => $"score.links:{_ranks.Length}:{_most}";

    /// <summary>Links.</summary>
    public long Size => _links.Length;

    /// <inheritdoc/>
    public void Execute(IDeviceScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        Run(scope, scope.Input(_links), scope.Output(_ranks), _damping, _tolerance, _most);
    }

    /// <summary>Launches it on views; they were checked.</summary>
    internal static void Run(IDeviceScope scope, ArrayView<float> links, ArrayView<float> ranks, float damping, float tolerance, int most)
    {
        var accelerator = scope.Accelerator;
        var n = checked((int)ranks.Length);
        var shares = scope.Scratch<float>(links.Length);
        var ended = scope.Scratch<int>(1);
        var other = scope.Scratch<float>(n);
        accelerator.Run(new RankStart(1f / n, most % 2 == 0 ? ranks : other, ended), n);
        accelerator.Run(new LinkShares(links, n, damping, shares), n);

        // As many launches as there may be steps: asking a GPU whether it has ended takes longer than a step. The last one
        // writes the ranks; those after the end pass them on.
        for (var step = most; step > 0; step--)
        {
            var (from, to) = step % 2 == 0 ? (ranks, other) : (other, ranks);
            accelerator.RunRanges(new RankStep(shares, from, ended, to), n, Math.Max(1, (1 << 18) / n));
            accelerator.Run(new RankChange(from, to, tolerance * tolerance, ended), 1);
        }
    }
}
