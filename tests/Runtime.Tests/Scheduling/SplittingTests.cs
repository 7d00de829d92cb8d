using Gpu.Kernels.Scoring;
using Gpu.Runtime.Devices;
using Gpu.Runtime.Scheduling;
using Gpu.Runtime.Scheduling.Core;
using Gpu.Runtime.Scheduling.Costs;
using Gpu.Runtime.Tests.Support;

namespace Gpu.Runtime.Tests.Scheduling;

public class SplittingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Shares_are_in_proportion_to_speed_and_less_for_the_busy()
    {
        var core = Core(("a", 1e-6), ("b", 3e-6));
        Assert.Equal([750_000, 250_000], core.Split("op", 1_000_000, 1_000_000, 1000, 0));
        Assert.Empty(core.Split("op", 1_000_000, 1_000_000, 600_000, 0));
        Assert.Empty(core.Split("other", 1_000_000, 1_000_000, 1000, 0));
        Assert.Empty(core.Split("op", 1000, 1000, 10, 0));
    }

    [Fact]
    public void A_device_that_is_too_slow_to_help_gets_nothing()
    {
        var core = Core(("a", 1e-6), ("b", 1e-2), ("c", 1e-6));
        Assert.Equal([500_000, 500_000], core.Split("op", 1_000_000, 1_000_000, 1000, 0));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_large_score_runs_on_all_devices_and_gives_the_bits_of_one(bool pocl)
    {
        const int Rows = 120_000, Columns = 32;
        var random = new Random(5);
        var features = Enumerable.Range(0, Rows * Columns).Select(_ => (float)random.NextDouble()).ToArray();
        var weights = Enumerable.Range(0, Columns).Select(_ => (float)random.NextDouble()).ToArray();
        var edits = Enumerable.Range(0, Rows).Select(_ => (float)random.NextDouble()).ToArray();
        ScoreCandidates Work(float[] scores, int[] top) => new(features, weights, edits, scores, top);

        float[] alone = new float[Rows];
        var best = new int[10];
        await using (var engine = await Engines.CpuAsync())
        {
            await engine.RunAsync(Work(alone, best), cancellationToken: Token);
        }

        await using var shared = await Engines.OnAsync([Slow(Engines.Cpu("a", kind: DeviceKind.Cuda), 20), Slow(Engines.Cpu("b", kind: DeviceKind.Cuda), 40), .. pocl ? [Slow(Engines.Pocl("c"), 40)] : Array.Empty<DeviceCandidate>()]);
        WorkReceipt receipt = default;
        var all = pocl ? "a+b+c" : "a+b";
        for (var i = 0; i < 24 && receipt.DeviceId != all; i++)
        {
            // All are tried before shares can be told.
            float[] scores = new float[Rows];
            var top = new int[10];
            receipt = await shared.RunAsync(Work(scores, top), cancellationToken: Token);
            Assert.True(scores.AsSpan().SequenceEqual(alone));
            Assert.Equal(best, top);
        }

        Assert.Equal(all, receipt.DeviceId);
        Engines.AssertNothingInUse(shared);
    }

    [Theory]
    [InlineData(DeviceSelection.Cpu)]
    [InlineData(DeviceSelection.OpenCL)]
    public async Task Many_small_scores_share_launches_and_give_the_bits_of_one_by_one(DeviceSelection device)
    {
        var log = new EventLog();
        await using var engine = await Engines.OpenAsync(device, null, o => o.Observers.Add(log));
        using var gate = await Gate.HoldAsync(engine);
        var random = new Random(6);
        float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => (float)random.NextDouble() - 0.5f)];
        var works = Enumerable.Range(0, 500).Select(i => (Features: Numbers(12 * 7), Weights: Numbers(7), Edits: Numbers(12), Scores: new float[12], Top: new int[3])).ToArray();
        var tasks = works.Select(w => engine.RunAsync(new ScoreCandidates(w.Features, w.Weights, w.Edits, w.Scores, w.Top), cancellationToken: Token)).ToArray();
        gate.Open();
        await Task.WhenAll(tasks);
        Assert.InRange(log.All.OfType<BatchEnded>().Count(static b => b.Operation == "score.weighted"), 1, 5);
        Assert.All(log.All.OfType<BatchEnded>().Where(static b => b.Count > 1), b => Assert.Equal(device == DeviceSelection.OpenCL, b is { BytesIn: > 0, BytesOut: > 0 }));
        foreach (var w in works.Take(50))
        {
            float[] scores = new float[12];
            var top = new int[3];
            await engine.RunAsync(new ScoreCandidates(w.Features, w.Weights, w.Edits, scores, top), cancellationToken: Token);
            Assert.True(scores.AsSpan().SequenceEqual(w.Scores));
            Assert.Equal(top, w.Top);
        }

        Engines.AssertNothingInUse(engine);
    }

    private static SchedulerCore Core(params (string Id, double SecondsPerUnit)[] devices)
    {
        var costs = new CostModel();
        var core = new SchedulerCore(new CoreOptions(), costs, DateTimeOffset.UnixEpoch);
        foreach (var (id, seconds) in devices)
        {
            core.Opened(core.AddDevice(id, id, false), null, 0);
            for (var i = 0; i < 20; i++)
            {
                costs.Learn("op", id, 1_000_000, seconds * 1_000_000, 0, 0);
                costs.Learn("op", id, 1000, seconds * 1000, 0, 0);
            }
        }

        return core;
    }

    private static DeviceCandidate Slow(DeviceCandidate candidate, int milliseconds) => candidate with
    {
        Around = execute =>
        {
            using var never = new ManualResetEventSlim();
            execute();
            never.Wait(milliseconds);
        },
    };
}
