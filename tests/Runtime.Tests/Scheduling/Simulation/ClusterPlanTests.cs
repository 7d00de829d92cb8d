using System.Globalization;
using Gpu.Runtime.Scheduling;
using Gpu.Runtime.Scheduling.Core;

namespace Gpu.Runtime.Tests.Scheduling.Simulation;

/// <summary>
/// Plans past this machine: how long the engine's own decisions take to get much work done on 1 to 64 devices of mixed speed,
/// against the least that is possible. The table of docs/scheduler.md.
/// </summary>
public class ClusterPlanTests
{
    internal static readonly double[] Mixes = [1, 0.75, 0.5, 0.25, 1, 0.1, 1.5, 2];

    [Theory]
    [InlineData(2, "unequal", 1000)]
    [InlineData(8, "equal", 2000)]
    [InlineData(8, "mixed", 2000)]
    [InlineData(64, "equal", 8000)]
    [InlineData(64, "mixed", 8000)]
    [InlineData(64, "mixed, 4 lost on the way", 8000)]
    public void Makespan_is_within_a_tenth_of_the_lower_bound(int devices, string kind, int tasks)
    {
        var random = new Random(devices + tasks);
        var world = new SimWorld(new CoreOptions { QueueLimit = 100_000, HangTimeout = 100 * TimeSpan.TicksPerSecond }, random);
        var speeds = Enumerable.Range(0, devices).Select(i => kind == "equal" ? 1e6 : kind == "unequal" ? 1e6 / (1 + (2 * i)) : 1e6 * Mixes[i % Mixes.Length]).ToArray();
        for (var i = 0; i < devices; i++)
        {
            world.Add($"gpu:{i}", false, core => new SimDevice(core) { Speed = speeds[i], Launch = 20e-6, Noise = 0.1 });
        }

        // Tasks of three operations and of 1 to 32 ms on a device of speed 1; what is known of costs is learned on the way.
        double units = 0;
        for (var i = 0; i < tasks; i++)
        {
            var size = (long)(1000 * Math.Pow(2, 5 * random.NextDouble()));
            units += size;
            world.Submit(new SimWork($"op{i % 3}", size, 1));
        }

        var lost = 0;
        if (kind.Contains("lost", StringComparison.Ordinal))
        {
            for (var i = 0; i < devices; i += 16)
            {
                var device = world.Devices[i];
                world.At(TimeSpan.TicksPerSecond / 4, () => device.LostNow = true);
                lost++;
            }
        }

        world.Over = () => world.Check.Ended == tasks;
        world.Run();
        Assert.All(world.Check.Outcomes, static o => Assert.Equal(RequestOutcome.Completed, o.Outcome));
        var left = speeds.Where((_, i) => lost == 0 || i % 16 != 0).Sum();

        // Those that are lost have worked until then.
        var bound = lost == 0 ? units / speeds.Sum() : ((units - (0.25 * (speeds.Sum() - left))) / left);
        var made = world.Check.LastEnd / (double)TimeSpan.TicksPerSecond;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {devices} | {kind} | {tasks:N0} | {made:0.000} | {bound:0.000} | {made / bound:0.000} |"));
        Assert.InRange(made / bound, 1 - 0.1, 1.1);
    }
}
