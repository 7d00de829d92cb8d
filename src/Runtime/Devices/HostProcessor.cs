using System.Runtime.InteropServices;

namespace Gpu.Runtime.Devices;

/// <summary>The name of this machine's processor.</summary>
internal static class HostProcessor
{
    private const string CpuInfo = "/proc/cpuinfo";

    // x86 says "model name"; ARM boards say "Model" or "Hardware", POWER "cpu", s390 "processor 0".
    private static readonly string[] Keys = ["model name", "Hardware", "Model", "cpu"];

    public static string Name()
    {
        if (OperatingSystem.IsLinux())
        {
            return (TryRead(CpuInfo) is { } text ? FromCpuInfo(text) : null) ?? Fallback();
        }

        // Windows sets it for every process, such as "AMD64 Family 25 Model 1 Stepping 1, AuthenticAMD".
        return Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") is { Length: > 0 } name ? name : Fallback();
    }

    internal static string? FromCpuInfo(string text)
    {
        foreach (var key in Keys)
        {
            foreach (var line in text.AsSpan().EnumerateLines())
            {
                var colon = line.IndexOf(':');
                if (colon > 0 && line[..colon].Trim().SequenceEqual(key) && !line[(colon + 1)..].Trim().IsEmpty)
                {
                    return string.Join(' ', line[(colon + 1)..].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
                }
            }
        }

        return null;
    }

    private static string? TryRead(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The name is for people; a sandbox without /proc still computes.
            return null;
        }
    }

    private static string Fallback() => $"{RuntimeInformation.ProcessArchitecture} processor";
}
