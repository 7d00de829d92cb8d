using System.Globalization;
using Gpu.Kernels.Launching;
using Gpu.Runtime.Scheduling;
using Microsoft.Extensions.Logging;

namespace Gpu.Runtime.Optimizers;

/// <summary>
/// ILGPU kernels on this machine's devices: each compiled at its first use on a device, then kept. Those that are known are
/// used once in the background when the devices are open; nothing waits for that.
/// </summary>
internal sealed partial class KernelsOptimizer(ComputeEngineHost host, Func<IReadOnlyList<KernelWarmUp>> warmUps, ILogger logger) : IOptimizer, IDisposable
{
    // Whoever warms up gives way to all others.
    private static readonly WorkOptions InTheBackground = new() { Priority = WorkPriority.Low, Tenant = "warm-up" };

    private readonly CancellationTokenSource _stop = new();
    private Task? _warming;
    private int _warm;
    private int _known;

    public string Name => OptimizerNames.Kernels;

    public bool IsAvailable => host.Devices.Any(static d => d.InUse);

    /// <summary>Completes when all warm-ups have ended, well or not.</summary>
    internal Task Warmed => _warming ?? Task.CompletedTask;

    public async Task InitializeAsync(CancellationToken cancellationToken = default)
    {
        await host.GetAsync(cancellationToken).ConfigureAwait(false);
        _warming ??= WarmUpAsync(warmUps());
    }

    public Task<WorkReceipt> OptimizeAsync(IDeviceWork work, WorkOptions? options = null, CancellationToken cancellationToken = default) => host.RunAsync(work, options, cancellationToken);

    public IReadOnlyDictionary<string, string> GetStatus()
    {
        var status = host.Devices.ToDictionary(static d => d.Id, static d => d.InUse ? $"{d.Name}, {d.Driver}: in use" : $"{d.Name}: {d.Refusal}");
        if (_known > 0)
        {
            status["warm operations"] = string.Create(CultureInfo.InvariantCulture, $"{Volatile.Read(ref _warm)} of {_known}");
        }

        return status;
    }

    public async Task CleanupAsync(CancellationToken cancellationToken = default)
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await host.DisposeAsync().AsTask().WaitAsync(cancellationToken).ConfigureAwait(false);
        await Warmed.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => _stop.Dispose();

    private async Task WarmUpAsync(IReadOnlyList<KernelWarmUp> all)
    {
        _known = all.Count;
        // Not on the caller's time.
        await Task.Yield();
        foreach (var warmUp in all)
        {
            try
            {
                // As many at once as there are devices: a device that has not run an operation yet is given one to try.
                var devices = host.Devices.Count(static d => d.InUse);
                await Task.WhenAll(Enumerable.Range(0, devices).Select(_ => host.RunAsync(warmUp.Make(), InTheBackground, _stop.Token))).ConfigureAwait(false);
                Interlocked.Increment(ref _warm);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is EngineStoppedError or ObjectDisposedException)
            {
                return;
            }
            // A warm-up is a favour; whoever needs the operation meets its failure, with its reason.
            catch (Exception e)
            {
                LogNotWarm(logger, warmUp.Operation, e);
            }
        }
    }

    [LoggerMessage(205, LogLevel.Warning, "{Operation} could not be warmed up")]
    private static partial void LogNotWarm(ILogger logger, string operation, Exception cause);
}
