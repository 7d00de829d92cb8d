namespace Gpu.Workflow.Fetching;

/// <summary>How long an answer may be used without asking again, and whether it may be kept at all (RFC 9111). The cache may be shared.</summary>
internal static class AnswerAge
{
    // A site that promises a year for a page under a name of its own is not believed for longer.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>Whether it may be kept: nothing private, and nothing that could be neither confirmed nor used unasked.</summary>
    public static bool MayKeep(HttpResponseMessage response, DateTimeOffset? freshUntil) =>
        response.Headers.CacheControl is not { NoStore: true } and not { Private: true }
        && (freshUntil is not null || response.Headers.ETag is not null || response.Content.Headers.LastModified is not null);

    /// <summary>Until when it need not be confirmed; null for not at all.</summary>
    /// <param name="response">The answer, whole or 304.</param>
    /// <param name="now">The time of the answer.</param>
    public static DateTimeOffset? FreshUntil(HttpResponseMessage response, DateTimeOffset now)
    {
        var headers = response.Headers;
        if (headers.CacheControl is { NoCache: true } or { NoStore: true } or { Private: true } || headers.Vary.Any(DependsOnMore))
        {
            return null;
        }

        var lifetime = headers.CacheControl?.SharedMaxAge ?? headers.CacheControl?.MaxAge ?? Expires(response, now);
        var left = (lifetime ?? TimeSpan.Zero) - (headers.Age ?? TimeSpan.Zero);
        return left > TimeSpan.Zero ? now + (left < Longest ? left : Longest) : null;
    }

    private static TimeSpan? Expires(HttpResponseMessage response, DateTimeOffset now) =>
        response.Content.Headers.Expires is { } end ? end - (response.Headers.Date ?? now) : null;

    // Of what requests say, cookies alone differ from one to the next for the same kind of resource.
    private static bool DependsOnMore(string header) => header is "*" || header.Equals("Cookie", StringComparison.OrdinalIgnoreCase);
}
