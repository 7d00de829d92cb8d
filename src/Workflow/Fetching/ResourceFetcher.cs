using System.Net;
using Gpu.Runtime.Resilience;
using Gpu.Workflow.Extraction;

namespace Gpu.Workflow.Fetching;

/// <summary>
/// Fetches pages and pictures over HTTP(S) and from files, within the limits of <see cref="FetchOptions"/>. One instance
/// serves a whole process: it keeps connections open. Proxies of the environment are not used, because behind one the
/// address that is connected to could not be checked.
/// </summary>
public sealed class ResourceFetcher : IDisposable
{
    // The largest sheets of large sites; what is larger is a fault or an attack.
    private const long MaxDesignBytes = 1L << 20;

    private readonly FetchOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpMessageInvoker _client;
    private readonly ResiliencePipelines? _pipelines;
    private readonly HostGates _gates;
    private readonly RobotsGate? _robots;
    private readonly IFetchCache? _cache;

    /// <summary>Makes a fetcher.</summary>
    /// <param name="options">Limits; null for the defaults.</param>
    /// <param name="timeProvider">The clock of the timeout; null for the system's.</param>
    /// <param name="pipelines">How requests that failed are tried again; null for never.</param>
    /// <param name="cache">Keeps answers that servers can confirm or let be used for a time; null for none. It is not disposed here.</param>
    /// <exception cref="Runtime.ConfigurationError">An option is out of its bounds.</exception>
    public ResourceFetcher(FetchOptions? options = null, TimeProvider? timeProvider = null, ResiliencePipelines? pipelines = null, IFetchCache? cache = null)
        : this(options ?? new FetchOptions(), timeProvider ?? TimeProvider.System, null, null, pipelines, cache)
    {
    }

