using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gpu.EndToEnd.Support;

/// <summary>A web server on this machine, real down to the socket.</summary>
internal sealed class LoopbackSite : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;
    private readonly Func<string, Answer?> _answer;

    /// <param name="answer">From the path that is asked for; null for no answer at all.</param>
    public LoopbackSite(Func<string, Answer?> answer)
    {
        _answer = answer;
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Url(string path) => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}{path}";

    public static Answer Html(string html) => new(200, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(html));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                serving.Add(OneAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }

        await Task.WhenAll(serving);
    }

    private async Task OneAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                using var reader = new StreamReader(client.GetStream(), Encoding.ASCII, leaveOpen: true);
                var path = (await reader.ReadLineAsync(_stop.Token))?.Split(' ')[1] ?? "/";
                while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 })
                {
                }

                if (_answer(path) is not { } answer)
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, _stop.Token);
                    return;
                }

                var head = $"HTTP/1.1 {answer.Status} X\r\nContent-Type: {answer.Type}\r\nContent-Length: {answer.Body.Length}\r\n{(answer.Location is { } to ? $"Location: {to}\r\n" : "")}Connection: close\r\n\r\n";
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), _stop.Token);
                await client.GetStream().WriteAsync(answer.Body.AsMemory(0, answer.Cut ?? answer.Body.Length), _stop.Token);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
            {
                // The command hung up, or the test is over.
            }
        }
    }

    /// <summary>An answer; with <c>Cut</c> the connection ends after so many bytes of the body.</summary>
    internal sealed record Answer(int Status, string Type, byte[] Body, string? Location = null, int? Cut = null);
}
