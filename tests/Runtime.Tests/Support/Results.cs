using System.Text;
using Gpu.Runtime.Caching;

namespace Gpu.Runtime.Tests.Support;

/// <summary>Results to keep, and how.</summary>
internal static class Results
{
    public static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static CacheCodec<string> Text { get; } = new(static text => Encoding.UTF8.GetBytes(text), static bytes => Encoding.UTF8.GetString(bytes.Span));

    public static CacheCodec<byte[]> Bytes { get; } = new(static bytes => bytes, static bytes => bytes.ToArray());

    public static CacheKey Key(string input, string operation = "test")
    {
        using var builder = new CacheKeyBuilder(operation, CodeIdentity.Of(typeof(Results)));
        return builder.Add(input).Build();
    }

    public static byte[] Noise(int length, int seed = 1)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    /// <summary>Has a cache compute what takes until the test says what it is.</summary>
    public static async Task<(Task<Cached<string>> Computing, TaskCompletionSource<string> Told)> ComputeUntilToldAsync(this ResultCache cache, string input)
    {
        var (started, told) = (new TaskCompletionSource(), new TaskCompletionSource<string>());
        var computing = cache.TextAsync(input, () =>
        {
            started.TrySetResult();
            return told.Task;
        }).AsTask();
        await started.Task.WaitAsync(TestContext.Current.CancellationToken);
        return (computing, told);
    }

    public static ValueTask<Cached<string>> TextAsync(this ResultCache cache, string input, Func<Task<string>>? create = null) =>
        cache.GetOrCreateAsync(Key(input), Text, Hour, _ => create?.Invoke() ?? Task.FromResult($"the result of {input}"), TestContext.Current.CancellationToken);
}
