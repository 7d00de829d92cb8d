using Gpu.Runtime;

namespace Gpu.Workflow.Fetching;

/// <summary>How pages and pictures are fetched. Pages are untrusted: each limit holds for every redirect and after decompression.</summary>
public sealed record FetchOptions
{
    /// <summary>The longest that one page or picture may take in all, redirects and body included.</summary>
    /// <value>30 seconds. From 100 milliseconds to 10 minutes.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The most bytes of a page, after decompression. Of a larger one the first 16,777,216 letters are read.</summary>
    /// <value>16 MiB. From 1 KiB to 256 MiB.</value>
    public long MaxPageBytes { get; init; } = 16L << 20;

    /// <summary>The most bytes of an encoded picture, after decompression of the transfer.</summary>
    /// <value>32 MiB. From 1 KiB to 512 MiB.</value>
    public long MaxPictureBytes { get; init; } = 32L << 20;

    /// <summary>How many redirects are followed.</summary>
    /// <value>10. From 0 to 50.</value>
    public int MaxRedirects { get; init; } = 10;

    /// <summary>Whether addresses of this machine and of private networks may be fetched. Leave it off where others choose the URLs.</summary>
    /// <value><see langword="false"/>.</value>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>Whether pages and pictures are fetched that their host's robots.txt (RFC 9309) forbids to programs. Set it only with the site's leave.</summary>
    /// <value><see langword="false"/>.</value>
    public bool IgnoreRobots { get; init; }

    /// <summary>How many requests a host gets at a time.</summary>
    /// <value>6, as browsers do. From 1 to 64.</value>
    public int MaxRequestsPerHost { get; init; } = 6;

    /// <summary>What servers are told about the client.</summary>
    /// <value><c>Mozilla/5.0 (compatible; Gpu/0.1)</c>. 1 to 256 printable ASCII characters.</value>
    public string UserAgent { get; init; } = "Mozilla/5.0 (compatible; Gpu/0.1)";

    /// <summary>Checks every setting.</summary>
    /// <exception cref="ConfigurationError">A setting is out of its bounds; the message names it, its value and the bounds.</exception>
    public void Validate()
    {
        Check(nameof(Timeout), Timeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(10));
        Check(nameof(MaxPageBytes), MaxPageBytes, 1L << 10, 256L << 20);
        Check(nameof(MaxPictureBytes), MaxPictureBytes, 1L << 10, 512L << 20);
        Check(nameof(MaxRequestsPerHost), MaxRequestsPerHost, 1, 64);
        Check(nameof(MaxRedirects), MaxRedirects, 0, 50);
        if (UserAgent is not { Length: > 0 and <= 256 } || UserAgent.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            throw new ConfigurationError($"{nameof(FetchOptions)}.{nameof(UserAgent)} is '{UserAgent}'; give 1 to 256 printable ASCII characters.");
        }
    }

    private static void Check<T>(string name, T value, T least, T most)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
        {
            throw new ConfigurationError($"{nameof(FetchOptions)}.{name} is {value}; give a value from {least} to {most}.");
        }
    }
}
