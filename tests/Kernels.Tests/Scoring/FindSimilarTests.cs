using System.Runtime.InteropServices;
using Gpu.Kernels.Scoring;
using Gpu.Kernels.Tests.Imaging;
using Gpu.Kernels.Tests.Suite;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace Gpu.Kernels.Tests.Scoring;

public sealed class FindSimilarTests(Devices devices)
{
    // numpy in the kernel's own order for dots, each operation in float32; cosines in float64.
    private const string Numpy = """
        import sys, numpy as np
        q, n, f, k, cosine = map(int, sys.argv[1:])
        data = np.frombuffer(sys.stdin.buffer.read(), np.float32)
        a, b = data[:q * f].reshape(q, f), data[q * f:].reshape(n, f)
        with np.errstate(all='ignore'):
            if cosine:
                a, b = a.astype(np.float64), b.astype(np.float64)
                s = (a @ b.T) / (np.linalg.norm(a, axis=1)[:, None] * np.linalg.norm(b, axis=1))
            else:
                s = np.zeros((q, n), np.float32)
                for c in range(f):
                    s += a[:, c:c + 1] * b[:, c]
                assert s.dtype == np.float32
        for row in s:
            order = np.lexsort((np.arange(n), -np.where(np.isnan(row), -np.inf, row), np.isnan(row)))[:k].astype(np.int32)
            sys.stdout.buffer.write(order.tobytes() + (row if cosine else row[order]).astype(np.float32).tobytes())
        """;

