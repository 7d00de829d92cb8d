using Gpu.Runtime.Scheduling;
using Gpu.Runtime.Scheduling.Core;

namespace Gpu.Runtime.Tests.Scheduling.Simulation;

/// <summary>A random machine, random work and random misfortune, all from a seed.</summary>
internal static class RandomHistory
{
    /// <summary>Plays it, and checks what must hold.</summary>
    public static SimWorld Play(int seed)
    {
        var random = new Random(seed);
        var faults = random.Next(3) > 0;
        var options = new CoreOptions
        {
            QueueLimit = random.Next(4) == 0 ? random.Next(1, 20) : 1000,
            BatchDelay = random.Next(3) == 0 ? random.Next(1, 50_000) : 0,
            BatchLimit = 1 << random.Next(8),
            HangTimeout = TimeSpan.TicksPerSecond,
            Quarantine = random.Next(1, 20) * 100 * TimeSpan.TicksPerMillisecond,
            MayFallBack = random.Next(2) == 0,
            TenantWeights = new Dictionary<string, double> { ["a"] = 3, ["b"] = 0.5 },
        };
        var fallbackFails = random.Next(4) == 0;
        var world = new SimWorld(options, random)
        {
            Fallback = core => fallbackFails ? null : new SimDevice(core) { Speed = 1e5 },
        };
        var devices = random.Next(1, 5);
        for (var i = 0; i < devices; i++)
        {
            world.Add($"gpu:{i}", random.Next(4) == 0, core => faults ? Faulty(core, random) : Sound(core, random));
        }

        var requests = random.Next(1, 120);
        var poisons = faults && random.Next(4) == 0;
        for (var i = 0; i < requests; i++)
        {
            world.At((long)(random.NextDouble() * random.Next(1, 3) * TimeSpan.TicksPerSecond / 4), () => Request(world, random, Nature(random, poisons)));
        }

        if (random.Next(6) == 0)
        {
            world.At(random.Next(1_000_000), () => world.Core.Pause(true, world.Now));
            world.At(random.Next(1_000_000, 5_000_000), () => world.Core.Pause(false, world.Now));
        }

        if (random.Next(6) == 0)
        {
            var drain = random.Next(2) == 0;
            world.At(random.Next(4_000_000), () =>
            {
                if (drain)
                {
                    world.Core.Drain(static () => new EngineStoppedError("simulated drain"));
                }
                else
                {
                    world.Core.Close(static () => new EngineStoppedError("simulated end"), world.Now);
                }
            });
        }

        world.Run();
        if (!faults)
        {
            Assert.All(world.Check.Outcomes, static o => Assert.True(
                o.Outcome is RequestOutcome.Cancelled or RequestOutcome.QueueFull or RequestOutcome.DeadlineExceeded or RequestOutcome.Stopped
                || o.Outcome == (((SimWork)o.Item.Work).Nature == SimNature.Bad ? RequestOutcome.Failed : RequestOutcome.Completed),
                $"{o.Item.Operation} ended as {o.Outcome} though no device failed"));
        }

        return world;
    }

    private static void Request(SimWorld world, Random random, SimNature nature)
    {
        var work = new SimWork($"op{random.Next(3)}", 1L << random.Next(4, 16), random.Next(3) == 0 ? 1 : 1 << random.Next(8), nature);
        var options = new WorkOptions { Priority = (WorkPriority)random.Next(3), Tenant = random.Next(3) switch { 0 => "a", 1 => "b", _ => "" } };
        var deadline = random.Next(4) == 0 ? world.Now + random.Next(-10, 5_000_000) : long.MaxValue;

        // Released with the history.
        var cancellation = random.Next(5) == 0 ? new CancellationTokenSource() : null;
        var item = world.Submit(work, options, deadline, cancellation);
        if (cancellation is not null)
        {
            world.At(world.Now + random.Next(2_000_000), () =>
            {
                cancellation.Cancel();
                world.Cancel(item);
                cancellation.Dispose();
            });
        }
    }

    private static SimNature Nature(Random random, bool poisons) => random.Next(30) switch
    {
        0 => SimNature.Bad,
        1 when poisons => SimNature.Poison,
        _ => SimNature.Sound,
    };

    private static SimDevice Sound(CoreDevice core, Random random) => new(core) { Speed = Math.Pow(10, 5 + (3 * random.NextDouble())) };

    private static SimDevice Faulty(CoreDevice core, Random random)
    {
        double Chance() => random.Next(3) == 0 ? Math.Pow(random.NextDouble(), 3) / 2 : 0;
        return new SimDevice(core)
        {
            Speed = Math.Pow(10, 5 + (3 * random.NextDouble())),
            Room = random.Next(4) == 0 ? random.Next(1, 1 << 17) : long.MaxValue,
            FailureChance = Chance(),
            HangChance = Chance() / 4,
            LateChance = Chance() / 4,
            LossChance = Chance() / 2,
            SlowChance = Chance(),
            CanaryFailureChance = Chance(),
        };
    }
}
