using Gpu.Benchmarks.Comparing;

namespace Gpu.Benchmarks.Caching;

/// <summary>A contender that asks a place for a job's results: the median of many times, after one outside the measure.</summary>
/// <param name="name">Its name.</param>
/// <param name="open">Opens the place and puts the results there.</param>
internal sealed class CacheTurn(string name, Func<CancellationToken, Task<CachePlace>> open) : IContender
{
    private const int Warm = 100;
    private const int Times = 25;
    private CachePlace? _place;

    public string Name => name;

    public async Task<double> TurnAsync(CancellationToken cancellationToken)
    {
        var first = _place is null;
        var place = _place ??= await open(cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < (first ? Warm : 1); i++)
        {
            await place.AskAsync(cancellationToken).ConfigureAwait(false);
        }

        List<double> seconds = [];
        for (var i = 0; i < Times; i++)
        {
            seconds.Add(await place.AskAsync(cancellationToken).ConfigureAwait(false));
        }

        return Timing.Median(seconds);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var owned in _place?.Owned ?? [])
        {
            await owned.DisposeAsync().ConfigureAwait(false);
        }
    }
}

/// <summary>A place that has a job's results.</summary>
/// <param name="AskAsync">Asks it for all of them, and gives the seconds.</param>
/// <param name="Owned">What is closed at the end, in this order.</param>
internal sealed record CachePlace(Func<CancellationToken, Task<double>> AskAsync, params IAsyncDisposable[] Owned);
