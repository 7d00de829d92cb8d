using System.Text.RegularExpressions;

namespace Gpu.Runtime.Caching;

/// <summary>Checks the cache's settings; each message names the setting, its value and its bound. A password is in none.</summary>
internal static partial class CacheCheck
{
    public static IEnumerable<string> Failures(CacheOptions options)
    {
        if (!Name().IsMatch(options.Application))
        {
            yield return $"Cache.Application is '{options.Application}'; it must be 1 to 32 of a-z, 0-9 and -.";
        }

        (string Name, long Value, long Least, long Most)[] sizes =
        [
            (nameof(options.MemoryBytes), options.MemoryBytes, 0, 64L << 30),
            (nameof(options.FolderBytes), options.FolderBytes, 1L << 20, 1L << 40),
            (nameof(options.MaxValueBytes), options.MaxValueBytes, 1L << 10, 512L << 20),
        ];
        foreach (var (name, value, least, most) in sizes.Where(static s => s.Value < s.Least || s.Value > s.Most))
        {
            yield return $"Cache.{name} is {value}; it must be {least} to {most}.";
        }

        if (options.LeaseTime < TimeSpan.FromMilliseconds(500) || options.LeaseTime > TimeSpan.FromMinutes(5))
        {
            yield return $"Cache.LeaseTime is {options.LeaseTime}; it must be 500 ms to 5 minutes.";
        }

        foreach (var failure in options.Redis is { } redis ? Failures(redis) : [])
        {
            yield return failure;
        }
    }

    private static IEnumerable<string> Failures(RedisOptions options)
    {
        if (!RedisEndpoint.TryRead(options.Endpoint, out _, out _))
        {
            // What stands before an @ may be a password.
            yield return $"Redis.Endpoint is '{options.Endpoint[(options.Endpoint.LastIndexOf('@') + 1)..]}'; it must be {RedisEndpoint.Accepted}, without user and password.";
        }

        if (options.Database is < 0 or > 1_023 || options.LeaseDatabase is < 0 or > 1_023)
        {
            yield return $"Redis.Database is {options.Database} and Redis.LeaseDatabase {options.LeaseDatabase}; they must be 0 to 1023.";
        }

        if (options.ConnectTimeout < TimeSpan.FromMilliseconds(50) || options.ConnectTimeout > TimeSpan.FromMinutes(1))
        {
            yield return $"Redis.ConnectTimeout is {options.ConnectTimeout}; it must be 50 ms to 1 minute.";
        }

        if (options is { Password: not null, PasswordFile: not null })
        {
            yield return "Redis.Password and Redis.PasswordFile are both given; give one of them.";
        }

        if (options.TlsAuthority is not null && !options.Tls)
        {
            yield return "Redis.TlsAuthority is given without Redis.Tls; switch TLS on, or leave the authority out.";
        }
    }

    [GeneratedRegex("^[a-z0-9-]{1,32}$")]
    private static partial Regex Name();
}
