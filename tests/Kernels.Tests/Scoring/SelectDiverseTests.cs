using System.Runtime.InteropServices;
using Gpu.Kernels.Scoring;
using Gpu.Kernels.Tests.Imaging;
using Gpu.Kernels.Tests.Suite;
using ILGPU.Runtime;

namespace Gpu.Kernels.Tests.Scoring;

public sealed class SelectDiverseTests(Devices devices)
{
    // In float64: the choice is the same where no two candidates are closer than float32 can tell, which the script asserts.
    private const string Numpy = """
        import sys, numpy as np
        n, f, k, cosine, l = [float(a) for a in sys.argv[1:]]
        n, f, k = int(n), int(f), int(k)
        data = np.frombuffer(sys.stdin.buffer.read(), np.float32).astype(np.float64)
        x, relevance = data[:n * f].reshape(n, f), data[n * f:]
        if cosine:
            x = x / np.linalg.norm(x, axis=1)[:, None]
        greatest, left, chosen = None, np.ones(n, bool), []
        for _ in range(k):
            score = l * relevance - (0 if greatest is None else (1 - l) * greatest)
            score[~left] = -np.inf
            best = int(np.argmax(score))
            second = np.partition(score, -2)[-2]
            assert score[best] - second > 1e-6 * max(1, abs(score[best])), 'too close to tell'
            chosen.append(best)
            left[best] = False
            similarity = x @ x[best]
            greatest = similarity if greatest is None else np.maximum(greatest, similarity)
        sys.stdout.buffer.write(np.array(chosen, np.int32).tobytes())
        """;

    [Theory]
    [InlineData(50, 7, 50, Similarity.Dot, 0.5f)]
    [InlineData(1000, 128, 20, Similarity.Cosine, 0.7f)]
    [InlineData(2000, 33, 15, Similarity.Cosine, 0.3f)]
    public async Task Chooses_what_a_numpy_loop_chooses(int n, int f, int k, Similarity similarity, float lambda)
    {
        var random = new Random(n + f);
        float[] Make(int length) => [.. Enumerable.Range(0, length).Select(_ => random.NextSingle() - 0.3f)];
        float[] features = Make(n * f), relevance = Make(n);
        var output = await Reference.PythonAsync(
            Numpy, MemoryMarshal.AsBytes<float>([.. features, .. relevance]).ToArray(), $"{n}", $"{f}", $"{k}", similarity == Similarity.Cosine ? "1" : "0", FormattableString.Invariant($"{lambda:R}"));
        foreach (var accelerator in new[] { devices.Cpu, devices.Pocl })
        {
            Assert.Equal(MemoryMarshal.Cast<byte, int>(output).ToArray(), Execute(accelerator, features, f, relevance, similarity, lambda, k));
        }
    }

    [Fact]
    public void Equal_ones_go_by_their_indices_and_what_is_no_number_comes_last()
    {
        float[] features = [1, 0, 1, 0, float.NaN, 0, 0, 1, float.PositiveInfinity, 0, 0, 1], relevance = [2, 2, 1, 2, 2, float.NaN];
        foreach (var accelerator in new[] { devices.Cpu, devices.Pocl })
        {
            // 4 is like 0 without a bound; 2 with NaN; 5 has no relevance. All are NaN, so by index.
            Assert.Equal([0, 3, 1, 2, 4, 5], Execute(accelerator, features, 2, relevance, Similarity.Dot, 0.5f, 6));
            Assert.Equal([0], Execute(accelerator, features, 2, relevance, Similarity.Cosine, 1, 1));
        }
    }

    [Fact]
    public void Both_ways_choose_the_same_where_all_is_rising_or_alike()
    {
        var random = new Random(4);
        foreach (var spread in new[] { 0f, 0.001f, 1f })
        {
            float[] features = [.. Enumerable.Range(0, 700 * 5).Select(_ => 1 + (spread * (random.NextSingle() - 0.5f)))], relevance = [.. Enumerable.Range(0, 700).Select(i => i * spread)];
            Assert.Equal(
                Execute(devices.Cpu, features, 5, relevance, Similarity.Dot, 0.01f, 100),
                Execute(devices.Pocl, features, 5, relevance, Similarity.Dot, 0.01f, 100));
        }
    }

    [Theory]
    [InlineData(7, 2, 3, 0.5f, 1, "7 elements are not")]
    [InlineData(6, 2, 2, 0.5f, 1, "2 relevances where 3 are needed")]
    [InlineData(6, 2, 3, 1.5f, 1, "Lambda is from 0 to 1")]
    [InlineData(6, 2, 3, float.NaN, 1, "Lambda is from 0 to 1")]
    [InlineData(6, 2, 3, 0.5f, 4, "best 4 of 3")]
    public void Arguments_that_do_not_agree_are_named(int features, int columns, int relevance, float lambda, int top, string message) =>
        Assert.Contains(
            message,
            Assert.ThrowsAny<ArgumentException>(() => new SelectDiverse(new float[features], columns, new float[relevance], Similarity.Dot, lambda, new int[top])).Message,
            StringComparison.Ordinal);

    private static int[] Execute(Accelerator accelerator, float[] features, int columns, float[] relevance, Similarity similarity, float lambda, int k)
    {
        var top = new int[k];
        WorkRun.Execute(accelerator, new SelectDiverse(features, columns, relevance, similarity, lambda, top));
        return top;
    }
}
