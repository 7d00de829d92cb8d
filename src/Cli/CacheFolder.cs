namespace Gpu.Cli;

/// <summary>Where the system wants what can be made again.</summary>
internal static class CacheFolder
{
    private const string Name = "gpu";

    /// <summary>The user's folder; null where the user has none, as some services have not.</summary>
    public static string? Usual()
    {
        if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } named && Path.IsPathFullyQualified(named))
        {
            return Path.Combine(named, Name);
        }

        if (OperatingSystem.IsWindows())
        {
            return Under(Environment.SpecialFolder.LocalApplicationData, Name, "cache");
        }

        return OperatingSystem.IsMacOS() ? Under(Environment.SpecialFolder.UserProfile, "Library", "Caches", Name) : Under(Environment.SpecialFolder.UserProfile, ".cache", Name);
    }

    private static string? Under(Environment.SpecialFolder folder, params string[] names) =>
        Environment.GetFolderPath(folder, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } home ? Path.Combine([home, .. names]) : null;
}
