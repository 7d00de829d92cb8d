using System.CommandLine;
using Gpu.Cli.Commands;
using Gpu.Cli.Options;
using Gpu.Runtime.Optimizers;
using Microsoft.Extensions.DependencyInjection;

namespace Gpu.Cli.Watching;

/// <summary>Has a command's run watched by whoever wants to.</summary>
internal static class Watched
{
    /// <summary>Sets what the options say.</summary>
    public static void Apply(ParseResult parsed, GpuRuntimeOptions options)
    {
        var port = parsed.GetValue(WatchOptions.Metrics);
        options.EnableMetrics = port is not null;
        options.MetricsPort = port is > 0 ? port.Value : WatchOptions.DefaultPort;
        options.TraceFile = parsed.GetValue(WatchOptions.Trace);
        options.CostModelPath = CacheCliOptions.CostsPath(parsed);
        // A run warms its kernels up by using them.
        options.WarmKernels = false;
    }

    /// <summary>Begins the trace, and serves the metrics and says where, as asked for.</summary>
    public static async Task StartAsync(ParseResult parsed, IServiceProvider services, CancellationToken cancellationToken)
    {
        var served = parsed.GetValue(WatchOptions.Metrics) is not null;
        if (!served && parsed.GetValue(WatchOptions.Trace) is null)
        {
            return;
        }

        var manager = services.GetRequiredService<OptimizationManager>();
        await manager.InitializeAllAsync(cancellationToken).ConfigureAwait(false);
        if (!served)
        {
            return;
        }

        var metrics = manager.GetStatus().Single(static p => p.Name == OptimizerNames.Metrics);
        if (metrics.State != OptimizerState.Ready)
        {
            // The ad is made all the same: metrics are a part, and no part takes another with it.
            Runner.Complain($"No metrics: {metrics.Reason}");
        }
        else if (!parsed.GetValue(CommonOptions.Quiet))
        {
            Console.Error.WriteLine($"Metrics: {metrics.Details["address"]}");
        }
    }
}
