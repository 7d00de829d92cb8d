using Gpu.Benchmarks.Fuzzing;

namespace Gpu.Benchmarks.Tests.Fuzzing;

public sealed class FuzzPagesTests
{
    private static readonly byte[][] Whole = [.. Directory.EnumerateFiles(Repository.PathOf("samples"), "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    [Fact]
    public async Task Changed_samples_are_read_or_refused()
    {
        // Other tests use this process's processor too: here only a hang is too slow.
        var found = await FuzzPages.FuzzAsync(Whole, 7, TimeSpan.FromSeconds(5), 400, double.PositiveInfinity, TestContext.Current.CancellationToken);
        Assert.True(found.Failure is null, found.Failure?.Why);
        Assert.True(found.Read > 0, "No page was read.");
    }

    [Fact]
    public void A_seed_makes_the_same_pages_again_and_each_another()
    {
        var (one, two, other) = (new PageMutator(Whole, 3), new PageMutator(Whole, 3), new PageMutator(Whole, 4));
        var pages = Enumerable.Range(0, 20).Select(_ => one.Next()).ToList();
        Assert.All(pages, page => Assert.Equal(page, two.Next()));
        Assert.Contains(pages, page => !page.AsSpan().SequenceEqual(other.Next()));
        Assert.All(pages, page => Assert.DoesNotContain(Whole, whole => whole.AsSpan().SequenceEqual(page)));
    }
}
