using System.Runtime.InteropServices;
using CsCheck;
using Gpu.Kernels.Judging;
using Gpu.Kernels.Launching;
using Gpu.Kernels.Scoring;
using Gpu.Kernels.Tests.Imaging;
using Gpu.Kernels.Tests.Suite;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace Gpu.Kernels.Tests.Scoring;

/// <summary>Every scoring and judging work gives the same bits with any number of workers, on OpenCL, and when it is executed again.</summary>
public sealed class WorkersTests(Devices devices) : IDisposable
{
    private readonly Context _context = Context.Create(b => b.CPU(new CPUDevice(2, 1, 1)).CPU(new CPUDevice(2, 1, 2)).CPU(new CPUDevice(2, 1, 3)).CPU(new CPUDevice(2, 1, 5)).CPU(new CPUDevice(2, 1, 8)));

    public static TheoryData<string> Works => [.. Makers.Keys];

    private static Dictionary<string, Func<Random, (IDeviceWork Work, Func<byte[]> Results)>> Makers { get; } = new(StringComparer.Ordinal)
    {
        ["score"] = r =>
        {
            var (n, f) = Shape(r);
            float[] scores = new float[n];
            int[] top = new int[r.Next(1, n + 1)];
            return (new ScoreCandidates(Numbers(r, n * f), Numbers(r, f), Numbers(r, n), scores, top), () => [.. Bytes(scores), .. Bytes(top)]);
        },
        ["top"] = r =>
        {
            int rows = r.Next(1, 5), n = r.Next(1, 20_000), k = r.Next(1, Math.Min(n, 2048) + 1);
            var top = new int[rows * k];
            return (new SelectTop(Numbers(r, rows * n), n, top), () => Bytes(top));
        },
        ["similar"] = r =>
        {
            var (n, f) = Shape(r);
            int queries = r.Next(1, 40), k = r.Next(1, Math.Min(n, 20) + 1);
            int[] top = new int[queries * k];
            float[] scores = new float[top.Length];
            return (new FindSimilar(Numbers(r, queries * f), Numbers(r, n * f), f, (Similarity)r.Next(2), top, scores), () => [.. Bytes(top), .. Bytes(scores)]);
        },
        ["diverse"] = r =>
        {
            var (n, f) = Shape(r);
            var top = new int[r.Next(1, Math.Min(n, 20) + 1)];
            return (new SelectDiverse(Numbers(r, n * f), f, Numbers(r, n), (Similarity)r.Next(2), r.NextSingle(), top), () => Bytes(top));
        },
        ["normalise"] = r =>
        {
            var (n, f) = Shape(r);
            var target = new float[n * f];
            return (new Normalise(Numbers(r, n * f), f, (Normalisation)r.Next(3), target), () => Bytes(target));
        },
        ["links"] = r =>
        {
            var n = r.Next(1, 300);
            var ranks = new float[n];
            return (new RankByLinks(Numbers(r, n * n).Select(MathF.Abs).ToArray(), ranks, mostSteps: r.Next(1, 30)), () => Bytes(ranks));
        },
        ["loss"] = r =>
        {
            var (n, f) = Shape(r);
            var pairs = Enumerable.Range(0, 2 * r.Next(1, 2000)).Select(_ => r.Next(n)).ToArray();
            float[] losses = new float[pairs.Length / 2], gradient = new float[f];
            return (new RankLoss(Numbers(r, n * f), Numbers(r, f), pairs, losses, gradient), () => [.. Bytes(losses), .. Bytes(gradient)]);
        },
        ["hashes"] = r =>
        {
            int n = r.Next(1, 5000), queries = r.Next(1, 20), k = r.Next(1, Math.Min(n, 50) + 1);
            var top = new int[queries * k];
            return (new FindHashes(Hashes(r, queries), Hashes(r, n), top), () => Bytes(top));
        },
        ["clusters"] = r =>
        {
            int n = r.Next(1, 40_000), k = r.Next(1, Math.Min(n, 30) + 1);
            int[] centres = new int[3 * k], clusters = new int[n];
            var points = Enumerable.Range(0, 3 * n).Select(_ => r.Next(-ClusterPoints.MaxCoordinate, ClusterPoints.MaxCoordinate + 1)).ToArray();
            return (new ClusterPoints(points, default, centres, clusters, 3), () => [.. Bytes(centres), .. Bytes(clusters)]);
        },
        ["sharpness"] = r =>
        {
            int width = r.Next(1, 500), height = r.Next(1, 500);
            var gray = new byte[width * height];
            r.NextBytes(gray);
            var work = new MeasureSharpness(width, height, gray);
            return (work, () => BitConverter.GetBytes(work.Variance));
        },
        ["colours"] = r =>
        {
            int width = r.Next(1, 300), height = r.Next(1, 300);
            var work = new MeasureColours(width, height, Pictures.Random(r, width, height, 4));
            return (work, () => [.. Bytes(work.Luma.ToArray()), .. Bytes(work.Colours.ToArray()), .. BitConverter.GetBytes(work.Colourfulness), .. System.Text.Encoding.UTF8.GetBytes(string.Join(';', work.Dominant))]);
        },
        ["saliency"] = r =>
        {
            int width = r.Next(8, 400), height = r.Next(8, 400);
            var worth = new int[width / 8 * (height / 8)];
            return (new MapSaliency(width, height, Pictures.Random(r, width, height, 4), worth), () => Bytes(worth));
        },
        ["judge"] = r =>
        {
            var work = new JudgePictures([.. Enumerable.Range(0, r.Next(1, 4)).Select(_ =>
            {
                int width = r.Next(1, 400), height = r.Next(1, 400);
                return new RgbaPicture(width, height, Pictures.Random(r, width, height, 4));
            })]);
            return (work, () => System.Text.Encoding.UTF8.GetBytes(string.Join('\n', work.Results().Select(q =>
                FormattableString.Invariant($"{q.Sharpness:R} {q.Colourfulness:R} {q.Brightness:R} {q.Contrast:R} {q.DarkShare:R} {q.LightShare:R} {q.Hash} {string.Join(';', q.Colours)} {string.Join(';', q.Crops)}")))));
        },
    };

