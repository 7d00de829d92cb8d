using System.Net.Http.Json;
using System.Text.Json;
using Gpu.Runtime.Metrics;

namespace Gpu.Cli.Watching;

/// <summary>A runtime in another process of this machine, asked through its endpoint.</summary>
internal sealed class RunningRuntime : IDisposable
{
    // As many as run side by side on one machine: each takes the next port.
    private const int Ports = 16;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly HttpClient _client;

    private RunningRuntime(int port)
    {
        _client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri($"http://127.0.0.1:{port}/"), Timeout = Patience };
        Port = port;
    }

    public int Port { get; }

    /// <summary>The runtime at a port.</summary>
    /// <exception cref="UsageError">None answers there.</exception>
    public static async Task<RunningRuntime> AtAsync(int port, CancellationToken cancellationToken) =>
        await TryAsync(port, cancellationToken).ConfigureAwait(false)
        ?? throw new UsageError($"No gpu process serves metrics at port {port} of this machine. Start it with --metrics {port}.");

    /// <summary>The first runtime that answers from a port on; null where none does.</summary>
    public static async Task<RunningRuntime?> FindAsync(int first, CancellationToken cancellationToken)
    {
        for (var port = first; port < first + Ports; port++)
        {
            if (await TryAsync(port, cancellationToken).ConfigureAwait(false) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>What it says of itself; null where it does not answer, or something else does.</summary>
    public async Task<RuntimeSnapshot?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _client.GetFromJsonAsync("status", ReadableJson.Types.RuntimeSnapshot, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or NotSupportedException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    public void Dispose() => _client.Dispose();

    private static async Task<RunningRuntime?> TryAsync(int port, CancellationToken cancellationToken)
    {
        var runtime = new RunningRuntime(port);
        if (await runtime.ReadAsync(cancellationToken).ConfigureAwait(false) is { Devices: not null, Parts: not null })
        {
            return runtime;
        }

        runtime.Dispose();
        return null;
    }
}
