using System.Numerics;
using System.Runtime.InteropServices;
using Gpu.Kernels.Scoring;
using Gpu.Kernels.Tests.Imaging;
using Gpu.Kernels.Tests.Suite;

namespace Gpu.Kernels.Tests.Scoring;

public sealed class LinkTests(Devices devices)
{
    // sumy's TextRankSummarizer: _create_matrix from its weights on, and power_method.
    private const string Sumy = """
        import sys, numpy as np
        n, d, epsilon = int(sys.argv[1]), 0.85, float(sys.argv[2])
        weights = np.frombuffer(sys.stdin.buffer.read(), np.float32).reshape(n, n).astype(np.float64)
        weights = weights / (weights.sum(axis=1)[:, np.newaxis] + 1e-7)
        transposed = (np.full((n, n), (1 - d) / n) + d * weights).T
        p, change = np.full(n, 1 / n), 1
        while change > epsilon:
            following = transposed @ p
            change = np.linalg.norm(following - p)
            p = following
        sys.stdout.buffer.write(p.tobytes())
        """;

    [Theory]
    [InlineData(1, 1e-4f)]
    [InlineData(2, 1e-4f)]
    [InlineData(40, 1e-6f)]
    [InlineData(301, 1e-6f)]
    public async Task Ranks_are_sumys(int n, float tolerance)
    {
        var random = new Random(n);
        float[] links = [.. Enumerable.Range(0, n * n).Select(_ => random.Next(3) == 0 ? random.NextSingle() * random.NextSingle() : 0)];
        var output = await Reference.PythonAsync(Sumy, MemoryMarshal.AsBytes<float>(links).ToArray(), $"{n}", FormattableString.Invariant($"{tolerance}"));
        var results = new List<float[]>();
        foreach (var accelerator in new[] { devices.Cpu, devices.Pocl })
        {
            var ranks = new float[n];
            WorkRun.Execute(accelerator, new RankByLinks(links, ranks, tolerance: tolerance));
            Assert.All(ranks.Zip(MemoryMarshal.Cast<byte, double>(output).ToArray()), r => Assert.InRange(r.First - r.Second, -3 * tolerance, 3 * tolerance));
            results.Add(ranks);
        }

        Assert.Equal(results[0], results[1]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void The_number_of_steps_is_kept(int steps)
    {
        float[] links = [0, 1, 0, 0], ranks = new float[2];
        WorkRun.Execute(devices.Cpu, new RankByLinks(links, ranks, damping: 1, tolerance: 0, mostSteps: steps));

        // All that node 0 has goes to node 1, which gives nothing back.
        Assert.Equal(steps == 1 ? [0, 0.5f] : [0, 0], ranks.Select(r => MathF.Round(r, 5)));
    }

    [Fact]
    public void A_link_that_is_no_number_makes_all_ranks_NaN()
    {
        foreach (var link in new[] { float.NaN, float.PositiveInfinity })
        {
            var ranks = new float[2];
            WorkRun.Execute(devices.Cpu, new RankByLinks(new[] { 1, link, 1, 1 }, ranks));
            Assert.Equal([0x7FC00000u, 0x7FC00000u], ranks.Select(BitConverter.SingleToUInt32Bits));
        }
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 900, 10)]
    [InlineData(2, 20_000, 100)]
    public void The_nearest_hashes_are_those_of_a_stable_sort(int queries, int count, int k)
    {
        var random = new Random(count);
        ulong[] asked = [.. Enumerable.Range(0, queries).Select(_ => (ulong)random.NextInt64())];
        ulong[] hashes = [.. Enumerable.Range(0, count).Select(i => i % 5 == 0 ? asked[0] ^ (1ul << random.Next(64)) : (ulong)random.NextInt64())];
        var expected = asked.SelectMany(q => Enumerable.Range(0, count).OrderBy(i => BitOperations.PopCount(q ^ hashes[i])).ThenBy(i => i).Take(k));
        foreach (var accelerator in new[] { devices.Cpu, devices.Pocl })
        {
            var top = new int[queries * k];
            WorkRun.Execute(accelerator, new FindHashes(asked, hashes, top));
            Assert.Equal(expected, top);
        }
    }

    [Fact]
    public void Arguments_that_do_not_agree_are_named()
    {
        static string Message(Func<object> make) => Assert.ThrowsAny<ArgumentException>(make).Message;
        Assert.Contains("3 rows of links where 2 are needed", Message(() => new RankByLinks(new float[6], new float[2])), StringComparison.Ordinal);
        Assert.Contains("damping is from 0 to 1", Message(() => new RankByLinks(new float[4], new float[2], damping: 2)), StringComparison.Ordinal);
        Assert.Contains("tolerance is from 0 to 1", Message(() => new RankByLinks(new float[4], new float[2], tolerance: float.NaN)), StringComparison.Ordinal);
        Assert.Contains("best 3 of 2", Message(() => new FindHashes(new ulong[1], new ulong[2], new int[3])), StringComparison.Ordinal);
    }
}
