using Gpu.Kernels.Launching;

namespace Gpu.Kernels.Scoring;

/// <summary>Finds the k of some 64-bit hashes that differ from each query's in the fewest bits; of equal ones the first.</summary>
public sealed class FindHashes : IDeviceWork
{
    private readonly ReadOnlyMemory<ulong> _queries;
    private readonly ReadOnlyMemory<ulong> _hashes;
    private readonly Memory<int> _top;
    private readonly int _k;

    /// <summary>Describes the work.</summary>
    /// <param name="queries">Q hashes, at least 1.</param>
    /// <param name="hashes">N hashes, at least 1.</param>
    /// <param name="top">Takes Q x k indices, nearest first; its length says k: 1 to N. Made for k up to 2,048.</param>
    /// <exception cref="ArgumentException">Lengths do not agree; the message names them.</exception>
    public FindHashes(ReadOnlyMemory<ulong> queries, ReadOnlyMemory<ulong> hashes, Memory<int> top)
    {
        ScoringCheck.Rows(queries.Length, 1, nameof(queries));
        ScoringCheck.Rows(hashes.Length, 1, nameof(hashes));
        _k = ScoringCheck.Selected(top.Length, queries.Length, hashes.Length, nameof(top));
        _queries = queries;
        _hashes = hashes;
        _top = top;
    }

    /// <inheritdoc/>
    public string Operation => "score.hashes";

    /// <inheritdoc/>
    public string BatchKey => $"score.hashes:{_queries.Length}x{_hashes.Length}:top{_k}";

    /// <summary>Pairs of hashes.</summary>
    public long Size => (long)_queries.Length * _hashes.Length;

    /// <inheritdoc/>
    public void Execute(IDeviceScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        Selection.Run(scope, new HashKeys(scope.Input(_queries), scope.Input(_hashes)), _queries.Length, _hashes.Length, _k, _top);
    }
}
