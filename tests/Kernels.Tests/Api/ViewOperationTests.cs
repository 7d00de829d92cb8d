using Gpu.Kernels.Launching;
using Gpu.Kernels.Scoring;
using Gpu.Kernels.Tests.Suite;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Tests.Api;

/// <summary>Operations of several launches on views of a host's own accelerator give what the typed work gives.</summary>
public sealed class ViewOperationTests(Devices devices)
{
    private const int Rows = 700;
    private const int Columns = 24;
    private const int Queries = 5;
    private const int K = 9;
    private readonly float[] _matrix = Numbers(Rows * Columns, 1);
    private readonly float[] _queries = Numbers(Queries * Columns, 2);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Similar_rows_are_those_of_the_work(bool pocl)
    {
        int[] top = new int[Queries * K];
        var scores = new float[Queries * K];
        devices.Cpu.Execute(new FindSimilar(_queries, _matrix, Columns, Similarity.Cosine, top, scores));
        var (a, memory) = On(pocl);
        using var own = memory;
        var (chosen, similar) = (own.Output<int>(top.Length), own.Output<float>(top.Length));
        a.FindSimilar(own.Input(_queries), own.Input(_matrix), Columns, Similarity.Cosine, chosen, similar);
        Assert.Equal(top, Read(a, chosen));
        Assert.Equal(scores, Read(a, similar));
        a.ReleaseWorkingMemory();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_other_selections_are_those_of_the_works(bool pocl)
    {
        var hashes = _matrix.Select(m => (ulong)(m * 1e18f)).ToArray();
        int[] near = new int[2 * K], best = new int[K], diverse = new int[K];
        devices.Cpu.Execute(new FindHashes(hashes.AsMemory(0, 2), hashes, near));
        devices.Cpu.Execute(new SelectTop(_matrix, _matrix.Length, best));
        devices.Cpu.Execute(new SelectDiverse(_matrix, Columns, _matrix.AsMemory(0, Rows), Similarity.Dot, 0.4f, diverse));
        var (a, memory) = On(pocl);
        using var own = memory;
        ArrayView<int> nearView = own.Output<int>(near.Length), bestView = own.Output<int>(K), diverseView = own.Output<int>(K);
        var (matrix, all) = (own.Input(_matrix), own.Input(hashes));
        a.FindHashes(all.SubView(0, 2), all, nearView);
        a.SelectTop(matrix, _matrix.Length, bestView);
        a.SelectDiverse(matrix, Columns, matrix.SubView(0, Rows), Similarity.Dot, 0.4f, diverseView);
        Assert.Equal(near, Read(a, nearView));
        Assert.Equal(best, Read(a, bestView));
        Assert.Equal(diverse, Read(a, diverseView));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Ranks_and_losses_are_those_of_the_works(bool pocl)
    {
        const int Nodes = 20;
        int[] pairs = [3, 4, 5, 600, 0, 699];
        float[] ranks = new float[Nodes], losses = new float[3], gradient = new float[Columns];
        devices.Cpu.Execute(new RankByLinks(_matrix.AsMemory(0, Nodes * Nodes), ranks));
        devices.Cpu.Execute(new RankLoss(_matrix, _queries.AsMemory(0, Columns), pairs, losses, gradient));
        var (a, memory) = On(pocl);
        using var own = memory;
        ArrayView<float> ranksView = own.Output<float>(Nodes), lossesView = own.Output<float>(3), gradientView = own.Output<float>(Columns);
        var matrix = own.Input(_matrix);
        a.RankByLinks(matrix.SubView(0, Nodes * Nodes), ranksView);
        a.RankLoss(matrix, own.Input(_queries).SubView(0, Columns), own.Input(pairs), lossesView, gradientView);
        Assert.Equal(ranks, Read(a, ranksView));
        Assert.Equal(losses, Read(a, lossesView));
        Assert.Equal(gradient, Read(a, gradientView));
    }

    [Fact]
    public void What_does_not_fit_is_refused_with_its_numbers()
    {
        using var own = new CaseArguments(devices.Cpu, 1, 0, false);
        var numbers = own.Input(new float[96]);
        var top = own.Output<int>(8);
        Says("96", () => devices.Cpu.FindSimilar(numbers, numbers, 7, Similarity.Dot, top));
        Says("4 rows", () => devices.Cpu.SelectTop(numbers, 24, top.SubView(0, 7)), "7");
        Says("overlaps", () => devices.Cpu.SelectTop(numbers, 24, numbers.Cast<int>().SubView(0, 4)), "4");
        Says("1.5", () => devices.Cpu.SelectDiverse(numbers, 24, numbers.SubView(0, 4), Similarity.Dot, 1.5f, top.SubView(0, 2)));
        Says("1.85", () => devices.Cpu.RankByLinks(numbers.SubView(0, 81), numbers.SubView(81, 9), 1.85f));
        Says("10", () => devices.Cpu.RankByLinks(numbers.SubView(0, 81), numbers.SubView(81, 10)), "81");
        Says("overlaps", () => devices.Cpu.RankLoss(numbers, numbers.SubView(0, 24), top, numbers.SubView(0, 4), own.Output<float>(24)));
        Says("1 losses", () => devices.Cpu.RankLoss(numbers, numbers.SubView(0, 24), top, own.Output<float>(1), own.Output<float>(24)), "4");
    }

    private static void Says(string word, Action call, string? other = null)
    {
        var message = Assert.ThrowsAny<ArgumentException>(call).Message;
        Assert.Contains(word, message, StringComparison.Ordinal);
        Assert.Contains(other ?? word, message, StringComparison.Ordinal);
    }

    private static float[] Numbers(int length, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, length).Select(_ => random.NextSingle())];
    }

    private static T[] Read<T>(Accelerator accelerator, ArrayView<T> view)
        where T : unmanaged
    {
        accelerator.Synchronize();
        var data = new T[view.Length];
        view.CopyToCPU(data);
        return data;
    }

    private (Accelerator Accelerator, CaseArguments Memory) On(bool pocl)
    {
        var accelerator = pocl ? devices.Pocl : devices.Cpu;
        return (accelerator, new CaseArguments(accelerator, 1, 0, false));
    }
}