    [Theory]
    [MemberData(nameof(Works))]
    public void Gives_the_same_bits_with_1_2_3_5_and_8_workers_and_on_OpenCl(string name)
    {
        Accelerator[] accelerators = [.. _context.Devices.OfType<CPUDevice>().Select(d => d.CreateCPUAccelerator(_context, CPUAcceleratorMode.Parallel)), devices.Pocl];
        try
        {
            Assert.Equal([1, 2, 3, 5, 8], accelerators[..^1].Select(a => a.NumMultiprocessors));
            Gen.Int[0, 1_000_000].Sample(
                seed =>
                {
                    var expected = Run(name, seed, accelerators[0]);
                    foreach (var accelerator in accelerators)
                    {
                        Assert.Equal(expected, Run(name, seed, accelerator));
                    }
                },
                iter: 4,
                threads: 1);
        }
        finally
        {
            foreach (var accelerator in accelerators[..^1])
            {
                accelerator.Dispose();
            }
        }
    }

    public void Dispose() => _context.Dispose();

    // Executed twice: what a device left in the outputs must not count, for a scheduler may try again.
    private static byte[] Run(string name, int seed, Accelerator accelerator)
    {
        var (work, results) = Makers[name](new Random(seed));
        accelerator.Execute(work);
        var first = results();
        accelerator.Execute(work);
        Assert.Equal(first, results());
        return first;
    }

    private static (int Rows, int Columns) Shape(Random random) => (random.Next(1, 3000), random.Next(3) == 0 ? 16 * random.Next(1, 10) : random.Next(1, 150));

    // Mixed magnitudes, so that another order of additions would show; a NaN or an infinity now and then, and equal numbers.
    private static float[] Numbers(Random random, int length)
    {
        var specials = random.Next(4) == 0;
        var numbers = new float[length];
        foreach (ref var number in numbers.AsSpan())
        {
            number = specials && random.Next(5000) == 0 ? (random.Next(2) == 0 ? float.NaN : float.NegativeInfinity)
                : random.Next(10) == 0 ? random.Next(-2, 3) : (random.NextSingle() - 0.5f) * MathF.ScaleB(1, random.Next(-8, 9));
        }

        return numbers;
    }

    private static ulong[] Hashes(Random random, int length) => [.. Enumerable.Range(0, length).Select(_ => (ulong)random.NextInt64())];

    private static byte[] Bytes<T>(T[] values)
        where T : unmanaged => MemoryMarshal.AsBytes<T>(values).ToArray();
}
