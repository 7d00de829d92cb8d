using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Gpu.Runtime.Caching;
using StackExchange.Redis;

namespace Gpu.Runtime.Tests.Support;

/// <summary>A real redis-server of a test's own, on a free port.</summary>
internal sealed partial class RedisServer : IAsyncDisposable
{
    private const int Stop = 19;
    private const int Continue = 18;
    private readonly string _folder = Directory.CreateTempSubdirectory("gpu-redis").FullName;
    private readonly string[] _settings;
    private Process? _process;

    private RedisServer(int port, string[] settings) => (Port, _settings) = (port, settings);

    public int Port { get; }

    public string Folder => _folder;

    public string Endpoint => $"localhost:{Port}";

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static async Task<RedisServer> StartAsync(params string[] settings)
    {
        var server = new RedisServer(FreePort(), settings);
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Starts one with TLS only, with a certificate for localhost in its folder.</summary>
    public static async Task<RedisServer> StartWithTlsAsync(TestAuthority authority)
    {
        var port = FreePort();
        var server = new RedisServer(port, ["--port", "0", "--tls-port", $"{port}", "--tls-auth-clients", "no", "--tls-cert-file", authority.Certificate, "--tls-key-file", authority.Key, "--tls-ca-cert-file", authority.Authority]);
        await server.StartAgainAsync();
        return server;
    }

    public async Task StartAgainAsync()
    {
        string[] arguments = ["--port", $"{Port}", "--bind", "127.0.0.1", "-::1", "--save", "", "--appendonly", "no", "--dir", _folder, .. _settings];
        var start = new ProcessStartInfo("redis-server", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        _process = Process.Start(start)!;
        var said = "";
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            said += line + "\n";
            if (line.Contains("Ready to accept connections", StringComparison.Ordinal))
            {
                // Nobody reads what it says from here on: it says little, and a pipe holds more.
                return;
            }
        }

        throw new InvalidOperationException($"redis-server did not start: {said}{await _process.StandardError.ReadToEndAsync()}");
    }

    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public void Freeze() => Assert.Equal(0, Kill(_process!.Id, Stop));

    public void Thaw() => Assert.Equal(0, Kill(_process!.Id, Continue));

    /// <summary>A test's own connection, to look at what lies there and to write what should not.</summary>
    public async Task<IDatabase> OpenAsync(string? password = null)
    {
        var configuration = new ConfigurationOptions { Password = password, AllowAdmin = true, TieBreaker = "", ConfigurationChannel = "" };
        configuration.EndPoints.Add("localhost", Port);
        Connection = await ConnectionMultiplexer.ConnectAsync(configuration);
        return Connection.GetDatabase();
    }

    public ConnectionMultiplexer? Connection { get; private set; }

    public CacheOptions Options(string? password = null) => new() { Redis = new RedisOptions { Endpoint = Endpoint, Password = password } };

    public async ValueTask DisposeAsync()
    {
        if (Connection is not null)
        {
            await Connection.CloseAsync(allowCommandsToComplete: false);
            await Connection.DisposeAsync();
        }

        if (_process is not null)
        {
            await KillAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int process, int signal);
}
