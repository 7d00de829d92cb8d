using System.Globalization;

namespace Gpu.Runtime.Caching;

/// <summary>Reads the address of a Redis.</summary>
internal static class RedisEndpoint
{
    public const int DefaultPort = 6379;
    public const string Accepted = "host:port, such as localhost:6379";

    /// <summary>Takes an address apart. User, password and scheme do not belong in it: it is shown in messages.</summary>
    public static bool TryRead(string text, out string host, out int port)
    {
        (host, port) = (text, DefaultPort);
        if (text.StartsWith('['))
        {
            var end = text.IndexOf(']', StringComparison.Ordinal);
            if (end < 0)
            {
                return false;
            }

            host = text[1..end];
            return Uri.CheckHostName(host) == UriHostNameType.IPv6 && (end == text.Length - 1 || (text[end + 1] == ':' && TryPort(text[(end + 2)..], out port)));
        }

        var colon = text.LastIndexOf(':');
        if (colon >= 0)
        {
            host = text[..colon];
            if (!TryPort(text[(colon + 1)..], out port))
            {
                return false;
            }
        }

        return Uri.CheckHostName(host) is UriHostNameType.Dns or UriHostNameType.IPv4;
    }

    private static bool TryPort(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is >= 1 and <= 65_535;
}
