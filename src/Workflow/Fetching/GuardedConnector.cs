using System.Net;
using System.Net.Sockets;
using Gpu.Workflow.Extraction;

namespace Gpu.Workflow.Fetching;

/// <summary>
/// Opens connections to public addresses only. It resolves the name itself and connects to the very address that it
/// judged, so that a name which changes its address between check and use gains nothing.
/// </summary>
/// <param name="allows">Which addresses may be connected to.</param>
/// <param name="resolve">Name resolution; the system's, but for tests.</param>
internal sealed class GuardedConnector(Predicate<IPAddress> allows, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
{
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve = resolve ?? Dns.GetHostAddressesAsync;

    /// <summary>Connects; the shape that <see cref="SocketsHttpHandler.ConnectCallback"/> asks for.</summary>
    /// <exception cref="PageError">No address of the host may be connected to.</exception>
    /// <exception cref="SocketException">No such host, or none of its addresses answers.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await _resolve(host, cancellationToken).ConfigureAwait(false);
        var allowed = Array.FindAll(addresses, allows);
        if (allowed.Length == 0 && addresses.Length > 0)
        {
            var uri = context.InitialRequestMessage.RequestUri;
            throw new PageError(
                PageErrorKind.Refused,
                $"{uri} was refused: {(literal is null ? $"{host} is {string.Join(", ", addresses.Select(a => a.ToString()))}," : $"{host} is")} not an address of the public internet. Allow private addresses (--allow-private) to fetch from this machine or network.");
        }

        SocketException? last = null;
        foreach (var address in allowed)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, context.DnsEndPoint.Port), cancellationToken).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException error)
            {
                // The next address of the host may answer; the last failure is thrown when none does.
                socket.Dispose();
                last = error;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        throw last ?? new SocketException((int)SocketError.HostNotFound);
    }
}
