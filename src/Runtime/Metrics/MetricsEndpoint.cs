using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace Gpu.Runtime.Metrics;

/// <summary>
/// A small HTTP server for Prometheus and for whoever watches over the process. .NET's own listener: it is there without
/// ASP.NET, and it listens within milliseconds.
/// </summary>
internal sealed partial class MetricsEndpoint : IAsyncDisposable
{
    /// <summary>The addresses that stand for all of this machine's.</summary>
    internal static readonly string[] Anywhere = ["*", "0.0.0.0"];

    // A port is taken, or the one after it; a hundred in a row are something else.
    private const int Tries = 100;

    // More at once are no scraper's.
    private const int AtOnce = 16;

    private readonly HttpListener _listener;
    private readonly Func<string, bool, CancellationToken, Task<EndpointAnswer?>> _answer;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _places = new(AtOnce);
    private readonly Task _served;

    private MetricsEndpoint(HttpListener listener, Uri address, Func<string, bool, CancellationToken, Task<EndpointAnswer?>> answer, ILogger logger)
    {
        (_listener, Address, _answer, _logger) = (listener, address, answer, logger);
        _served = ServeAsync();
    }

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>Listens on the port, or the next one that is free.</summary>
    /// <param name="host">An address or name of this machine; <c>*</c> for all of its addresses.</param>
    /// <param name="port">The first port to try.</param>
    /// <param name="answer">Gets a path and whether OpenMetrics is asked for; null where there is nothing.</param>
    /// <param name="logger">Where to log.</param>
    /// <exception cref="OptimizationError">No port could be had.</exception>
    public static MetricsEndpoint Listen(string host, int port, Func<string, bool, CancellationToken, Task<EndpointAnswer?>> answer, ILogger logger)
    {
        var last = Math.Min(port + Tries, IPEndPoint.MaxPort + 1) - 1;
        for (var tried = port; ; tried++)
        {
            var listener = new HttpListener { IgnoreWriteExceptions = true };
            foreach (var name in Names(host))
            {
                listener.Prefixes.Add($"http://{name}:{tried}/");
            }

            try
            {
                listener.Start();
                var address = new Uri($"http://{(Anywhere.Contains(host) ? "localhost" : host)}:{tried}/");
                if (tried != port)
                {
                    LogNextPort(logger, port, tried);
                }

                LogListening(logger, address);
                return new MetricsEndpoint(listener, address, answer, logger);
            }
            catch (Exception e) when (e is HttpListenerException or SocketException)
            {
                listener.Close();
                if (tried == last || !IsTaken(e))
                {
                    throw new OptimizationError($"Metrics cannot be served at {host}, ports {port} to {tried}: {e.Message}. Choose another metrics_port or metrics_address.", e);
                }
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        _listener.Close();
        await _served.ConfigureAwait(false);
        // Answers in progress have lost their connections, and end.
        for (var i = 0; i < AtOnce; i++)
        {
            await _places.WaitAsync().ConfigureAwait(false);
        }

        _places.Dispose();
        _stop.Dispose();
    }

    // The listener answers requests for names it was given only, which keeps pages in browsers out.
    private static string[] Names(string host) => Anywhere.Contains(host) ? ["*"] : IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address) ? [host, "localhost"] : [host];

    // In use, as Windows, Linux and macOS say it; by another listener of this process (183 and, off Windows, 400); reserved for
    // another user.
    private static bool IsTaken(Exception error) => error switch
    {
        SocketException e => e.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied,
        HttpListenerException e => e.ErrorCode is 32 or 98 or 48 or 183 or 400 or 5 or 10048 or (int)SocketError.AddressAlreadyInUse,
        _ => false,
    };

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            HttpListenerContext context;
            try
            {
                await _places.WaitAsync(_stop.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            try
            {
                context = await _listener.GetContextAsync().ConfigureAwait(false);
            }
            // Closed from outside while it waited, or a client that broke off: the loop's condition tells.
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                _places.Release();
                if (!_listener.IsListening)
                {
                    return;
                }

                continue;
            }

            // Each on its own, so that a slow client holds up no other.
            _ = AnswerAsync(context);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            using var response = context.Response;
            var head = context.Request.HttpMethod == "HEAD";
            if (!head && context.Request.HttpMethod != "GET")
            {
                response.StatusCode = (int)HttpStatusCode.MethodNotAllowed;
                response.AddHeader("Allow", "GET, HEAD");
                return;
            }

            var openMetrics = context.Request.Headers["Accept"]?.Contains("application/openmetrics-text", StringComparison.OrdinalIgnoreCase) == true;
            if (await _answer(context.Request.Url?.AbsolutePath ?? "/", openMetrics, _stop.Token).ConfigureAwait(false) is not { } answer)
            {
                response.StatusCode = (int)HttpStatusCode.NotFound;
                return;
            }

            response.StatusCode = (int)answer.Status;
            response.ContentType = answer.ContentType;
            response.ContentLength64 = answer.Body.Length;
            if (!head)
            {
                await response.OutputStream.WriteAsync(answer.Body, _stop.Token).ConfigureAwait(false);
            }
        }
        // The client has gone, or the endpoint is being closed: nobody waits for this answer.
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or OperationCanceledException or IOException)
        {
            LogGone(_logger, e.Message);
        }
        // Metrics must not take the process down; whoever asked gets no answer, and the log says why.
        catch (Exception e)
        {
            LogFailed(_logger, e);
        }
        finally
        {
            _places.Release();
        }
    }

    [LoggerMessage(301, LogLevel.Information, "Metrics are at {Address}metrics")]
    private static partial void LogListening(ILogger logger, Uri address);

    [LoggerMessage(302, LogLevel.Warning, "Port {Wanted} is taken: metrics are served on {Port}")]
    private static partial void LogNextPort(ILogger logger, int wanted, int port);

    [LoggerMessage(303, LogLevel.Debug, "A request for metrics was not answered: {Reason}")]
    private static partial void LogGone(ILogger logger, string reason);

    [LoggerMessage(304, LogLevel.Error, "A request for metrics failed")]
    private static partial void LogFailed(ILogger logger, Exception cause);
}
