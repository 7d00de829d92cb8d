using System.Diagnostics;
using Gpu.Benchmarks.Comparing;
using ILGPU.Runtime;

namespace Gpu.Benchmarks.Bandwidth;

/// <summary>The time of a launch, without what it takes to wait for its end: many are queued and waited for together.</summary>
internal static class LaunchTime
{
    private const int Rounds = 5;
    private const int MostQueued = 1000;

    /// <summary>The median seconds of a launch.</summary>
    public static double Median(Accelerator accelerator, Action launch, int milliseconds)
    {
        // The first compiles; the others bring the JIT to its last tier and the clock up.
        launch();
        accelerator.Synchronize();
        var one = Round(accelerator, launch, 3);
        var queued = (int)Math.Clamp(milliseconds / 1000.0 / Rounds / one, 1, MostQueued);
        Round(accelerator, launch, queued);
        return Timing.Median([.. Enumerable.Range(0, Rounds).Select(_ => Round(accelerator, launch, queued))]);
    }

    private static double Round(Accelerator accelerator, Action launch, int queued)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < queued; i++)
        {
            launch();
        }

        accelerator.Synchronize();
        return Stopwatch.GetElapsedTime(start).TotalSeconds / queued;
    }
}
