using System.Globalization;

namespace Gpu.Runtime.Devices;

/// <summary>The memory that this process may use: the machine's, or less in a container.</summary>
internal static class HostMemory
{
    public static long Bytes() => OperatingSystem.IsLinux()
        ? Linux("/", GC.GetGCMemoryInfo().TotalAvailableMemoryBytes)
        : GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;

    /// <summary>The least of what the kernel and the control groups (both versions, at every level above this process) say.</summary>
    /// <param name="root">Where the files lie: "/" but in tests.</param>
    /// <param name="unknown">The answer where none of them can be read.</param>
    internal static long Linux(string root, long unknown)
    {
        var least = long.MaxValue;
        if (TryRead(Path.Combine(root, "proc/meminfo")) is { } memory)
        {
            foreach (var line in memory.AsSpan().EnumerateLines())
            {
                if (line.StartsWith("MemTotal:") && long.TryParse(line["MemTotal:".Length..].Trim().ToString().Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var kilobytes))
                {
                    least = kilobytes * 1024;
                }
            }
        }

        foreach (var line in (TryRead(Path.Combine(root, "proc/self/cgroup")) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            // hierarchy:controllers:path, with empty controllers for version 2.
            var parts = line.Split(':', 3);
            if (parts.Length != 3)
            {
                continue;
            }

            var (folder, file) = parts[1].Length == 0 ? ("sys/fs/cgroup", "memory.max") : ("sys/fs/cgroup/memory", "memory.limit_in_bytes");
            if (parts[1].Length == 0 || parts[1].Split(',').Contains("memory"))
            {
                least = Math.Min(least, LeastUpwards(Path.Combine(root, folder), parts[2], file));
            }
        }

        return least == long.MaxValue ? unknown : least;
    }

    private static long LeastUpwards(string folder, string path, string file)
    {
        var least = long.MaxValue;
        for (var at = path.Trim('/'); ; at = at[..Math.Max(0, at.LastIndexOf('/'))])
        {
            // "max" (version 2) does not parse: no limit. Version 1 says a number near 2^63, which loses against the machine's.
            if (long.TryParse(TryRead(Path.Combine(folder, at, file))?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0)
            {
                least = Math.Min(least, limit);
            }

            if (at.Length == 0)
            {
                return least;
            }
        }
    }

    private static string? TryRead(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A file that may not be read sets no limit that could be known.
            return null;
        }
    }
}
