using System.Buffers;
using System.ComponentModel;
using Microsoft.Extensions.Caching.Hybrid;

namespace Gpu.Runtime.Caching;

/// <summary>A result as the memory holds it: one object for all who ask.</summary>
[ImmutableObject(true)]
internal sealed class CachedResult(object value, long bytes, CacheSource source, bool kept)
{
    private int _told;

    public object Value => value;

    public long Bytes => bytes;

    /// <summary>Whether it may be handed to later requests.</summary>
    public bool Kept => kept;

    /// <summary>Where it came from, for the first who asks; for all others it came from memory.</summary>
    public CacheSource TellSource() => Interlocked.Exchange(ref _told, 1) == 0 ? source : CacheSource.Memory;

    /// <summary>
    /// HybridCache finds out a result's size by writing it. Nothing reads what is written, because the store is ours to
    /// write: so the bytes are only counted.
    /// </summary>
    internal sealed class Sizer : IHybridCacheSerializer<CachedResult>
    {
        public CachedResult Deserialize(ReadOnlySequence<byte> source) => throw new NotSupportedException("Results are read by the store.");

        public void Serialize(CachedResult value, IBufferWriter<byte> target)
        {
            _ = target.GetSpan((int)value.Bytes);
            target.Advance((int)value.Bytes);
        }
    }
}
