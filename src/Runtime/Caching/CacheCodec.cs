namespace Gpu.Runtime.Caching;

/// <summary>Turns a kind of result into bytes and back. Results are immutable: one object is handed to all who ask.</summary>
/// <param name="Write">The bytes of a result.</param>
/// <param name="Read">The result of such bytes. Whatever it throws, the bytes are taken for damaged and the result is computed.</param>
/// <typeparam name="T">The result.</typeparam>
public sealed record CacheCodec<T>(Func<T, ReadOnlyMemory<byte>> Write, Func<ReadOnlyMemory<byte>, T> Read)
    where T : class;
