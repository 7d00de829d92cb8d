using System.Collections.Concurrent;
using System.Diagnostics;

namespace Gpu.Kernels.Launching;

/// <summary>
/// The threads that help callers with their launches: one fewer than there are processors, for the process, started at
/// the first launch that wants one. Not the thread pool's: there a launch would wait behind whatever else the host does,
/// and a pool whose threads all wait for launches would help none of them.
/// </summary>
internal static class HostHelpers
{
    private static readonly ConcurrentQueue<HostLaunch> Asked = new();
    private static readonly SemaphoreSlim Waiting = new(0);

    static HostHelpers()
    {
        for (var i = 0; i < Count; i++)
        {
            new Thread(Help) { IsBackground = true, Name = "Gpu host helper" }.Start();
        }
    }

    /// <summary>How many there are.</summary>
    public static int Count { get; } = Environment.ProcessorCount - 1;

    /// <summary>Asks for one helper, who comes when one is free.</summary>
    public static void Ask(HostLaunch launch)
    {
        Asked.Enqueue(launch);
        Waiting.Release();
    }

    private static void Help()
    {
        while (true)
        {
            Waiting.Wait();
            if (Asked.TryDequeue(out var launch))
            {
                var began = Stopwatch.GetTimestamp();
                launch.Help();
                HostHelp.Add(Stopwatch.GetTimestamp() - began);
            }
        }
    }
}
