using System.Collections.Concurrent;
using Gpu.Workflow.Extraction;
using TextEncoding = System.Text.Encoding;

namespace Gpu.Workflow.Fetching;

/// <summary>Knows what hosts let this client fetch. Each host's robots.txt is asked for once a day at most.</summary>
/// <param name="fetch">Gets a robots.txt: its status, and its text where the status is 200.</param>
/// <param name="time">The clock of the day.</param>
internal sealed class RobotsGate(Func<Uri, CancellationToken, Task<(int Status, ReadOnlyMemory<byte> Content)>> fetch, TimeProvider time)
{
    /// <summary>The name that a robots.txt may call this client by.</summary>
    public const string Product = "Gpu";

    // RFC 9309, 2.4: not longer than a day.
    private static readonly TimeSpan Age = TimeSpan.FromHours(24);
    private const int MaxHosts = 10_000;

    private readonly ConcurrentDictionary<string, (RobotsRules Rules, long Since)> _known = new(StringComparer.Ordinal);

    /// <summary>Checks that an address may be fetched.</summary>
    /// <exception cref="PageError">Its host's robots.txt forbids it.</exception>
    public async Task CheckAsync(Uri url, CancellationToken cancellationToken)
    {
        var host = url.GetLeftPart(UriPartial.Authority);
        if (!_known.TryGetValue(host, out var entry) || time.GetElapsedTime(entry.Since) > Age)
        {
            entry = (await ReadAsync(new Uri(host + "/robots.txt"), cancellationToken).ConfigureAwait(false), time.GetTimestamp());
            if (_known.Count >= MaxHosts)
            {
                _known.Clear();
            }

            _known[host] = entry;
        }

        if (!entry.Rules.Allows(url.PathAndQuery))
        {
            throw new PageError(PageErrorKind.Refused, $"{url} was not fetched: {host}/robots.txt {(ReferenceEquals(entry.Rules, RobotsRules.None) ? "is out of order, which forbids all" : "forbids it to programs")}. Where you have the site's leave, ignore it (--ignore-robots).");
        }
    }

    // RFC 9309, 2.3.1: no file allows all, a server out of order forbids all. Where the network fails the address itself
    // cannot be had either, and says why better.
    private async Task<RobotsRules> ReadAsync(Uri robots, CancellationToken cancellationToken)
    {
        try
        {
            var (status, content) = await fetch(robots, cancellationToken).ConfigureAwait(false);
            return status >= 500 ? RobotsRules.None
                : status == 200 ? RobotsRules.Parse(TextEncoding.UTF8.GetString(content.Span), Product)
                : RobotsRules.All;
        }
        catch (Exception error) when (error is PageError or HttpRequestException or IOException or InvalidDataException)
        {
            return RobotsRules.All;
        }
    }
}
