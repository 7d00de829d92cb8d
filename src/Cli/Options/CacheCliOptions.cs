using System.CommandLine;
using Gpu.Runtime.Caching;
using Gpu.Workflow.Jobs;

namespace Gpu.Cli.Options;

/// <summary>The options of the cache. Each has a variable of the environment too; the password only has that, and a file: a command line is seen by everybody on the machine.</summary>
internal static class CacheCliOptions
{
    private const string PasswordVariable = "GPU_REDIS_PASSWORD";

    public static Option<bool> NoCache { get; } = new("--no-cache") { Description = "Make everything anew, and keep nothing. [GPU_NO_CACHE=1]" };

    public static Option<string?> Folder { get; } = new("--cache-folder") { HelpName = "FOLDER", Description = "Where results are kept for later runs, without a Redis. [GPU_CACHE_FOLDER; default: gpu in the user's cache folder]" };

    public static Option<string?> Redis { get; } = Values.Option("--redis", "Keep results in this Redis, for all machines that use it. [GPU_REDIS]", "HOST:PORT", "host:port, such as localhost:6379, without user and password", (string text, out string? value) =>
    {
        value = text;
        return RedisOptions.IsEndpoint(text);
    });

    public static Option<string?> User { get; } = new("--redis-user") { HelpName = "NAME", Description = "Redis's user. [GPU_REDIS_USER]" };

    public static Option<string?> PasswordFile { get; } = new("--redis-password-file") { HelpName = "FILE", Description = $"A file whose first line is Redis's password. [or the password itself in {PasswordVariable}]" };

    public static Option<bool> Tls { get; } = new("--redis-tls") { Description = "Encrypt the connection to Redis. [GPU_REDIS_TLS=1]" };

    public static Option<string?> Authority { get; } = new("--redis-ca") { HelpName = "FILE", Description = "The authority that signed Redis's certificate, as PEM; implies --redis-tls. [GPU_REDIS_CA; default: the system's authorities]" };

    /// <summary>All that say where results are kept.</summary>
    public static IEnumerable<Option> Place => [Folder, Redis, User, PasswordFile, Tls, Authority];

    /// <summary>All of them.</summary>
    public static IEnumerable<Option> All => [NoCache, .. Place];

    /// <summary>Sets what the options say.</summary>
    public static void Apply(ParseResult parsed, WorkflowOptions options)
    {
        options.UseCache = !IsCacheOff(parsed);
        options.Cache = Read(parsed);
    }

    /// <summary>Where it is kept how long operations take on the devices: beside the results; null where nothing is to be kept.</summary>
    public static string? CostsPath(ParseResult parsed) =>
        !IsCacheOff(parsed) && (Text(parsed, Folder, "GPU_CACHE_FOLDER") ?? CacheFolder.Usual()) is { } folder ? Path.Combine(folder, "costs.json") : null;

    /// <summary>Where results are kept.</summary>
    /// <exception cref="UsageError">Options do not agree with each other.</exception>
    public static CacheOptions Read(ParseResult parsed)
    {
        var authority = Text(parsed, Authority, "GPU_REDIS_CA");
        var file = Value(parsed, PasswordFile);
        var tls = Value(parsed, Tls) || IsOn("GPU_REDIS_TLS") || authority is not null;
        if (Text(parsed, Redis, "GPU_REDIS") is { } endpoint)
        {
            return new CacheOptions
            {
                Redis = new RedisOptions
                {
                    Endpoint = endpoint,
                    User = Text(parsed, User, "GPU_REDIS_USER"),
                    Password = file is null ? Variable(PasswordVariable) : null,
                    PasswordFile = file,
                    Tls = tls,
                    TlsAuthority = authority,
                },
            };
        }

        return Value(parsed, User) is null && file is null && Value(parsed, Authority) is null && !Value(parsed, Tls)
            ? new CacheOptions { Folder = Text(parsed, Folder, "GPU_CACHE_FOLDER") ?? CacheFolder.Usual() }
            : throw new UsageError("--redis-user, --redis-password-file, --redis-tls and --redis-ca need --redis: name the server, or leave them out.");
    }

    private static bool IsCacheOff(ParseResult parsed) => Value(parsed, NoCache) || IsOn("GPU_NO_CACHE");

    // A command that does not have an option answers as if it were not given.
    private static T? Value<T>(ParseResult parsed, Option<T> option) => parsed.GetResult(option) is null ? default : parsed.GetValue(option);

    private static string? Text(ParseResult parsed, Option<string?> option, string variable) => Value(parsed, option) ?? Variable(variable);

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static bool IsOn(string name) => Variable(name) is "1" or "true" or "yes";
}
