using Gpu.Kernels.Launching;
using Gpu.Runtime.Devices;
using Gpu.Runtime.Scheduling;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Gpu.Runtime.Optimizers;

/// <summary>
/// The engine of a container: created by whoever needs it first, then shared. Devices are empty until then.
/// </summary>
internal sealed class ComputeEngineHost(IOptions<GpuRuntimeOptions> options, RuntimeTelemetry telemetry, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null) : IComputeEngine
{
    private readonly Lock _gate = new();
    private Task<ComputeEngine>? _engine;
    private bool _disposed;

    public IReadOnlyList<DeviceInfo> Devices => Engine?.Devices ?? [];

    /// <summary>The engine, where it is there already.</summary>
    public ComputeEngine? Engine { get; private set; }

    /// <summary>The engine, created now where it was not yet. A creation that failed is tried again.</summary>
    public async Task<ComputeEngine> GetAsync(CancellationToken cancellationToken)
    {
        Task<ComputeEngine> creation;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(ComputeEngine));
            // One caller's cancellation must not stop a creation for which others wait.
            creation = _engine is null or { IsFaulted: true } ? _engine = CreateAsync() : _engine;
        }

        return await creation.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task<WorkReceipt> RunAsync(IDeviceWork work, WorkOptions? options = null, CancellationToken cancellationToken = default) =>
        Engine is { } engine ? engine.RunAsync(work, options, cancellationToken) : CreateAndRunAsync(work, options, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Task<ComputeEngine>? creation;
        lock (_gate)
        {
            _disposed = true;
            creation = _engine;
        }

        if (creation is not null)
        {
            await creation.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).ConfigureAwait(false);
            if (creation.IsCompletedSuccessfully)
            {
                var engine = await creation.ConfigureAwait(false);
                await DrainAsync(engine).ConfigureAwait(false);
                await engine.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    // A host that is told to end disposes its container: what was admitted by then is not to be lost.
    private async Task DrainAsync(ComputeEngine engine)
    {
        using var deadline = new CancellationTokenSource(GpuRuntimeOptionsValidator.Read(options).DrainTimeout, timeProvider ?? TimeProvider.System);
        try
        {
            await engine.DrainAsync(deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            // Its time is over: disposing the engine tells those who still wait.
        }
    }

    private async Task<WorkReceipt> CreateAndRunAsync(IDeviceWork work, WorkOptions? workOptions, CancellationToken cancellationToken)
    {
        var engine = await GetAsync(cancellationToken).ConfigureAwait(false);
        return await engine.RunAsync(work, workOptions, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ComputeEngine> CreateAsync()
    {
        var settings = GpuRuntimeOptionsValidator.Read(options);
        if (!settings.EnableKernels)
        {
            throw new LibraryNotAvailableError("Nothing can be computed: the kernels are switched off (enable_numba is false). Switch them on.");
        }

        var compute = settings.ToComputeOptions();
        foreach (var observer in telemetry.Observers())
        {
            compute.Observers.Add(observer);
        }

        if (telemetry.Metrics is { } metrics)
        {
            metrics.Devices = () => Devices;
            metrics.Pending = () => Engine?.QueueLength ?? 0;
        }

        return Engine = await ComputeEngine.CreateAsync(compute, loggerFactory, timeProvider).ConfigureAwait(false);
    }
}
