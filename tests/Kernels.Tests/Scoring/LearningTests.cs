using System.Runtime.InteropServices;
using Gpu.Kernels.Scoring;
using Gpu.Kernels.Tests.Imaging;
using Gpu.Kernels.Tests.Suite;

namespace Gpu.Kernels.Tests.Scoring;

/// <summary>Normalisation and the loss that weights are learned with, against numpy in float64.</summary>
public sealed class LearningTests(Devices devices)
{
    private const string Normalised = """
        import sys, numpy as np
        n, kind = int(sys.argv[1]), sys.argv[2]
        x = np.frombuffer(sys.stdin.buffer.read(), np.float32).reshape(-1, n).astype(np.float64)
        least, most = x.min(1, keepdims=True), x.max(1, keepdims=True)
        if kind == 'MinMax':
            y = (x - least) / (most - least)
        elif kind == 'ZScore':
            y = (x - x.mean(1, keepdims=True)) / x.std(1, keepdims=True)
        else:
            e = np.exp(x - most)
            y = e / e.sum(1, keepdims=True)
        sys.stdout.buffer.write(y.tobytes())
        """;

    private const string Loss = """
        import sys, numpy as np
        n, f, p = map(int, sys.argv[1:])
        data = sys.stdin.buffer.read()
        x = np.frombuffer(data, np.float32, n * f).reshape(n, f).astype(np.float64)
        w = np.frombuffer(data, np.float32, f, 4 * n * f).astype(np.float64)
        pairs = np.frombuffer(data, np.int32, 2 * p, 4 * (n * f + f)).reshape(p, 2)
        d = (x @ w)[pairs[:, 0]] - (x @ w)[pairs[:, 1]]
        slopes = -1 / (1 + np.exp(d))
        gradient = (slopes[:, None] * (x[pairs[:, 0]] - x[pairs[:, 1]])).sum(0)
        sys.stdout.buffer.write(np.logaddexp(0, -d).tobytes() + gradient.tobytes())
        """;

    [Theory]
    [InlineData(1, 1000, Normalisation.MinMax)]
    [InlineData(7, 33, Normalisation.MinMax)]
    [InlineData(1, 1000, Normalisation.ZScore)]
    [InlineData(7, 33, Normalisation.ZScore)]
    [InlineData(1, 1000, Normalisation.Softmax)]
    [InlineData(7, 33, Normalisation.Softmax)]
    public async Task Rows_are_normalised_as_numpy_does(int rows, int columns, Normalisation kind)
    {
        var random = new Random(rows + columns);
        float[] values = [.. Enumerable.Range(0, rows * columns).Select(_ => (random.NextSingle() * 20) - 7)];
        var output = await Reference.PythonAsync(Normalised, MemoryMarshal.AsBytes<float>(values).ToArray(), $"{columns}", $"{kind}");
        foreach (var accelerator in new[] { devices.Cpu, devices.Pocl })
        {
            var target = new float[values.Length];
            WorkRun.Execute(accelerator, new Normalise(values, columns, kind, target));
            foreach (var (expected, actual) in MemoryMarshal.Cast<byte, double>(output).ToArray().Zip(target))
            {
                Assert.InRange(actual - expected, -2e-6, 2e-6);
                Assert.InRange(actual, kind == Normalisation.ZScore ? -10 : 0, kind == Normalisation.ZScore ? 10 : 1);
            }
        }
    }

    [Theory]
    [InlineData(Normalisation.MinMax, 0)]
    [InlineData(Normalisation.ZScore, 0)]
    [InlineData(Normalisation.Softmax, 1f / 3)]
    public void Equal_values_have_no_spread_and_what_is_not_finite_takes_its_row_with_it(Normalisation kind, float expected)
    {
        foreach (var accelerator in new[] { devices.Cpu, devices.Pocl })
        {
            var target = new float[12];
            WorkRun.Execute(accelerator, new Normalise(new[] { 0.1f, 0.1f, 0.1f, 1, 2, float.NaN, float.NegativeInfinity, 1, 2, 1, float.PositiveInfinity, 0 }, 3, kind, target));
            Assert.All(target[..3], v => Assert.Equal(expected, v, 1e-7f));
            Assert.All(target[3..], v => Assert.Equal(0x7FC00000u, BitConverter.SingleToUInt32Bits(v)));
        }
    }

