using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Gpu.Benchmarks.Peers;

/// <summary>A real redis-server on a free port, which keeps nothing on disk. The comparisons and the tests share it.</summary>
internal sealed class RedisProcess : IAsyncDisposable
{
    private readonly string[] _arguments;
    private Process? _process;

    private RedisProcess(int port, string[] arguments) => (Port, _arguments) = (port, arguments);

    public int Port { get; }

    public string Endpoint => $"localhost:{Port}";

    /// <summary>Its number; it must run.</summary>
    public int ProcessId => _process!.Id;

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts one on a free port.</summary>
    public static Task<RedisProcess> StartAsync(string folder, params string[] settings) => StartAsync(FreePort(), folder, settings);

    /// <summary>Starts one.</summary>
    /// <param name="port">Where it is to listen.</param>
    /// <param name="folder">Where it may work.</param>
    /// <param name="settings">More options of redis-server; the last word is theirs.</param>
    /// <exception cref="InvalidOperationException">It did not start; what it said is in the message.</exception>
    public static async Task<RedisProcess> StartAsync(int port, string folder, params string[] settings)
    {
        var server = new RedisProcess(port, ["--port", $"{port}", "--bind", "127.0.0.1", "-::1", "--save", "", "--appendonly", "no", "--dir", folder, .. settings]);
        await server.StartAgainAsync().ConfigureAwait(false);
        return server;
    }

    /// <summary>Starts it on its port again, after <see cref="KillAsync"/>.</summary>
    public async Task StartAgainAsync()
    {
        _process = Process.Start(new ProcessStartInfo("redis-server", _arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = "";
        while (await _process.StandardOutput.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            said += line + "\n";
            if (line.Contains("Ready to accept connections", StringComparison.Ordinal))
            {
                // Nobody reads what it says from here on: it says little, and a pipe holds more.
                return;
            }
        }

        throw new InvalidOperationException($"redis-server did not start: {said}{await _process.StandardError.ReadToEndAsync().ConfigureAwait(false)}");
    }

    /// <summary>Kills it, as a machine that loses power would.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync().ConfigureAwait(false);
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync().ConfigureAwait(false);
        }
    }
}
