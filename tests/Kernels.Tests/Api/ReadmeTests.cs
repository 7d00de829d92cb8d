using System.Runtime.CompilerServices;
using Gpu.Kernels.Scoring;
using Gpu.Kernels.Tests.Suite;
using ILGPU.Runtime;

namespace Gpu.Kernels.Tests.Api;

/// <summary>The lines of the README that use a host's own accelerator: compiled and run here.</summary>
public sealed class ReadmeTests(Devices devices)
{
    [Fact]
    public void The_three_lines_of_the_readme_do_what_they_say()
    {
        var accelerator = devices.Cpu;
        var random = new Random(1);
        float[] rows = [.. Enumerable.Range(0, 300 * 128).Select(_ => random.NextSingle() - 0.5f)];
        using var matrix = accelerator.Allocate1D(rows);
        using var query = accelerator.Allocate1D(rows[(128 * 42)..(128 * 43)]);

        // README begins.
        using var top = accelerator.Allocate1D<int>(10);
        accelerator.FindSimilar(query.View, matrix.View, columns: 128, Similarity.Cosine, top.View);
        int[] best = top.GetAsArray1D();
        // README ends.

        Assert.Equal(42, best[0]);
        Assert.Equal(10, best.Distinct().Count());
    }

    [Fact]
    public void They_are_those_of_the_readme()
    {
        var source = System.IO.File.ReadAllLines(File()).SkipWhile(l => l.Trim() != "// README begins.").Skip(1).TakeWhile(l => l.Trim() != "// README ends.").Select(l => l.Trim());
        var readme = System.IO.File.ReadAllLines(Path.Combine(Path.GetDirectoryName(File())!, "../../../README.md")).Select(l => l.Trim()).ToList();
        var first = readme.IndexOf(source.First());
        Assert.True(first >= 0, "README.md does not have the lines of this test.");
        Assert.Equal(source, readme.Skip(first).TakeWhile(l => l != "```"));
    }

    private static string File([CallerFilePath] string path = "") => path;
}
