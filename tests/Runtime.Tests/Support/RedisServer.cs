using System.Runtime.InteropServices;
using Gpu.Benchmarks.Peers;
using Gpu.Runtime.Caching;
using StackExchange.Redis;

namespace Gpu.Runtime.Tests.Support;

/// <summary>A real redis-server of a test's own, on a free port.</summary>
internal sealed partial class RedisServer : IAsyncDisposable
{
    private const int Stop = 19;
    private const int Continue = 18;
    private readonly TemporaryFolder _folder;
    private readonly RedisProcess _process;

    private RedisServer(TemporaryFolder folder, RedisProcess process) => (_folder, _process) = (folder, process);

    public int Port => _process.Port;

    public string Folder => _folder.Path;

    public string Endpoint => _process.Endpoint;

    public static async Task<RedisServer> StartAsync(params string[] settings)
    {
        var folder = new TemporaryFolder();
        return new RedisServer(folder, await RedisProcess.StartAsync(folder.Path, settings));
    }

    /// <summary>Starts one with TLS only, with a certificate for localhost in its folder.</summary>
    public static async Task<RedisServer> StartWithTlsAsync(TestAuthority authority)
    {
        var (port, folder) = (RedisProcess.FreePort(), new TemporaryFolder());
        string[] settings = ["--port", "0", "--tls-port", $"{port}", "--tls-auth-clients", "no", "--tls-cert-file", authority.Certificate, "--tls-key-file", authority.Key, "--tls-ca-cert-file", authority.Authority];
        return new RedisServer(folder, await RedisProcess.StartAsync(port, folder.Path, settings));
    }

    public Task StartAgainAsync() => _process.StartAgainAsync();

    public Task KillAsync() => _process.KillAsync();

    public void Freeze() => Assert.Equal(0, Kill(_process.ProcessId, Stop));

    public void Thaw() => Assert.Equal(0, Kill(_process.ProcessId, Continue));

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

        await _process.DisposeAsync();
        _folder.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int process, int signal);
}
