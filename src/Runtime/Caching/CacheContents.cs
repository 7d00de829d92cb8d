namespace Gpu.Runtime.Caching;

/// <summary>What lies in a cache's store.</summary>
/// <param name="Store"><c>redis</c>, <c>folder</c> or <c>none</c>.</param>
/// <param name="Values">Results.</param>
/// <param name="Bytes">All bytes of them as they lie there.</param>
/// <param name="Damaged">Results that were found damaged, and taken away; null where that was not looked at.</param>
/// <param name="Operations">The same for each operation.</param>
public sealed record CacheContents(string Store, long Values, long Bytes, long? Damaged, IReadOnlyList<CacheOperation> Operations);

/// <summary>The results of one operation in a cache's store.</summary>
/// <param name="Operation">What computed them.</param>
/// <param name="Values">How many.</param>
/// <param name="Bytes">Their bytes as they lie there.</param>
public sealed record CacheOperation(string Operation, long Values, long Bytes);

/// <summary>Adds up what lies in a store.</summary>
internal sealed class CacheContentsBuilder(string store)
{
    private readonly SortedDictionary<string, (long Values, long Bytes)> _operations = new(StringComparer.Ordinal);
    private long? _damaged;

    public void Add(StoredValue value)
    {
        var operation = CacheNames.OperationOf(value.Key);
        var (values, bytes) = _operations.GetValueOrDefault(operation);
        _operations[operation] = (values + (CacheNames.IsChunk(value.Key) ? 0 : 1), bytes + value.Bytes);
        if (value.Sound is { } sound)
        {
            _damaged = (_damaged ?? 0) + (sound ? 0 : 1);
        }
    }

    public CacheContents Build() => new(
        store,
        _operations.Values.Sum(static o => o.Values),
        _operations.Values.Sum(static o => o.Bytes),
        _damaged,
        [.. _operations.Select(static o => new CacheOperation(o.Key, o.Value.Values, o.Value.Bytes))]);
}
