using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using TextEncoding = System.Text.Encoding;

namespace Gpu.Workflow.Tests.Fetching;

/// <summary>A server on this machine that answers as a test's script says, down to single bytes.</summary>
internal sealed class EvilServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly Func<Request, CancellationToken, Task> _script;
    private readonly Task _accepting;

    /// <param name="script">Answers one request; afterwards the connection waits until the client hangs up.</param>
    public EvilServer(Func<Request, CancellationToken, Task> script)
    {
        _script = script;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public ConcurrentQueue<string> Paths { get; } = [];

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public Uri Url(string path = "/") => new($"http://127.0.0.1:{Port}{path}");

    /// <summary>A server with one whole answer for everything.</summary>
    public static EvilServer Always(string head, byte[]? body = null) => new((request, stop) => request.AnswerAsync(head, body ?? [], stop));

    /// <summary>Completes when every client has closed its connections by itself.</summary>
    public async Task HungUpAsync() =>
        await Task.WhenAll(_connections).WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_connections);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException || (_stop.IsCancellationRequested && e is InvalidOperationException or SocketException))
        {
            // The test is over; a listener that was stopped between two clients says so in its own way.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                using var reader = new StreamReader(client.GetStream(), TextEncoding.ASCII, leaveOpen: true);
                var path = (await reader.ReadLineAsync(_stop.Token))?.Split(' ')[1] ?? "/";
                var headers = new List<string>();
                while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 } line)
                {
                    headers.Add(line);
                }

                Paths.Enqueue(path);
                await _script(new Request(path, client, headers), _stop.Token);
                while (client.Connected && await reader.ReadLineAsync(_stop.Token) is not null)
                {
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The client hung up, the script broke the connection, or the test is over.
            }
        }
    }

    internal sealed record Request(string Path, TcpClient Client, IReadOnlyList<string> Headers)
    {
        public async Task SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken stop) => await Client.GetStream().WriteAsync(bytes, stop);

        public Task SendAsync(string text, CancellationToken stop) => SendAsync(TextEncoding.Latin1.GetBytes(text), stop);

        /// <summary>A whole answer: status line and headers by "\n", and a body, after which the connection ends.</summary>
        public async Task AnswerAsync(string head, byte[] body, CancellationToken stop)
        {
            await SendAsync($"HTTP/1.1 {head.Replace("\n", "\r\n", StringComparison.Ordinal)}\r\nConnection: close\r\n\r\n", stop);
            await SendAsync(body, stop);
            Client.Client.Shutdown(SocketShutdown.Send);
        }

        /// <summary>Breaks the connection with a reset instead of an end.</summary>
        public void Reset()
        {
            Client.Client.LingerState = new LingerOption(true, 0);
            Client.Client.Close();
        }
    }
}
