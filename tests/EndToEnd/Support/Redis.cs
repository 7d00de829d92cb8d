using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Gpu.EndToEnd.Support;

/// <summary>A real redis-server on a free port.</summary>
internal sealed class Redis : IAsyncDisposable
{
    private readonly Process _process;

    private Redis(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    public string Endpoint => $"127.0.0.1:{Port}";

    public static async Task<Redis> StartAsync(string folder, params string[] settings)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        string[] arguments = ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--dir", folder, .. settings];
        var process = Process.Start(new ProcessStartInfo("redis-server", arguments) { RedirectStandardOutput = true })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("Ready to accept connections", StringComparison.Ordinal))
            {
                return new Redis(process, port);
            }
        }

        throw new InvalidOperationException("redis-server did not start.");
    }

    /// <summary>Gives a command, as a person would.</summary>
    public async Task<string> SayAsync(params string[] words)
    {
        using var cli = Process.Start(new ProcessStartInfo("redis-cli", ["-p", $"{Port}", .. words]) { RedirectStandardOutput = true })!;
        var answer = await cli.StandardOutput.ReadToEndAsync();
        await cli.WaitForExitAsync();
        return answer.Trim();
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
