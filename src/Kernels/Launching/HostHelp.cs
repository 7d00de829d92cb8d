using System.Diagnostics;

namespace Gpu.Kernels.Launching;

/// <summary>What the process's helper threads did for launches on the CPU accelerator: a part of the processor's utilisation.</summary>
public static class HostHelp
{
    private static long _ticks;

    /// <summary>Time that the helpers spent in launches since the process began, all of them together.</summary>
    public static TimeSpan Busy => Stopwatch.GetElapsedTime(0, Interlocked.Read(ref _ticks));

    internal static void Add(long ticks) => Interlocked.Add(ref _ticks, ticks);
}
