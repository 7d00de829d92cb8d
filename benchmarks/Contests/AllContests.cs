using Gpu.Benchmarks.Comparing;
using Gpu.Benchmarks.Peers;

namespace Gpu.Benchmarks.Contests;

/// <summary>Every contest, in the order of the table. A new one is listed here.</summary>
internal static class AllContests
{
    public static IEnumerable<Contest> List(PythonWorker python, FrameContests frames, CacheContests caches, FilmContests films) =>
        [.. ImagingContests.List(python), .. frames.List(python), .. ScoringContests.List(python), .. RankingContests.List(python), .. JudgingContests.List(python), .. EngineContests.List(python), .. caches.List(), .. films.List(), .. films.Batches()];
}
