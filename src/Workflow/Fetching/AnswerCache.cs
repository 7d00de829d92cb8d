using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gpu.Runtime.Caching;

namespace Gpu.Workflow.Fetching;

/// <summary>
/// Keeps answers among the results of the runtime: in Redis, a folder or memory. What was fetched with leave to reach private
/// networks, or under another name, is not handed to those who fetch otherwise.
/// </summary>
internal sealed class AnswerCache : IFetchCache
{
    // Longer than results are kept: whether it still holds is the server's to say.
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    // Changes with the layout of an answer; the code that fetches changes nothing of what a server sent.
    private const string Layout = "0000000000000001";

    private static readonly CacheCodec<CachedAnswer> Codec = new(Write, Read);

    private readonly ResultCache _cache;
    private readonly FetchOptions _options;

    public AnswerCache(ResultCache cache, FetchOptions options) => (_cache, _options) = (cache, options);

    public ValueTask<CachedAnswer?> GetAsync(Uri url, CancellationToken cancellationToken) =>
        _cache.IsEnabled ? _cache.FindAsync(Key(url), Codec, cancellationToken) : default;

    public ValueTask SetAsync(Uri url, CachedAnswer answer, CancellationToken cancellationToken) =>
        _cache.IsEnabled ? _cache.KeepAsync(Key(url), Codec, Lifetime, answer, cancellationToken) : default;

    private CacheKey Key(Uri url)
    {
        using var builder = new CacheKeyBuilder("fetch", Layout);
        return builder.Add(url.AbsoluteUri).Add(_options.AllowPrivateAddresses ? 1 : 0).Add(_options.UserAgent).Build();
    }

    private static ReadOnlyMemory<byte> Write(CachedAnswer answer)
    {
        var head = JsonSerializer.SerializeToUtf8Bytes(answer with { Content = default }, AnswerJson.Default.CachedAnswer);
        var bytes = new byte[4 + head.Length + answer.Content.Length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, head.Length);
        head.CopyTo(bytes, 4);
        answer.Content.CopyTo(bytes.AsMemory(4 + head.Length));
        return bytes;
    }

    // Slices that are out of bounds throw, which the cache takes for damage.
    private static CachedAnswer Read(ReadOnlyMemory<byte> bytes)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes.Span);
        var head = JsonSerializer.Deserialize(bytes.Span.Slice(4, length), AnswerJson.Default.CachedAnswer) ?? throw new JsonException("It is null.");
        return head with { Content = bytes[(4 + length)..] };
    }
}

/// <summary>How what is told of an answer lies before its bytes.</summary>
[JsonSerializable(typeof(CachedAnswer))]
internal sealed partial class AnswerJson : JsonSerializerContext;
