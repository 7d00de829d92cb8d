using Gpu.Benchmarks.Ranking;

namespace Gpu.Benchmarks.Tests;

public sealed class RankingPageTests
{
    [Fact]
    public async Task The_page_that_explains_a_ranking_is_what_its_command_makes()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var expected = await File.ReadAllTextAsync(Repository.PathOf(RankingPage.Path), cancellation);
        Assert.True(expected == await RankingPage.MakeAsync(cancellation), $"{RankingPage.Path} is out of date: dotnet run -c Release --project benchmarks -- ranking");
    }
}
