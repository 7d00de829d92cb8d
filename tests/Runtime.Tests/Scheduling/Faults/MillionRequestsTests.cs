using Gpu.Runtime.Tests.Support;

namespace Gpu.Runtime.Tests.Scheduling.Faults;

/// <summary>Measures the process's memory, so nothing else may run.</summary>
[CollectionDefinition(nameof(MillionRequestsTests), DisableParallelization = true)]
[Collection(nameof(MillionRequestsTests))]
public class MillionRequestsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_million_small_requests_leave_memory_as_it_was()
    {
        const int Waves = 250, Wave = 4000;
        await using var engine = await Engines.CpuAsync(configure: static o => o.QueueLimit = 2 * Wave);
        int[] from = Enumerable.Range(0, Wave).ToArray(), to = new int[Wave];
        var works = from.Select(i => new GroupWork(from.AsMemory(i, 1), to.AsMemory(i, 1))).ToArray();
        var tasks = new Task[Wave];
        long settled = 0;
        for (var wave = 0; wave < Waves; wave++)
        {
            for (var i = 0; i < Wave; i++)
            {
                tasks[i] = engine.RunAsync(works[i], cancellationToken: Token);
            }

            await Task.WhenAll(tasks);
            if (wave == Waves / 10)
            {
                settled = GC.GetTotalMemory(forceFullCollection: true);
            }
        }

        Array.Clear(tasks);
        Assert.Equal((long)Waves * Wave, engine.Instruments.Completed);
        Assert.Equal(Enumerable.Range(1, Wave), to);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - settled, long.MinValue, 2_000_000);
        Engines.AssertNothingInUse(engine);
    }
}
