using System.Diagnostics;
using Gpu.Benchmarks.Peers;

namespace Gpu.EndToEnd.Support;

/// <summary>A real redis-server on a free port, to which a test can talk as a person would.</summary>
internal sealed class Redis : IAsyncDisposable
{
    private readonly RedisProcess _server;

    private Redis(RedisProcess server) => _server = server;

    public string Endpoint => _server.Endpoint;

    public static async Task<Redis> StartAsync(string folder, params string[] settings) => new(await RedisProcess.StartAsync(folder, settings));

    /// <summary>Gives a command, as a person would.</summary>
    public async Task<string> SayAsync(params string[] words)
    {
        using var cli = Process.Start(new ProcessStartInfo("redis-cli", ["-p", $"{_server.Port}", .. words]) { RedirectStandardOutput = true })!;
        var answer = await cli.StandardOutput.ReadToEndAsync();
        await cli.WaitForExitAsync();
        return answer.Trim();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
