namespace Gpu.Benchmarks.Ranking;

/// <summary><c>ranking</c>: writes docs/ranking.md.</summary>
internal static class RankingCommand
{
    public static async Task<int> RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        var page = Repository.PathOf(RankingPage.Path);
        await File.WriteAllTextAsync(page, await RankingPage.MakeAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        await output.WriteLineAsync($"Written: {page}").ConfigureAwait(false);
        return 0;
    }
}
