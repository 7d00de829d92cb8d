using System.Security.Authentication;
using StackExchange.Redis;

namespace Gpu.Runtime.Caching;

/// <summary>A connection to Redis that comes and goes by itself. Made by whoever needs it first.</summary>
internal sealed class RedisConnection(RedisOptions options, string clientName) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private Task<ConnectionMultiplexer>? _connecting;
    private volatile string? _problem;
    private RedisTrust? _trust;
    private bool _disposed;

    /// <summary>Why it is not connected, as far as is known; no secret is in it.</summary>
    public string? Problem => _problem;

    /// <summary>The connection. It waits for the first try to connect to end, well or not, and never longer than the timeout of it.</summary>
    /// <exception cref="ConfigurationError">The password or the authority cannot be read.</exception>
    public async Task<ConnectionMultiplexer> GetAsync(CancellationToken cancellationToken)
    {
        Task<ConnectionMultiplexer> connecting;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            connecting = _connecting is null or { IsFaulted: true } ? _connecting = ConnectAsync() : _connecting;
        }

        return await connecting.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What went wrong, in words for people and without a secret: the library's own words name everything that it knows.</summary>
    public string Describe(Exception error)
    {
        foreach (var cause in Causes(error))
        {
            if (cause.Message.Contains("NOAUTH", StringComparison.Ordinal) || cause.Message.Contains("WRONGPASS", StringComparison.Ordinal))
            {
                return $"Redis at {options.Endpoint} refuses the user or the password.";
            }

            if (cause is AuthenticationException)
            {
                return NotTrusted;
            }
        }

        return _trust is { HasRefused: true } ? NotTrusted : _problem ?? (error is OptimizationError ? error.Message : $"Redis at {options.Endpoint}: {error.Message}");
    }

    public async ValueTask DisposeAsync()
    {
        Task<ConnectionMultiplexer>? connecting;
        lock (_gate)
        {
            _disposed = true;
            connecting = _connecting;
        }

        if (connecting is not null)
        {
            await Task.WhenAny(connecting).ConfigureAwait(false);
            if (connecting.IsCompletedSuccessfully)
            {
                var connection = await connecting.ConfigureAwait(false);
                // What is under way is not worth waiting for: a frozen server would hold the end up.
                await connection.CloseAsync(allowCommandsToComplete: false).ConfigureAwait(false);
                await connection.DisposeAsync().ConfigureAwait(false);
            }
        }

        _trust?.Dispose();
    }

    private async Task<ConnectionMultiplexer> ConnectAsync()
    {
        var connection = await ConnectionMultiplexer.ConnectAsync(Configuration()).ConfigureAwait(false);
        connection.ConnectionFailed += (_, e) => _problem = Lost(e.FailureType);
        connection.ConnectionRestored += (_, _) => _problem = null;
        if (!connection.IsConnected)
        {
            _problem ??= NoAnswer;
        }

        return connection;
    }

    private ConfigurationOptions Configuration()
    {
        RedisEndpoint.TryRead(options.Endpoint, out var host, out var port);
        var milliseconds = (int)options.ConnectTimeout.TotalMilliseconds;
        var configuration = new ConfigurationOptions
        {
            ClientName = clientName,
            User = options.User,
            Password = RedisPassword.Read(options),
            Ssl = options.Tls,
            SslHost = options.Tls ? host : null,
            SslProtocols = options.Tls ? SslProtocols.Tls12 | SslProtocols.Tls13 : null,
            // A server that is not there now may be there later; until then calls fail at once instead of waiting in a line.
            AbortOnConnectFail = false,
            BacklogPolicy = BacklogPolicy.FailFast,
            ConnectTimeout = milliseconds,
            ConnectRetry = 1,
            ReconnectRetryPolicy = new LinearRetry(milliseconds),
            // Each call has its own, shorter timeout; these bound what is left behind by it.
            AsyncTimeout = 5_000,
            SyncTimeout = 5_000,
            KeepAlive = 10,
            // The library's own key and channel would be one more thing of ours in a database that others use.
            TieBreaker = "",
            ConfigurationChannel = "",
            IncludeDetailInExceptions = false,
        };
        configuration.EndPoints.Add(host, port);
        if (options.Tls)
        {
            var trust = _trust ??= new RedisTrust(options.TlsAuthority);
            configuration.CertificateValidation += (_, certificate, chain, errors) => trust.Accepts(certificate, chain, errors);
        }

        return configuration;
    }

    private string Lost(ConnectionFailureType type) => type switch
    {
        ConnectionFailureType.UnableToConnect => NoAnswer,
        _ => $"The connection to Redis at {options.Endpoint} was lost ({type}).",
    };

    private string NotTrusted => $"Redis at {options.Endpoint} has a certificate that is not trusted: name its authority, and ask for it by the host that it is made for.";

    private string NoAnswer => $"Redis at {options.Endpoint} does not answer.";

    private static IEnumerable<Exception> Causes(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
