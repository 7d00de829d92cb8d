using System.Buffers.Binary;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Gpu.EndToEnd.Support;

/// <summary>A server on this machine that speaks HTTP/2 over TLS and nothing else: one page for every address (RFC 9113).</summary>
internal sealed class Http2Site : IAsyncDisposable
{
    private const byte Data = 0, Headers = 1, Settings = 4, Ping = 6;
    private const byte EndStream = 1, Acknowledged = 1, EndHeaders = 4;
    private static readonly byte[] Preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray();

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly X509Certificate2 _certificate = Certificate();
    private readonly List<Task> _connections = [];
    private readonly byte[] _page;
    private readonly Task _accepting;

    public Http2Site(string page)
    {
        _page = Encoding.UTF8.GetBytes(page);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>The certificate that a client has to trust.</summary>
    public string Pem => _certificate.ExportCertificatePem();

    public string Url => $"https://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}/";

    /// <summary>Requests that came over HTTP/2.</summary>
    public int Requests { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        await Task.WhenAll(_connections);
        _listener.Dispose();
        _certificate.Dispose();
        _stop.Dispose();
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
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
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            await using var stream = new SslStream(client.GetStream());
            await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate, ApplicationProtocols = [SslApplicationProtocol.Http2] }, _stop.Token);
            var start = new byte[Preface.Length];
            await stream.ReadExactlyAsync(start, _stop.Token);
            Assert.Equal(Preface, start);
            await WriteAsync(stream, Settings, 0, 0, []);
            var head = new byte[9];
            while (true)
            {
                await stream.ReadExactlyAsync(head, _stop.Token);
                var body = new byte[(head[0] << 16) | (head[1] << 8) | head[2]];
                await stream.ReadExactlyAsync(body, _stop.Token);
                await AnswerAsync(stream, head[3], head[4], BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(5)), body);
            }
        }
        catch (Exception e) when (e is EndOfStreamException or IOException or OperationCanceledException)
        {
            // The client hung up, or the test is over.
        }
    }

    private async Task AnswerAsync(SslStream stream, byte type, byte flags, int id, byte[] body)
    {
        switch (type)
        {
            case Settings when (flags & Acknowledged) == 0:
                await WriteAsync(stream, Settings, Acknowledged, 0, []);
                break;
            case Ping when (flags & Acknowledged) == 0:
                await WriteAsync(stream, Ping, Acknowledged, 0, body);
                break;
            case Headers:
                Requests++;

                // HPACK (RFC 7541): ":status: 200" is entry 8 of the static table, "content-type" 31, its value as it is.
                await WriteAsync(stream, Headers, EndHeaders, id, [0x88, 0x0f, 31 - 15, 9, .. "text/html"u8]);
                await WriteAsync(stream, Data, EndStream, id, _page);
                break;
            default:
                break;
        }
    }

    private async Task WriteAsync(SslStream stream, byte type, byte flags, int id, byte[] body)
    {
        var frame = new byte[9 + body.Length];
        frame[0] = (byte)(body.Length >> 16);
        frame[1] = (byte)(body.Length >> 8);
        frame[2] = (byte)body.Length;
        frame[3] = type;
        frame[4] = flags;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), id);
        body.CopyTo(frame, 9);
        await stream.WriteAsync(frame, _stop.Token);
    }
}