    /// <summary>Makes a fetcher whose network is a test's: its name resolution, and which addresses count as public.</summary>
    internal ResourceFetcher(FetchOptions options, TimeProvider timeProvider, Func<string, CancellationToken, Task<IPAddress[]>>? resolve, Predicate<IPAddress>? isPublic = null, ResiliencePipelines? pipelines = null, IFetchCache? cache = null)
    {
        options.Validate();
        _options = options;
        _pipelines = pipelines;
        _time = timeProvider;
        _cache = cache;
        _gates = new HostGates(options.MaxRequestsPerHost);
        _robots = options.IgnoreRobots ? null : new RobotsGate(RobotsAsync, timeProvider);
        _client = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = new GuardedConnector(options.AllowPrivateAddresses ? static _ => true : isPublic ?? PublicAddress.Is, resolve).ConnectAsync,
            EnableMultipleHttp2Connections = false,
            MaxConnectionsPerServer = options.MaxRequestsPerHost,
            MaxResponseHeadersLength = 64,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            UseCookies = false,
            UseProxy = false,
        });
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    /// <summary>The limits, checked.</summary>
    internal FetchOptions Options => _options;

    /// <summary>Fetches a resource.</summary>
    /// <param name="url">http(s), or <c>file:</c>; whether a file may be read is the caller's to judge.</param>
    /// <param name="kind">What is asked for.</param>
    /// <param name="cancellationToken">Stops the fetch.</param>
    /// <exception cref="PageError">It cannot be had.</exception>
    internal async Task<FetchedResource> FetchAsync(Uri url, ResourceKind kind, CancellationToken cancellationToken)
    {
        var maxBytes = kind switch
        {
            ResourceKind.Page => _options.MaxPageBytes,
            ResourceKind.Design => Math.Min(_options.MaxPageBytes, MaxDesignBytes),
            _ => _options.MaxPictureBytes,
        };
        if (url.IsFile)
        {
            return await LocalFile.ReadAsync(url, maxBytes, cancellationToken).ConfigureAwait(false);
        }

        using var timeout = new CancellationTokenSource(_options.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await FollowAsync(SourceAddress.CheckHttp(url), kind, maxBytes, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw FetchFailure.Timeout(url, _options.Timeout, error);
        }
        catch (TransientStatusException error)
        {
            throw FetchFailure.Status(error.Url, error.Status);
        }
        catch (DependencyUnavailableError error)
        {
            throw new PageError(PageErrorKind.Unreachable, $"{url} was not asked for: {error.Message}", error);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or InvalidDataException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw timeout.IsCancellationRequested ? FetchFailure.Timeout(url, _options.Timeout, error) : FetchFailure.From(url, error);
        }
    }

    private async Task<FetchedResource> FollowAsync(Uri url, ResourceKind kind, long maxBytes, CancellationToken cancellationToken)
    {
        var chain = new List<Uri> { url };

        // Kept for this one fetch: sites that set a cookie and redirect to themselves would loop without it.
        var cookies = new CookieContainer();
        while (true)
        {
            if (_robots is not null)
            {
                await _robots.CheckAsync(chain[^1], cancellationToken).ConfigureAwait(false);
            }

            var known = await KnownAsync(chain[^1], kind, cancellationToken).ConfigureAwait(false);
            if (known?.FreshUntil > _time.GetUtcNow())
            {
                return Confirmed(chain[^1], known, maxBytes);
            }

            using var turn = await _gates.EnterAsync(chain[^1], cancellationToken).ConfigureAwait(false);
            using var response = await SendAsync(chain[^1], kind, cookies, known, cancellationToken).ConfigureAwait(false);
            var changed = Keep(cookies, chain[^1], response);
            if (!IsRedirect(response.StatusCode))
            {
                if (known is null || response.StatusCode != HttpStatusCode.NotModified)
                {
                    return await ReadAsync(chain[^1], response, kind, maxBytes, cancellationToken).ConfigureAwait(false);
                }

                await KeepAsync(chain[^1], response, known, cancellationToken).ConfigureAwait(false);
                return Confirmed(chain[^1], known, maxBytes);
            }

            var next = Target(chain, response);
            var seen = chain.Contains(next);
            chain.Add(next);
            if (seen && !changed)
            {
                throw FetchFailure.Redirects(chain, "it redirects in a circle");
            }

            if (chain.Count > _options.MaxRedirects + 1)
            {
                throw FetchFailure.Redirects(chain, $"it redirects more than {_options.MaxRedirects} times");
            }
        }
    }

    private async Task<HttpResponseMessage> SendAsync(Uri url, ResourceKind kind, CookieContainer cookies, CachedAnswer? known, CancellationToken cancellationToken)
    {
        if (_pipelines is null)
        {
            using var request = Request(url, MediaTypes.Accept(kind), cookies, known);
            return await _client.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        // Each host has a breaker of its own: one that is out of order must not cost the others.
        return await _pipelines.ExecuteAsync(
            kind == ResourceKind.Page ? Dependency.PageFetch : Dependency.ImageFetch,
            url.Authority,
            async token =>
            {
                using var request = Request(url, MediaTypes.Accept(kind), cookies, known);
                var response = await _client.SendAsync(request, token).ConfigureAwait(false);
                if (!TransientStatusException.Is(response.StatusCode))
                {
                    return response;
                }

                response.Dispose();
                throw new TransientStatusException(url, response.StatusCode);
            },
            cancellationToken).ConfigureAwait(false);
    }

    private HttpRequestMessage Request(Uri url, string accept, CookieContainer cookies, CachedAnswer? known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionOrLower };
        request.Headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        request.Headers.TryAddWithoutValidation("Accept-Language", "en,*;q=0.5");
        if (cookies.GetCookieHeader(url) is { Length: > 0 } header)
        {
            request.Headers.TryAddWithoutValidation("Cookie", header);
        }

        if (known?.ETag is { } tag)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        request.Headers.IfModifiedSince = known?.LastModified;

        return request;
    }

    private static bool Keep(CookieContainer cookies, Uri url, HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Set-Cookie", out var values))
        {
            return false;
        }

        var before = cookies.GetCookieHeader(url);
        foreach (var value in values)
        {
            try
            {
                cookies.SetCookies(url, value);
            }
            catch (CookieException)
            {
                // A malformed cookie is the server's fault and not needed to read the page; browsers drop it too.
            }
        }

        return cookies.GetCookieHeader(url) != before;
    }

    private static bool IsRedirect(HttpStatusCode status) => (int)status is 301 or 302 or 303 or 307 or 308;

    private static Uri Target(List<Uri> chain, HttpResponseMessage response)
    {
        var location = response.Headers.Location;
        if (location is null || !Uri.TryCreate(chain[^1], location, out var next))
        {
            throw FetchFailure.Redirects(chain, "it redirects to nowhere");
        }

        if (next.Scheme != Uri.UriSchemeHttp && next.Scheme != Uri.UriSchemeHttps)
        {
            throw new PageError(PageErrorKind.Refused, $"{chain[0]} was refused: it redirects to {next}, and only http and https are followed.");
        }

        return SourceAddress.CheckHttp(new UriBuilder(next) { Fragment = "" }.Uri);
    }

    // What was kept for the same address as another kind of thing is asked for anew: servers send what is wanted.
    private async ValueTask<CachedAnswer?> KnownAsync(Uri url, ResourceKind kind, CancellationToken cancellationToken)
    {
        var known = _cache is null ? null : await _cache.GetAsync(url, cancellationToken).ConfigureAwait(false);
        return known is not null && MediaTypes.Fits(kind, known.MediaType) ? known : null;
    }

    private async ValueTask KeepAsync(Uri url, HttpResponseMessage response, CachedAnswer answer, CancellationToken cancellationToken)
    {
        var fresh = AnswerAge.FreshUntil(response, _time.GetUtcNow());
        var isWhole = response.StatusCode == HttpStatusCode.OK;
        if (_cache is not null && (isWhole ? AnswerAge.MayKeep(response, fresh) : fresh != answer.FreshUntil))
        {
            await _cache.SetAsync(url, answer with { FreshUntil = fresh }, cancellationToken).ConfigureAwait(false);
        }
    }

    // The limits may be others than when the answer was kept.
    private static FetchedResource Confirmed(Uri url, CachedAnswer known, long maxBytes) =>
        known.Content.Length <= maxBytes
            ? new FetchedResource(url, known.Content, known.MediaType, known.Charset)
            : throw new PageError(PageErrorKind.TooLarge, $"{url} is too large: it has {known.Content.Length} bytes, and at most {maxBytes} are read. Raise the limit if it is to be used.");

    // At most five redirects and 500 KiB of rules (RFC 9309, 2.3.1.2 and 2.5).
    private async Task<(int Status, ReadOnlyMemory<byte> Content)> RobotsAsync(Uri url, CancellationToken cancellationToken)
    {
        const int MaxRedirects = 5;
        const int MaxBytes = 500 << 10;
        var chain = new List<Uri> { url };
        while (chain.Count <= MaxRedirects + 1)
        {
            using var turn = await _gates.EnterAsync(chain[^1], cancellationToken).ConfigureAwait(false);
            using var request = Request(chain[^1], "text/plain,*/*;q=0.1", new CookieContainer(), null);
            using var response = await _client.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (IsRedirect(response.StatusCode))
            {
                chain.Add(Target(chain, response));
                continue;
            }

            if (response.StatusCode != HttpStatusCode.OK)
            {
                return ((int)response.StatusCode, default);
            }

            var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                return (200, await DecodeAsync(stream, null, MaxBytes, chain[^1], cancellationToken).ConfigureAwait(false));
            }
        }

        return (404, default);
    }

    private async Task<FetchedResource> ReadAsync(Uri url, HttpResponseMessage response, ResourceKind kind, long maxBytes, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
        {
            throw FetchFailure.Status(url, response.StatusCode);
        }

        var type = response.Content.Headers.ContentType;
        var mediaType = type?.MediaType?.ToLowerInvariant();
        MediaTypes.Check(url, kind, mediaType);
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var content = await DecodeAsync(stream, response.Content.Headers.ContentLength, maxBytes, url, cancellationToken).ConfigureAwait(false);
            var charset = type?.CharSet?.Trim('"', '\'');
            if (content.Length > 0 && response.StatusCode == HttpStatusCode.OK)
            {
                await KeepAsync(url, response, new CachedAnswer(content, mediaType, charset, response.Headers.ETag?.ToString(), response.Content.Headers.LastModified), cancellationToken).ConfigureAwait(false);
            }

            return content.Length > 0
                ? new FetchedResource(url, content, mediaType, charset)
                : throw new PageError(PageErrorKind.Empty, $"{url} is empty: the server sends no content.");
        }
    }

    private static async Task<ReadOnlyMemory<byte>> DecodeAsync(Stream stream, long? announced, long maxBytes, Uri url, CancellationToken cancellationToken)
    {
        try
        {
            return await LimitedStream.ReadAsync(stream, announced, maxBytes, url.ToString(), cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidOperationException error) when (error is not ObjectDisposedException)
        {
            // What the Brotli decoder says of broken data; the others say InvalidDataException.
            throw new InvalidDataException(error.Message, error);
        }
    }
}
