namespace Gpu.Workflow.Fetching;

/// <summary>
/// Keeps answers: those that their server lets be used for a time are not asked for again, those that it can confirm with
/// 304 Not Modified are not sent again.
/// </summary>
public interface IFetchCache
{
    /// <summary>What is kept for an address; null for nothing. A failure of the cache is nothing, not an exception.</summary>
    /// <param name="url">The address, before redirects.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    ValueTask<CachedAnswer?> GetAsync(Uri url, CancellationToken cancellationToken);

    /// <summary>Keeps an answer.</summary>
    /// <param name="url">The address that was asked, without redirects.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    ValueTask SetAsync(Uri url, CachedAnswer answer, CancellationToken cancellationToken);
}

/// <summary>An answer as it was sent, decompressed.</summary>
/// <param name="Content">The bytes.</param>
/// <param name="MediaType">What the server called it; null for nothing.</param>
/// <param name="Charset">The character set that it named; null for none.</param>
/// <param name="ETag">The validator; null for none.</param>
/// <param name="LastModified">When it was changed last; null where it was not told.</param>
/// <param name="FreshUntil">Until when the server lets it be used without being asked; null for not at all.</param>
public sealed record CachedAnswer(ReadOnlyMemory<byte> Content, string? MediaType, string? Charset, string? ETag, DateTimeOffset? LastModified, DateTimeOffset? FreshUntil = null);
