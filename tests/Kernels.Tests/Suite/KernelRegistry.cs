using Gpu.Kernels.Imaging;
using Gpu.Kernels.Imaging.Grading;
using Gpu.Kernels.Judging;
using Gpu.Kernels.Tests.Imaging;
using Gpu.Kernels.Tests.Judging;
using Gpu.Kernels.Tests.Video;
using Gpu.Kernels.Video;
using Gpu.Kernels.Scoring;
using Gpu.Kernels.Tests.Scoring;

namespace Gpu.Kernels.Tests.Suite;

/// <summary>Every operation that the suite checks, one line each. <see cref="RegistryTests"/> fails for one that is missing.</summary>
internal static class KernelRegistry
{
    private static readonly KernelCase[] All =
    [
        KernelCase.Items<WeightedScore>("score.weighted", WeightedScoreCases.Make),
        KernelCase.Items<WeightedScores>("score.weighted.many", WeightedScoresCases.Make),
        KernelCase.Items<TopK<ScoreKeys>>("score.top", TopKCases.Scores),
        KernelCase.Items<TopK<GivenKeys>>("score.top.again", TopKCases.Keys),
        KernelCase.Items<KeyScores>("score.top.scores", TopKCases.ScoresOfKeys),
        KernelCase.Items<SimilarRows>("score.similar", SimilarityCases.Rows),
        KernelCase.Items<InverseNorms>("score.norms", SimilarityCases.Norms),
        KernelCase.Items<DiverseSelection>("score.diverse", DiverseCases.Selection),
        KernelCase.Items<DiverseStep>("score.diverse.step", DiverseCases.Step),
        KernelCase.Items<NormaliseRows>("score.normalise", LearningCases.Rows),
        KernelCase.Items<PairLosses>("score.loss", LearningCases.Losses),
        KernelCase.Items<PairGradient>("score.loss.gradient", LearningCases.Gradient),
        KernelCase.Items<RankStart>("score.links.start", LinkCases.Start),
        KernelCase.Items<LinkShares>("score.links.shares", LinkCases.Shares),
        KernelCase.Items<RankStep>("score.links.step", LinkCases.Step),
        KernelCase.Items<RankChange>("score.links.change", LinkCases.Change),
        KernelCase.Items<TopK<HashKeys>>("score.hashes", LinkCases.Hashes),
        KernelCase.Items<ClusterSeeds>("score.clusters.seeds", ClusterCases.Seeds),
        KernelCase.Items<ClusterChoice>("score.clusters.choice", ClusterCases.Choice),
        KernelCase.Items<ClusterAssignment>("score.clusters.assign", ClusterCases.Assignment),
        KernelCase.Items<ClusterMove>("score.clusters.move", ClusterCases.Move),
        KernelCase.Items<ByteSum>("suite.bytesum", ByteSum.Make),
        KernelCase.Pixels<ByteMix>("suite.bytemix", ByteMix.Make),
        KernelCase.Pixels<RgbaToPlanes>("imaging.planes", ImagingCases.RgbaToPlanes),
        KernelCase.Pixels<PlanesToRgba>("imaging.rgba", ImagingCases.PlanesToRgba),
        KernelCase.Pixels<Crossfade>("imaging.crossfade", ImagingCases.Crossfade),
        KernelCase.Pixels<CompositeOver>("imaging.over", ImagingCases.CompositeOver),
        KernelCase.Pixels<Blur>("imaging.blur", BlurCases.Blur),
        KernelCase.Pixels<BlurLines>("imaging.blur.lines", BlurCases.BlurLines),
        KernelCase.Pixels<BlurColumns>("imaging.blur.columns", BlurCases.BlurColumns),
        KernelCase.Pixels<Box>("imaging.box", BlurCases.Box),
        KernelCase.Pixels<BoxColumns>("imaging.box.columns", BlurCases.BoxColumns),
        KernelCase.Pixels<BoxLines>("imaging.box.lines", BlurCases.BoxLines),
        KernelCase.Pixels<MapColours>("imaging.cube", GradingCases.MapColours),
        KernelCase.Pixels<BlendLight>("imaging.light", GradingCases.BlendLight),
        KernelCase.Pixels<Resize>("imaging.resize", ImagingCases.Resize),
        KernelCase.Pixels<ResizeLines>("imaging.resize.lines", ImagingCases.ResizeLines),
        KernelCase.Pixels<ResizeColumns>("imaging.resize.columns", ImagingCases.ResizeColumns),
        KernelCase.Items<LaplacianBlocks>("judging.laplacian", JudgingCases.LaplacianBlocks),
        KernelCase.Items<ColourBlocks>("judging.colourfulness", JudgingCases.ColourBlocks),
        KernelCase.Items<LumaPixels>("judging.luma", JudgingCases.LumaPixels),
        KernelCase.Items<GrayPixels>("judging.gray", JudgingCases.GrayPixels),
        KernelCase.Items<PartHistogram<LumaBins>>("judging.histogram.luma", JudgingCases.LumaHistogram),
        KernelCase.Items<PartHistogram<ColourBins>>("judging.histogram.colour", JudgingCases.ColourHistogram),
        KernelCase.Items<HashCoefficients>("judging.hash", JudgingCases.HashCoefficients),
        KernelCase.Items<SaliencyCells>("judging.saliency", JudgingCases.SaliencyCells),
        KernelCase.Items<CropScores>("judging.crops", JudgingCases.CropScores),
        KernelCase.Items<DominantColours>("judging.colours", JudgingCases.DominantColours),
        KernelCase.Items<SumCounters>("judging.histogram.sums", JudgingCases.SumCounters),
        KernelCase.Items<SumParts>("judging.sums", JudgingCases.SumParts),
        KernelCase.Pixels<FrameComposition>("video.frame", VideoCases.FrameComposition),
        KernelCase.Pixels<StyledFrame>("video.styled", StyledCases.StyledFrame),
        KernelCase.Items<RowBlur>("video.rowblur", StyledCases.RowBlur),
    ];

    public static TheoryData<string> Names { get; } = [.. All.Select(c => c.Name)];

    public static IEnumerable<KernelCase> Cases => All;

    public static KernelCase Get(string name) => All.Single(c => c.Name == name);
}
