using Microsoft.Extensions.Configuration;

namespace Gpu.Runtime.Caching;

/// <summary>A Redis server.</summary>
public sealed class RedisOptions
{
    /// <summary><c>host:port</c>, <c>host</c>, or <c>[address]:port</c> for IPv6.</summary>
    [ConfigurationKeyName("endpoint")]
    public string Endpoint { get; set; } = "localhost:6379";

    /// <summary>Whether a text can be an <see cref="Endpoint"/>.</summary>
    /// <param name="text">The text.</param>
    public static bool IsEndpoint(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return RedisEndpoint.TryRead(text, out _, out _);
    }

    /// <summary>The user of Redis's access lists; null for the default user.</summary>
    [ConfigurationKeyName("user")]
    public string? User { get; set; }

    /// <summary>The password; null for none. It is shown in no message. Prefer <see cref="PasswordFile"/>.</summary>
    [ConfigurationKeyName("password")]
    public string? Password { get; set; }

    /// <summary>A file whose first line is the password; null for none.</summary>
    [ConfigurationKeyName("password_file")]
    public string? PasswordFile { get; set; }

    /// <summary>Whether the connection is encrypted. The certificate must be of the endpoint's host.</summary>
    [ConfigurationKeyName("tls")]
    public bool Tls { get; set; }

    /// <summary>A PEM file with the authority that signed the server's certificate; null for the system's authorities.</summary>
    [ConfigurationKeyName("tls_authority")]
    public string? TlsAuthority { get; set; }

    /// <summary>The database that holds results, 0 to 1,023.</summary>
    /// <value>0</value>
    [ConfigurationKeyName("database")]
    public int Database { get; set; }

    /// <summary>The database that holds leases, 0 to 1,023; null for that of the results. They have a prefix and a connection of their own in any case.</summary>
    /// <value>null</value>
    [ConfigurationKeyName("lease_database")]
    public int? LeaseDatabase { get; set; }

    /// <summary>The longest that connecting may take, 50 ms to 1 minute.</summary>
    /// <value>500 ms</value>
    [ConfigurationKeyName("connect_timeout")]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromMilliseconds(500);
}
