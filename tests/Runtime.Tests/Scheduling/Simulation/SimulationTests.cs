using System.Diagnostics;
using System.Globalization;
using Gpu.Runtime.Scheduling;
using Gpu.Runtime.Scheduling.Core;

namespace Gpu.Runtime.Tests.Scheduling.Simulation;

/// <summary>
/// Thousands of random histories of the scheduler's decisions. GPU_SIMULATION_SEED=N plays one again, GPU_SIMULATION_COUNT=N
/// plays that many.
/// </summary>
public class SimulationTests
{
    private const int Histories = 5000;
    private const int FirstSeed = 20_261_124;

    [Fact]
    public void In_thousands_of_random_histories_nothing_is_lost_or_done_twice_and_everything_ends()
    {
        if (Number("GPU_SIMULATION_SEED") is { } seed)
        {
            RandomHistory.Play(seed);
            return;
        }

        var count = Number("GPU_SIMULATION_COUNT") ?? Histories;
        var outcomes = new long[Enum.GetValues<RequestOutcome>().Length];
        long batches = 0;
        var start = Stopwatch.GetTimestamp();
        Parallel.For(FirstSeed, FirstSeed + count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
        {
            try
            {
                var world = RandomHistory.Play(i);
                Interlocked.Add(ref batches, world.Check.Batches);
                foreach (var (_, outcome) in world.Check.Outcomes)
                {
                    Interlocked.Increment(ref outcomes[(int)outcome]);
                }
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"GPU_SIMULATION_SEED={i} plays this history again: {e.Message}", e);
            }
        });

        var ends = string.Join(", ", outcomes.Select(static (n, i) => $"{n:N0} {(RequestOutcome)i}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Simulation: {count:N0} schedules from seed {FirstSeed}, {outcomes.Sum():N0} requests in {batches:N0} batches, {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s; {ends}"));
        Assert.All(
            outcomes.Select(static (n, i) => (Count: n, Outcome: (RequestOutcome)i)), static o =>
            Assert.True(o.Count > 0, $"no history ended a request as {o.Outcome}: the simulation does not cover it"));
    }

    [Fact]
    public void No_device_is_idle_while_work_waits_where_all_are_alike()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            var world = new SimWorld(new CoreOptions(), random) { Check = { WorkConserving = true } };
            for (var i = 0; i <= seed % 6; i++)
            {
                world.Add($"gpu:{i}", false, core => new SimDevice(core) { Noise = 0 });
            }

            for (var i = 0; i < 200; i++)
            {
                world.At(random.Next(200_000), () => world.Submit(new SimWork("op", 1000, 1), new WorkOptions { Priority = (WorkPriority)random.Next(3) }));
            }

            world.Run();
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 3)]
    [InlineData(10, 1)]
    public void Tenants_that_always_have_work_waiting_share_devices_by_their_weights(double first, double second)
    {
        var options = new CoreOptions { QueueLimit = 100_000, TenantWeights = new Dictionary<string, double> { ["first"] = first, ["second"] = second } };
        var world = new SimWorld(options, new Random(1));
        world.Add("gpu:0", false, core => new SimDevice(core));
        world.Add("gpu:1", false, core => new SimDevice(core) { Speed = 3e6 });

        // The first asks for ten times as much and as large, and came before.
        for (var i = 0; i < 20_000; i++)
        {
            world.Submit(new SimWork("large", 10_000 + i, 1), new WorkOptions { Tenant = "first", Priority = WorkPriority.High });
        }

        var left = 2000;
        for (var i = 0; i < left; i++)
        {
            world.Submit(new SimWork("small", 1000 + i, 1), new WorkOptions { Tenant = "second" });
        }

        var used = new Dictionary<string, double> { ["first"] = 0, ["second"] = 0 };
        world.Check.Started = batch =>
        {
            left -= batch.Items[0].Options.Tenant == "second" ? 1 : 0;
            if (left > 0)
            {
                used[batch.Items[0].Options.Tenant] += batch.Size / (batch.Device.Id == "gpu:0" ? 1e6 : 3e6);
            }
        };
        world.Run();
        Assert.InRange(used["first"] / used["second"], 0.85 * first / second, 1.15 * first / second);
    }

    [Fact]
    public void Work_of_low_priority_waits_no_longer_than_ageing_makes_it()
    {
        var options = new CoreOptions { QueueLimit = 100_000, Ageing = TimeSpan.TicksPerMillisecond * 100 };
        var world = new SimWorld(options, new Random(2));
        world.Add("gpu:0", false, core => new SimDevice(core) { Noise = 0 });

        // More than the device can do, all of it before the low one by priority.
        for (var i = 0; i < 3000; i++)
        {
            world.At(i * 4000L, () => world.Submit(new SimWork("urgent", 1000, 1), new WorkOptions { Priority = WorkPriority.High }));
        }

        WorkItem? low = null;
        world.At(100, () => low = world.Submit(new SimWork("patient", 1000, 1), new WorkOptions { Priority = WorkPriority.Low }));
        var overtaking = 0L;
        world.Check.Started = batch => overtaking = low is { State: WorkState.Waiting } ? Math.Max(overtaking, batch.Items[0].Submitted - low.Submitted) : overtaking;
        world.Run();
        Assert.InRange(overtaking, options.Ageing, 2 * options.Ageing);
    }

    private static int? Number(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;
}