    [Theory]
    [InlineData(1, 1, 1, 1)]
    [InlineData(1, 300, 128, 10)]
    [InlineData(64, 4001, 128, 10)]
    [InlineData(33, 777, 17, 777)]
    [InlineData(70, 6000, 5, 100)]
    public async Task Dots_are_numpys_bits_in_the_same_order(int q, int n, int f, int k)
    {
        foreach (var specials in new[] { false, true })
        {
            var (queries, matrix) = Data(q, n, f, specials);
            var output = await Reference.PythonAsync(Numpy, Bytes(queries, matrix), $"{q}", $"{n}", $"{f}", $"{k}", "0");
            foreach (var accelerator in new[] { devices.Cpu, devices.Pocl })
            {
                var (top, scores) = Execute(accelerator, queries, matrix, f, Similarity.Dot, q, k);
                for (var i = 0; i < q; i++)
                {
                    var row = output.AsSpan(8 * i * k, 8 * k);
                    Assert.Equal(MemoryMarshal.Cast<byte, int>(row[..(4 * k)]), top.AsSpan(i * k, k));
                    foreach (var (expected, actual) in MemoryMarshal.Cast<byte, float>(row[(4 * k)..]).ToArray().Zip(scores.Skip(i * k)))
                    {
                        // What is selected says +0 for -0, and has one NaN.
                        Assert.Equal(float.IsNaN(expected) ? 0x7FC00000 : BitConverter.SingleToUInt32Bits(expected + 0f), BitConverter.SingleToUInt32Bits(actual));
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData(3, 500, 128, 20)]
    [InlineData(40, 1000, 9, 5)]
    public async Task Cosines_are_numpys_within_the_bound_and_the_best_are_the_best(int q, int n, int f, int k)
    {
        var (queries, matrix) = Data(q, n, f, specials: false);
        var output = await Reference.PythonAsync(Numpy, Bytes(queries, matrix), $"{q}", $"{n}", $"{f}", $"{k}", "1");
        var results = new[] { devices.Cpu, devices.Pocl }.Select(a => Execute(a, queries, matrix, f, Similarity.Cosine, q, k)).ToArray();
        Assert.Equal(results[0].Top, results[1].Top);
        Assert.Equal(results[0].Scores, results[1].Scores);

        // The sum has f roundings of at most the norms' product, the factors a few more each.
        var bound = (f + 20) * MathF.Pow(2, -24);
        for (var i = 0; i < q; i++)
        {
            var row = output.AsSpan(i * ((4 * k) + (4 * n)), (4 * k) + (4 * n));
            var best = MemoryMarshal.Cast<byte, int>(row[..(4 * k)]);
            var cosines = MemoryMarshal.Cast<byte, float>(row[(4 * k)..]);
            for (var j = 0; j < k; j++)
            {
                var score = results[0].Scores[(i * k) + j];
                Assert.InRange(score - cosines[results[0].Top[(i * k) + j]], -bound, bound);
                Assert.InRange(score - cosines[best[j]], -bound, bound);
            }
        }
    }

    [Fact]
    public void A_vector_without_length_is_similar_to_nothing_and_infinite_ones_come_last()
    {
        float[] matrix = [0, 0, 1, 1, float.PositiveInfinity, 0, -1, 0, 3e38f, 3e38f, 5e-16f, 0, 1e20f, 0];
        foreach (var accelerator in new[] { devices.Cpu, devices.Pocl })
        {
            var (top, scores) = Execute(accelerator, [2, 0], matrix, 2, Similarity.Cosine, 1, 7);
            Assert.Equal([1, 0, 5, 3, 2, 4, 6], top);
            Assert.InRange(scores[0], 0.7071066f, 0.7071069f);
            Assert.Equal([0, 0], scores[1..3]);
            Assert.InRange(scores[3], -1.0000002f, -0.9999998f);
            Assert.Equal([float.NaN, float.NaN, float.NaN], scores[4..]);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public void Bits_do_not_depend_on_the_number_of_workers(int workers)
    {
        var (queries, matrix) = Data(21, 9001, 31, specials: true);
        using var context = Context.Create(b => b.CPU(new CPUDevice(2, 1, workers)));
        using var accelerator = context.CreateCPUAccelerator(0, CPUAcceleratorMode.Parallel);
        foreach (var similarity in Enum.GetValues<Similarity>())
        {
            var expected = Execute(devices.Cpu, queries, matrix, 31, similarity, 21, 50);
            var actual = Execute(accelerator, queries, matrix, 31, similarity, 21, 50);
            Assert.Equal(expected.Top, actual.Top);
            Assert.Equal(expected.Scores.Select(BitConverter.SingleToUInt32Bits), actual.Scores.Select(BitConverter.SingleToUInt32Bits));
        }
    }

    [Theory]
    [InlineData(4, 6, 0, 1, 0, "at least 1 column")]
    [InlineData(4, 7, 2, 2, 0, "7 elements are not one or more rows of 2")]
    [InlineData(0, 6, 2, 2, 0, "0 elements")]
    [InlineData(4, 6, 2, 3, 0, "Room for 3 is not the same for each of 2 rows")]
    [InlineData(4, 6, 2, 8, 0, "best 4 of 3")]
    [InlineData(4, 6, 2, 2, 3, "3 scores of the selected where 2 are needed")]
    public void Lengths_that_do_not_agree_are_named(int queries, int matrix, int columns, int top, int scores, string message) =>
        Assert.Contains(
            message,
            Assert.ThrowsAny<ArgumentException>(() => new FindSimilar(new float[queries], new float[matrix], columns, Similarity.Dot, new int[top], new float[scores])).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Work_of_other_shapes_has_another_key()
    {
        static FindSimilar Work(int queries = 4, int matrix = 6, int columns = 2, Similarity similarity = Similarity.Dot, int top = 4, int scores = 0) =>
            new(new float[queries], new float[matrix], columns, similarity, new int[top], new float[scores]);
        Assert.Distinct([Work().BatchKey, Work(8).BatchKey, Work(matrix: 8).BatchKey, Work(columns: 1).BatchKey, Work(similarity: Similarity.Cosine).BatchKey, Work(top: 6).BatchKey, Work(scores: 4).BatchKey]);
        Assert.Equal(Work().BatchKey, Work().BatchKey);
        Assert.Equal(12, Work().Size);
        Assert.Throws<ArgumentOutOfRangeException>(() => Work(similarity: (Similarity)7));
    }

    private static (float[] Queries, float[] Matrix) Data(int q, int n, int f, bool specials)
    {
        var random = new Random((q * 131) + n + f);
        float[] Make(int length) => [.. Enumerable.Range(0, length).Select(_ => (random.NextSingle() - 0.4f) * MathF.ScaleB(1, random.Next(-4, 5)))];
        float[] queries = Make(q * f), matrix = Make(n * f);
        if (specials)
        {
            float[] values = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, -0f];
            for (var i = 0; i < 1 + (matrix.Length / 100); i++)
            {
                matrix[random.Next(matrix.Length)] = values[random.Next(values.Length)];
            }
        }

        return (queries, matrix);
    }

    private static byte[] Bytes(float[] queries, float[] matrix) => MemoryMarshal.AsBytes<float>([.. queries, .. matrix]).ToArray();

    private static (int[] Top, float[] Scores) Execute(Accelerator accelerator, float[] queries, float[] matrix, int columns, Similarity similarity, int count, int k)
    {
        int[] top = new int[count * k];
        var scores = new float[count * k];
        WorkRun.Execute(accelerator, new FindSimilar(queries, matrix, columns, similarity, top, scores));
        return (top, scores);
    }
}
