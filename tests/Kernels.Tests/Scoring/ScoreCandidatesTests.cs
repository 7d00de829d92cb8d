using System.Runtime.InteropServices;
using Gpu.Kernels.Scoring;
using Gpu.Kernels.Tests.Suite;
using Gpu.Kernels.Tests.Imaging;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace Gpu.Kernels.Tests.Scoring;

public sealed class ScoreCandidatesTests(Devices devices)
{
    // numpy in the kernel's own order, each operation in float32, and in float64 for the bound.
    private const string Numpy = """
        import sys, numpy as np
        n, f, k = map(int, sys.argv[1:])
        data = np.frombuffer(sys.stdin.buffer.read(), np.float32)
        x, w, e = data[:n * f].reshape(n, f), data[n * f:n * f + f], data[n * f + f:]
        with np.errstate(all='ignore'):
            lanes = np.zeros((n, 16), np.float32)
            for c in range(0, f, 16):
                part = x[:, c:c + 16] * w[c:c + 16]
                lanes[:, :part.shape[1]] += part
            for half in (8, 4, 2, 1):
                lanes = lanes[:, :half] + lanes[:, half:]
            scores = lanes[:, 0] * (np.float32(1) + e)
            exact = (x.astype(np.float64) @ w.astype(np.float64)) * (1 + e.astype(np.float64))
            size = (np.abs(x.astype(np.float64)) @ np.abs(w.astype(np.float64))) * np.abs(1 + e.astype(np.float64))
        order = np.lexsort((np.arange(n), -np.where(np.isnan(scores), -np.inf, scores), np.isnan(scores)))[:k]
        assert scores.dtype == np.float32
        sys.stdout.buffer.write(scores.tobytes() + exact.tobytes() + size.tobytes() + order.astype(np.int32).tobytes())
        """;

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 128, 1)]
    [InlineData(5, 1, 3)]
    [InlineData(37, 16, 37)]
    [InlineData(1000, 17, 10)]
    [InlineData(4099, 127, 2048)]
    [InlineData(20_000, 64, 100)]
    public async Task Gives_numpys_bits_in_the_same_order_and_the_exact_score_within_the_bound(int n, int f, int k)
    {
        var (features, weights, edits) = Data(n, f, specials: false);
        foreach (var accelerator in new[] { devices.Cpu, devices.Pocl })
        {
            var (scores, top) = Execute(accelerator, features, weights, edits, k);
            var (same, exact, size, order) = await NumpyAsync(features, weights, edits, n, f, k);
            Assert.Equal(same.Select(BitConverter.SingleToInt32Bits), scores.Select(BitConverter.SingleToInt32Bits));
            Assert.Equal(order, top);

            // Each product meets at most f / 16 + 5 additions, and 3 roundings more: products, 1 + edit, and the factor.
            var bound = ((f / 16) + 9) * Math.Pow(2, -24);
            for (var i = 0; i < n; i++)
            {
                Assert.InRange(Math.Abs(scores[i] - exact[i]), 0, (size[i] * bound) + float.Epsilon);
            }
        }
    }

    [Theory]
    [InlineData(3000, 33, 500)]
    [InlineData(300, 1, 300)]
    public async Task Infinities_and_NaN_come_out_as_numpys_and_NaN_comes_last(int n, int f, int k)
    {
        var (features, weights, edits) = Data(n, f, specials: true);
        foreach (var accelerator in new[] { devices.Cpu, devices.Pocl })
        {
            var (scores, top) = Execute(accelerator, features, weights, edits, k);
            var (same, _, _, order) = await NumpyAsync(features, weights, edits, n, f, k);
            Assert.Contains(scores, float.IsNaN);
            Assert.Equal(same.Select(Bits), scores.Select(BitConverter.SingleToUInt32Bits));
            Assert.Equal(order, top);
        }
    }

    [Fact]
    public void Equal_scores_come_in_the_order_of_their_indices_and_both_zeros_are_equal()
    {
        foreach (var accelerator in new[] { devices.Cpu, devices.Pocl })
        {
            var (_, top) = Execute(accelerator, [0, 5, -1f, 5, float.NaN, 0, 5, float.NegativeInfinity], [1], [0, 0, 0, 0, 0, -2, 0, 0], 8);
            Assert.Equal([1, 3, 6, 0, 5, 2, 7, 4], top);
        }
    }

    [Fact]
    public void Without_edits_scores_are_those_of_edits_that_are_zero()
    {
        var (features, weights, edits) = Data(123, 45, specials: true);
        Assert.Equal(
            Execute(devices.Cpu, features, weights, new float[edits.Length], 5).Scores.Select(BitConverter.SingleToUInt32Bits),
            Execute(devices.Cpu, features, weights, [], 5).Scores.Select(BitConverter.SingleToUInt32Bits));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Bits_do_not_depend_on_the_number_of_workers(int workers)
    {
        var (features, weights, edits) = Data(9001, 131, specials: true);
        using var context = Context.Create(b => b.CPU(new CPUDevice(2, 1, workers)));
        using var accelerator = context.CreateCPUAccelerator(0, CPUAcceleratorMode.Parallel);
        var expected = Execute(devices.Cpu, features, weights, edits, 50);
        var actual = Execute(accelerator, features, weights, edits, 50);
        Assert.Equal(expected.Scores.Select(BitConverter.SingleToUInt32Bits), actual.Scores.Select(BitConverter.SingleToUInt32Bits));
        Assert.Equal(expected.Top, actual.Top);
    }

    [Fact]
    public void No_candidates_and_no_selection_are_valid()
    {
        Assert.Empty(Execute(devices.Cpu, [], [1, 2], [], 0).Scores);
        Assert.Equal([3f], Execute(devices.Cpu, [1, 1], [1, 2], [], 0).Scores);
    }

    [Theory]
    [InlineData(6, 0, 0, 3, 1, "no weights")]
    [InlineData(7, 2, 0, 3, 1, "7 features are not 3 scores x 2 weights")]
    [InlineData(6, 2, 2, 3, 1, "2 edit weights for 3 scores")]
    [InlineData(6, 2, 3, 3, 4, "best 4 of 3")]
    public void Lengths_that_do_not_agree_are_named(int features, int weights, int edits, int scores, int top, string message) =>
        Assert.Contains(
            message,
            Assert.ThrowsAny<ArgumentException>(() => new ScoreCandidates(new float[features], new float[weights], new float[edits], new float[scores], new int[top])).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Work_of_other_shapes_has_another_key()
    {
        string[] keys = [Work(6, 2, 0, 1).BatchKey, Work(6, 3, 0, 1).BatchKey, Work(6, 2, 3, 1).BatchKey, Work(6, 2, 0, 2).BatchKey, Work(8, 2, 0, 1).BatchKey];
        Assert.Distinct(keys);
        Assert.Equal(keys[0], Work(6, 2, 0, 1).BatchKey);
        Assert.Equal(6, Work(6, 2, 0, 1).Size);
    }

    private static ScoreCandidates Work(int features, int weights, int edits, int top) =>
        new(new float[features], new float[weights], new float[edits], new float[features / weights], new int[top]);

    private static uint Bits(float value) => float.IsNaN(value) ? 0x7FC00000 : BitConverter.SingleToUInt32Bits(value);

    private static (float[] Features, float[] Weights, float[] Edits) Data(int n, int f, bool specials)
    {
        var random = new Random((n * 131) + f);
        float[] Make(int length) => [.. Enumerable.Range(0, length).Select(_ => (random.NextSingle() - 0.5f) * MathF.ScaleB(1, random.Next(-8, 9)))];
        var features = Make(n * f);
        if (specials)
        {
            float[] values = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, -0f, 1e-42f];
            for (var i = 0; i < 1 + (features.Length / 40); i++)
            {
                features[random.Next(features.Length)] = values[random.Next(values.Length)];
            }
        }

        return (features, Make(f), Make(n));
    }

    private static (float[] Scores, int[] Top) Execute(Accelerator accelerator, float[] features, float[] weights, float[] edits, int k)
    {
        var scores = new float[features.Length / weights.Length];
        var top = new int[k];
        WorkRun.Execute(accelerator, new ScoreCandidates(features, weights, edits, scores, top));
        return (scores, top);
    }

    private static async Task<(float[] Same, double[] Exact, double[] Size, int[] Order)> NumpyAsync(float[] features, float[] weights, float[] edits, int n, int f, int k)
    {
        var input = MemoryMarshal.AsBytes<float>([.. features, .. weights, .. edits]).ToArray();
        var output = await Reference.PythonAsync(Numpy, input, $"{n}", $"{f}", $"{k}");
        return (
            MemoryMarshal.Cast<byte, float>(output.AsSpan(0, 4 * n)).ToArray(),
            MemoryMarshal.Cast<byte, double>(output.AsSpan(4 * n, 8 * n)).ToArray(),
            MemoryMarshal.Cast<byte, double>(output.AsSpan(12 * n, 8 * n)).ToArray(),
            MemoryMarshal.Cast<byte, int>(output.AsSpan(20 * n)).ToArray());
    }
}
