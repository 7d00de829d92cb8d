using System.Net;
using System.Text.Json;
using Gpu.Runtime.Devices;
using Gpu.Runtime.Metrics.Nvidia;
using Gpu.Runtime.Optimizers;
using Gpu.Runtime.Resilience;
using Gpu.Runtime.Scheduling;
using Microsoft.Extensions.Logging;

namespace Gpu.Runtime.Metrics;

/// <summary>Everything that is measured of one runtime, and its endpoint.</summary>
internal sealed class RuntimeMetrics : IAsyncDisposable
{
    // What is only known when somebody looks is looked at this often, for shares of the last second.
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(0.5);

    private const string Json = "application/json; charset=utf-8";

    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ProcessUsage _process;
    private readonly MeterMetrics _meters;
    private readonly Lock _reading = new();
    private readonly Func<IGpuSensors?> _openSensors;
    private IGpuSensors? _sensors;
    private ITimer? _timer;
    private int _disposed;

    /// <param name="time">The clock.</param>
    /// <param name="logger">Where to log.</param>
    /// <param name="pipelines">The pipelines of this runtime, which its cache uses too; null for none.</param>
    /// <param name="openSensors">Opens what asks GPUs; null for NVML.</param>
    public RuntimeMetrics(TimeProvider time, ILogger logger, ResiliencePipelines? pipelines = null, Func<IGpuSensors?>? openSensors = null)
    {
        (_time, _logger, _openSensors) = (time, logger, openSensors ?? NvmlSensors.TryOpen);
        _process = new ProcessUsage(time);
        Board = new DeviceBoard(time);
        Observers = [Board, new SchedulerMetrics(Set, id => Devices().Any(d => d.Id == id && d.Kind == DeviceKind.Cpu))];
        Set.BeforeExport(Update);
        _meters = new MeterMetrics(Set, pipelines);
    }

    public MetricSet Set { get; } = new();

    public DeviceBoard Board { get; }

    /// <summary>What the engine is to tell.</summary>
    public IReadOnlyList<IEngineObserver> Observers { get; }

    /// <summary>The endpoint; null where it is not served.</summary>
    public MetricsEndpoint? Endpoint { get; private set; }

    /// <summary>Asked for the devices.</summary>
    public Func<IReadOnlyList<DeviceInfo>> Devices { get; set; } = static () => [];

    /// <summary>Asked for the requests that wait for a device.</summary>
    public Func<int> Pending { get; set; } = static () => 0;

    /// <summary>Asked for what the trace left out.</summary>
    public Func<long> TraceDropped { get; set; } = static () => 0;

    /// <summary>Asked for the parts.</summary>
    public Func<IReadOnlyList<OptimizerReport>> Parts { get; set; } = static () => [];

    /// <summary>Begins to look, and to serve where there is a port.</summary>
    /// <exception cref="OptimizationError">The port cannot be had.</exception>
    public void Start(string address, int port)
    {
        _sensors ??= _openSensors();
        _timer ??= _time.CreateTimer(static state => ((RuntimeMetrics)state!).Update(), this, Period, Period);
        if (port != 0)
        {
            Endpoint ??= MetricsEndpoint.Listen(address, port, AnswerAsync, _logger);
        }
    }

    /// <summary>Everything as it is now.</summary>
    public RuntimeSnapshot Snapshot()
    {
        var parts = Parts();
        return new RuntimeSnapshot(Environment.ProcessId, _time.GetUtcNow(), IsReady(parts), Pending(), parts, ReadDevices());
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        if (Endpoint is { } endpoint)
        {
            await endpoint.DisposeAsync().ConfigureAwait(false);
        }

        if (_timer is { } timer)
        {
            await timer.DisposeAsync().ConfigureAwait(false);
        }

        _meters.Dispose();
        lock (_reading)
        {
            _sensors?.Dispose();
            _sensors = null;
        }
    }

    private bool IsReady(IReadOnlyList<OptimizerReport> parts) =>
        _disposed == 0 && Devices().Any(static d => d.InUse) && parts.All(static p => p.Name != OptimizerNames.Kernels || p.State == OptimizerState.Ready);

    private async Task<EndpointAnswer?> AnswerAsync(string path, bool openMetrics, CancellationToken cancellationToken)
    {
        switch (path)
        {
            case "/metrics":
                using (var body = new MemoryStream())
                {
                    await Set.ExportAsync(body, openMetrics, cancellationToken).ConfigureAwait(false);
                    var type = openMetrics ? "application/openmetrics-text; version=1.0.0; charset=utf-8" : "text/plain; version=0.0.4; charset=utf-8";
                    return new EndpointAnswer(HttpStatusCode.OK, type, body.ToArray());
                }

            case "/health/live":
                return new EndpointAnswer(HttpStatusCode.OK, Json, "{\"live\":true}"u8.ToArray());
            case "/health/ready":
                var parts = Parts();
                var ready = IsReady(parts);
                var health = new Health(ready, parts.ToDictionary(static p => p.Name, static p => p.State));
                return new EndpointAnswer(ready ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable, Json, JsonSerializer.SerializeToUtf8Bytes(health, MetricsJson.Default.Health));
            case "/status":
                return new EndpointAnswer(HttpStatusCode.OK, Json, JsonSerializer.SerializeToUtf8Bytes(Snapshot(), MetricsJson.Default.RuntimeSnapshot));
            default:
                return null;
        }
    }

    private IReadOnlyList<DeviceReport> ReadDevices()
    {
        lock (_reading)
        {
            return Board.Read(Devices(), _sensors);
        }
    }

    private void Update()
    {
        Set.Gauge(MetricNames.Pending).Set(Pending());
        foreach (var part in Parts())
        {
            Set.SetState(MetricNames.PartState, part.Name, part.State);
        }

        lock (_reading)
        {
            foreach (var device in ReadDevices())
            {
                DeviceGauges.Set(Set, device);
            }

            Set.Gauge(MetricNames.OptimizationCpu).Set(_process.Cpu());
        }

        Set.Counter(MetricNames.TraceDropped).IncTo(TraceDropped());
        _meters.Update();
        Set.Gauge(MetricNames.OptimizationMemory).Set(ProcessUsage.ResidentBytes);
    }
}
