using Gpu.Runtime.Metrics;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gpu.Runtime.Tests.Metrics;

/// <summary>Metrics on a port of the tests' own.</summary>
internal static class MetricsOn
{
    private static int _port = 20_000 + (Environment.ProcessId % 10_000 * 2);

    /// <summary>A port at which to begin to look; tests that run beside each other get others.</summary>
    public static int Port() => Interlocked.Increment(ref _port);

    public static RuntimeMetrics Start(TimeProvider? time = null)
    {
        var metrics = new RuntimeMetrics(time ?? TimeProvider.System, NullLogger.Instance);
        metrics.Start("127.0.0.1", Port());
        return metrics;
    }

    /// <summary>What is exported, without a server.</summary>
    public static async Task<Scraped> ReadAsync(MetricSet set)
    {
        using var stream = new MemoryStream();
        await set.ExportAsync(stream, openMetrics: false, TestContext.Current.CancellationToken);
        return Scraped.Parse(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }
}
