using System.Diagnostics;

namespace Gpu.Benchmarks.Comparing;

/// <summary>How a turn is timed: the same for us here and for the peers in peers.py.</summary>
internal static class Timing
{
    private const int Least = 3;
    private const int Most = 15;

    // Past the first tier of the JIT, which ends after 30 calls and a tenth of a second without new methods.
    private const int WarmCalls = 60;
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(0.05);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(0.5);

    /// <summary>Calls until the code is compiled at its last tier.</summary>
    public static void WarmUp(Action run)
    {
        var start = Stopwatch.GetTimestamp();
        for (var calls = 0; calls < WarmCalls || Stopwatch.GetElapsedTime(start) < Warm; calls++)
        {
            run();
            if (calls >= Least && Stopwatch.GetElapsedTime(start) > 8 * Warm)
            {
                break;
            }
        }
    }

    /// <summary>
    /// The median seconds of a few calls, after one outside the measure: the caches were somebody else's. A long call has
    /// filled its caches many times over, and counts.
    /// </summary>
    public static double Median(Action run)
    {
        var before = Stopwatch.GetTimestamp();
        run();
        if (Stopwatch.GetElapsedTime(before) is var first && first > Long)
        {
            return first.TotalSeconds;
        }

        var calls = new List<double>(Most);
        var begin = Stopwatch.GetTimestamp();
        while (calls.Count < Least || (calls.Count < Most && Stopwatch.GetElapsedTime(begin) < Turn))
        {
            var start = Stopwatch.GetTimestamp();
            run();
            calls.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return Median(calls);
    }

    /// <summary>The middle value, or the mean of the two.</summary>
    public static double Median(IReadOnlyCollection<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
