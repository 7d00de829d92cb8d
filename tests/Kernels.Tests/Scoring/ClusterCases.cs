using Gpu.Kernels.Scoring;
using Gpu.Kernels.Tests.Suite;

namespace Gpu.Kernels.Tests.Scoring;

/// <summary>Instances of k-means' operations for the suite.</summary>
internal static class ClusterCases
{
    public static ItemRun<ClusterSeeds> Seeds(CaseArguments arguments)
    {
        var (set, count) = Set(arguments);
        int blocks = ClusterSet.BlocksOf(count), step = arguments.Random.Next(4);
        return new(
            new(set, arguments.Input(Coordinates(arguments, 3 * Math.Max(1, step))), step, arguments.Input(arguments.Bits<uint>(count).Select(d => d % (3u << 30)).ToArray()), arguments.Output<long>(blocks), arguments.Output<int>(blocks)),
            blocks);
    }

    public static ItemRun<ClusterChoice> Choice(CaseArguments arguments)
    {
        var (set, count) = Set(arguments);
        var blocks = ClusterSet.BlocksOf(count);
        var gains = Enumerable.Range(0, blocks).Select(_ => (long)arguments.Random.Next(4) << 50).ToArray();
        var best = Enumerable.Range(0, blocks).Select(b => (b * ClusterSet.BlockLength) + arguments.Random.Next(Math.Min(ClusterSet.BlockLength, count - (b * ClusterSet.BlockLength)))).ToArray();
        return new(new(set, arguments.Input(gains), arguments.Input(best), 1, arguments.Output<int>(6)), 1);
    }

    public static ItemRun<ClusterAssignment> Assignment(CaseArguments arguments)
    {
        var (set, count) = Set(arguments);
        int blocks = ClusterSet.BlocksOf(count), k = arguments.Random.Next(1, 20);
        return new(
            new(set, arguments.Input(Coordinates(arguments, 3 * k)), k, arguments.Output<int>(count), arguments.Output<long>(blocks * k * ClusterSet.SumLength)), blocks);
    }

    public static ItemRun<ClusterMove> Move(CaseArguments arguments)
    {
        int blocks = arguments.Size(), k = arguments.Random.Next(1, 20);
        var parts = arguments.Bits<int>(blocks * k * ClusterSet.SumLength).Select((v, i) => i % ClusterSet.SumLength == 0 ? (long)(v & 3) : v % (1 << 14)).ToArray();
        return new(new(arguments.Input(parts), blocks, arguments.Input(Coordinates(arguments, 3 * k))), k);
    }

    private static (ClusterSet Set, int Count) Set(CaseArguments arguments)
    {
        int count = arguments.Size(700), kinds = arguments.Random.Next(2);
        var points = arguments.Input(Coordinates(arguments, 3 * count));
        return (new ClusterSet(points, kinds == 0 ? points : arguments.Input(arguments.Bits<int>(count).Select(c => c & int.MaxValue).ToArray()), kinds == 1, count), count);
    }

    // Both ends, and few enough different ones that distances tie.
    private static int[] Coordinates(CaseArguments arguments, int length)
    {
        var step = 1 << arguments.Random.Next(15);
        return [.. Enumerable.Range(0, length).Select(_ => arguments.Random.Next(-ClusterPoints.MaxCoordinate, ClusterPoints.MaxCoordinate + 1) / step * step)];
    }
}
