using System.Net;
using System.Net.Sockets;
using Microsoft.Security.AntiSSRF;

namespace Gpu.Workflow.Fetching;

/// <summary>
/// Tells addresses of the public internet from all others. The ranges are those that Microsoft's AntiSSRF library keeps from
/// IANA's special-purpose registries (private, loopback, link-local, carrier-grade NAT, multicast, documentation, IPv6
/// unique local, transition prefixes, cloud metadata); the check of the address that is really connected to is in
/// <see cref="GuardedConnector"/>, because the library's own handler hides decompression, time limits and which address it refused.
/// </summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] Refused =
    [
        .. IPAddressRanges.recommendedLatest.Select(range => IPNetwork.Parse(range)),

        // Cloud hosts answer to their guests only here; the address itself is a public one.
        .. IPAddressRanges.wireserver.Select(range => IPNetwork.Parse(range)),

        // IPv4-compatible IPv6, deprecated: another spelling of any IPv4 address.
        IPNetwork.Parse("::/96"),
    ];

    /// <summary>Whether an address is on the public internet.</summary>
    /// <param name="address">IPv4 or IPv6; IPv4 inside IPv6 is judged as the IPv4 address.</param>
    public static bool Is(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (plain.AddressFamily is not (AddressFamily.InterNetwork or AddressFamily.InterNetworkV6))
        {
            return false;
        }

        foreach (var range in Refused)
        {
            if (range.Contains(plain))
            {
                return false;
            }
        }

        return true;
    }
}
