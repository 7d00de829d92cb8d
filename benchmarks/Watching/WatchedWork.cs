using Gpu.Kernels.Imaging;
using Gpu.Kernels.Scoring;
using Gpu.Kernels.Video;
using Gpu.Runtime.Devices;
using Gpu.Runtime.Metrics;
using Gpu.Runtime.Optimizers;
using Gpu.Runtime.Scheduling;
using Gpu.Runtime.Tracing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gpu.Benchmarks.Watching;

/// <summary>Work that is done watched and unwatched.</summary>
internal static class WatchedWork
{
    private const int Callers = 16;
    private const int Candidates = 64;
    private const int Features = 16;

    /// <summary>Scores 64 candidates a request, asked for by 16 callers with 64 requests under way each.</summary>
    /// <returns>Requests a second, and seconds of processor time a request.</returns>
    public static Task<(double PerSecond, double Cpu)> ScoresAsync(GpuRuntimeOptions options, int requests) => MeasureAsync(options, engine => CallAsync(engine, requests / Callers), Callers, requests);

    /// <summary>How much of the processor time of such requests the observers of the metrics, and of a trace, take: measured within one run, so that the machine's other work matters little.</summary>
    /// <param name="file">The trace's file.</param>
    /// <param name="trace">Whether it is written; otherwise there are metrics only.</param>
    /// <param name="requests">How many.</param>
    /// <returns>Nanoseconds a request in observers, and nanoseconds a request in all.</returns>
    public static async Task<(double Watching, double All)> ObserversAsync(string file, bool trace, int requests)
    {
        var metrics = new RuntimeMetrics(TimeProvider.System, NullLogger.Instance);
        await using var metricsEnd = metrics.ConfigureAwait(false);
        var writer = TraceFile.Create(file, TimeProvider.System, NullLogger.Instance);
        await using var writerEnd = writer.ConfigureAwait(false);
        var options = new ComputeOptions { Device = DeviceSelection.Cpu };
        foreach (var observer in trace ? [.. metrics.Observers, writer.Requests] : metrics.Observers)
        {
            options.Observers.Add(new TimedObserver(observer));
        }

        var engine = await ComputeEngine.CreateAsync(options).ConfigureAwait(false);
        await using var engineEnd = engine.ConfigureAwait(false);
        await CallAsync(engine, 200 * Callers).ConfigureAwait(false);
        var (cpu, watching) = (Environment.CpuUsage.TotalTime, TimedObserver.Nanoseconds);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => CallAsync(engine, requests / Callers))).ConfigureAwait(false);
        return ((TimedObserver.Nanoseconds - watching) / (double)requests, (Environment.CpuUsage.TotalTime - cpu).TotalNanoseconds / requests);
    }

    /// <summary>Converts frames of 1920x1080, one after the other.</summary>
    /// <returns>Frames a second, and seconds of processor time a frame.</returns>
    public static Task<(double PerSecond, double Cpu)> FramesAsync(GpuRuntimeOptions options, int frames) => MeasureAsync(options, engine => ConvertAsync(engine, frames), 1, frames);

    /// <summary>A runtime on the processor, which keeps nothing.</summary>
    public static GpuRuntimeOptions Settings(bool metrics, string? trace) => new() { Device = DeviceSelection.Cpu, EnableMetrics = metrics, MetricsPort = 0, TraceFile = trace, WarmKernels = false, EnableCache = false };

    private static async Task<(double PerSecond, double Cpu)> MeasureAsync(GpuRuntimeOptions options, Func<IComputeEngine, Task> call, int callers, int requests)
    {
        var manager = OptimizationManager.Create(options);
        await using (manager.ConfigureAwait(false))
        {
            await manager.InitializeAllAsync().ConfigureAwait(false);
            var engine = manager.Engine!;
            await CallAsync(engine, 200 * Callers).ConfigureAwait(false);
            GC.Collect();
            var (cpu, started) = (Environment.CpuUsage.TotalTime, TimeProvider.System.GetTimestamp());
            await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => call(engine))).ConfigureAwait(false);
            return (requests / TimeProvider.System.GetElapsedTime(started).TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds / requests);
        }
    }

    private static async Task ConvertAsync(IComputeEngine engine, int frames)
    {
        const int Width = 1920, Height = 1080;
        var work = new ConvertToI420(Width, Height, new byte[Width * Height * 4], new byte[I420.Length(Width, Height)]);
        for (var i = 0; i < frames; i++)
        {
            await engine.RunAsync(work).ConfigureAwait(false);
        }
    }

    // A caller has many of its own under way, as a host that scores pages has.
    private static async Task CallAsync(IComputeEngine engine, int requests)
    {
        const int AtOnce = 64;
        var (features, weights) = (new float[Candidates * Features], new float[Features]);
        var work = Enumerable.Range(0, AtOnce).Select(_ => new ScoreCandidates(features, weights, default, new float[Candidates], new int[4])).ToArray();
        var running = new Task[AtOnce];
        for (var done = 0; done < requests; done += AtOnce)
        {
            for (var i = 0; i < AtOnce; i++)
            {
                running[i] = engine.RunAsync(work[i]);
            }

            await Task.WhenAll(running).ConfigureAwait(false);
        }
    }
}
