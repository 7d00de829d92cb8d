using System.Diagnostics;
using System.Globalization;
using System.Text;
using Gpu.Runtime.Caching;

namespace Gpu.Benchmarks.Caching;

/// <summary>What a job leaves in the cache: four stages' records of 40 KB of JSON, and a film of 3 MB.</summary>
internal static class JobResults
{
    private const int Film = 3 << 20;
    private static readonly CacheCodec<Blob> Codec = new(static v => v.Bytes, static v => new Blob(v));

    /// <summary>The results, in the order in which a job asks for them.</summary>
    public static byte[][] All { get; } = [.. Enumerable.Range(0, 4).Select(Record), Noise()];

    private static readonly CacheKey[] Keys = [.. All.Select(static (_, i) =>
    {
        using var builder = new CacheKeyBuilder("measure", CodeIdentity.Of(typeof(JobResults)));
        return builder.Add(i).Build();
    })];

    /// <summary>Asks a cache for all of them, one after the other as a job does.</summary>
    /// <returns>Seconds.</returns>
    public static async Task<double> AskAsync(ResultCache cache, CancellationToken cancellationToken)
    {
        var begin = Stopwatch.GetTimestamp();
        for (var i = 0; i < All.Length; i++)
        {
            var value = All[i];
            await cache.GetOrCreateAsync(Keys[i], Codec, TimeSpan.FromHours(1), _ => Task.FromResult(new Blob(value)), cancellationToken).ConfigureAwait(false);
        }

        return Stopwatch.GetElapsedTime(begin).TotalSeconds;
    }

    private static byte[] Record(int stage)
    {
        string[] words = ["roasted", "morning", "harbour", "by hand", "since 1962", "free delivery", "tasting", "every day"];
        var random = new Random(stage);
        var text = new StringBuilder();
        while (text.Length < 40_000)
        {
            text.Append(CultureInfo.InvariantCulture, $"{{\"id\":\"script-{random.Next(100)}\",\"text\":\"{words[random.Next(words.Length)]} {words[random.Next(words.Length)]}\",\"score\":{random.NextDouble():0.0000}}},");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static byte[] Noise()
    {
        var film = new byte[Film];
        new Random(1).NextBytes(film);
        return film;
    }

    private sealed record Blob(ReadOnlyMemory<byte> Bytes);
}