    [Theory]
    [InlineData(50, 8, 200)]
    [InlineData(300, 33, 1000)]
    public async Task Losses_and_gradients_are_numpys(int n, int f, int p)
    {
        var random = new Random(n);
        float[] features = [.. Enumerable.Range(0, n * f).Select(_ => random.NextSingle() - 0.5f)], weights = [.. Enumerable.Range(0, f).Select(_ => 6 * (random.NextSingle() - 0.5f))];
        int[] pairs = [.. Enumerable.Range(0, 2 * p).Select(_ => random.Next(n))];
        byte[] input = [.. MemoryMarshal.AsBytes<float>(features), .. MemoryMarshal.AsBytes<float>(weights), .. MemoryMarshal.AsBytes<int>(pairs)];
        var expected = MemoryMarshal.Cast<byte, double>(await Reference.PythonAsync(Loss, input, $"{n}", $"{f}", $"{p}")).ToArray();
        var results = new List<float[]>();
        foreach (var accelerator in new[] { devices.Cpu, devices.Pocl })
        {
            float[] losses = new float[p], gradient = new float[f];
            WorkRun.Execute(accelerator, new RankLoss(features, weights, pairs, losses, gradient));
            Assert.All(losses.Zip(expected), l => Assert.InRange(l.First - l.Second, -1e-5, 1e-5));
            Assert.All(gradient.Zip(expected[p..]), g => Assert.InRange(g.First - g.Second, -1e-4, 1e-4));
            results.Add([.. losses, .. gradient]);
        }

        Assert.Equal(results[0].Select(BitConverter.SingleToUInt32Bits), results[1].Select(BitConverter.SingleToUInt32Bits));
    }

    [Fact]
    public void The_gradient_is_the_slope_of_the_losses_seen_from_a_little_to_either_side()
    {
        const float Step = 1f / 64;
        var random = new Random(17);
        float[] features = [.. Enumerable.Range(0, 60 * 9).Select(_ => random.NextSingle() - 0.5f)], weights = [.. Enumerable.Range(0, 9).Select(_ => 4 * (random.NextSingle() - 0.5f))], gradient = new float[9];
        int[] pairs = [.. Enumerable.Range(0, 400).Select(_ => random.Next(60))];
        double Loss(float[] at)
        {
            var losses = new float[200];
            WorkRun.Execute(devices.Cpu, new RankLoss(features, at, pairs, losses, gradient));
            return losses.Sum(l => (double)l);
        }

        for (var i = 0; i < weights.Length; i++)
        {
            float[] above = [.. weights], below = [.. weights];
            above[i] += Step;
            below[i] -= Step;
            var slope = (Loss(above) - Loss(below)) / ((double)above[i] - below[i]);
            Loss(weights);

            // What is left is the third derivative's: at most 200 pairs x Step^2 / 6 x 0.1.
            Assert.InRange(gradient[i] - slope, -2e-3, 2e-3);
            Assert.True(Math.Abs(slope) > 0.01, $"A slope of {slope} says little: choose other data.");
        }
    }

    [Fact]
    public void Losses_of_extreme_pairs_are_defined()
    {
        float[] features = [0, 500, -500, float.PositiveInfinity, float.NaN], losses = new float[6], gradient = new float[1];
        int[] pairs = [1, 2, 2, 1, 0, 0, 0, 3, 3, 3, 0, 4];
        foreach (var accelerator in new[] { devices.Cpu, devices.Pocl })
        {
            WorkRun.Execute(accelerator, new RankLoss(features, new[] { 1f }, pairs, losses, gradient));
            Assert.Equal([0, 1000, MathF.Log(2), float.PositiveInfinity, float.NaN, float.NaN], losses);
            Assert.Equal([float.NaN], gradient);
        }
    }

    [Fact]
    public void Arguments_that_do_not_agree_are_named()
    {
        static string Message(Func<object> make) => Assert.ThrowsAny<ArgumentException>(make).Message;
        Assert.Contains("candidate 3: there are 3", Message(() => new RankLoss(new float[6], new float[2], new[] { 0, 3 }, new float[1], new float[2])), StringComparison.Ordinal);
        Assert.Contains("2 losses where 1 are needed", Message(() => new RankLoss(new float[6], new float[2], new[] { 0, 1 }, new float[2], new float[2])), StringComparison.Ordinal);
        Assert.Contains("1 elements of the gradient where 2", Message(() => new RankLoss(new float[6], new float[2], new[] { 0, 1 }, new float[1], new float[1])), StringComparison.Ordinal);
        Assert.Contains("5 normalised values where 6", Message(() => new Normalise(new float[6], 3, Normalisation.MinMax, new float[5])), StringComparison.Ordinal);
        Assert.Contains("no such normalisation", Message(() => new Normalise(new float[6], 3, (Normalisation)9, new float[6])), StringComparison.Ordinal);
    }
}
