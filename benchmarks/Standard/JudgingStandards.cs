using Gpu.Benchmarks.Contests;
using Gpu.Kernels.Judging;

namespace Gpu.Benchmarks.Standard;

/// <summary>Judging: eight pictures of 12 megapixels (4000x3000) as a launch has them, brought to 1024x768 and to 341x256.</summary>
internal static class JudgingStandards
{
    private const int Pictures = 8;
    private const int Colours = 5;
    private const int Slots = 64;
    private const string Measured = "8 pictures of 1024x768";
    private const string Small = "8 pictures of 341x256";
    private static readonly JudgeGroup Group = new(
        0, [.. Enumerable.Repeat(new RgbaPicture(4000, 3000, ReadOnlyMemory<byte>.Empty), Pictures)], new JudgeOptions { Aspects = [new(16, 9), new(1, 1), new(9, 16)] });

    public static IEnumerable<StandardKernel> All { get; } =
    [
        StandardKernel.Items<LumaPixels>("judging.luma", Measured, "pixel", Group.Measured.Pixels, Group.Measured.Pixels, a =>
            new(Photographs(a, Group.Measured), a.Output<byte>(Group.Measured.Pixels))),
        StandardKernel.Items<GrayPixels>("judging.gray", Small, "pixel", Group.Small.Pixels, Group.Small.Pixels, a =>
            new(Photographs(a, Group.Small), a.Output<uint>(Group.Small.Pixels))),
        StandardKernel.Items<LaplacianBlocks>("judging.laplacian", Measured, "pixel", Group.Measured.Pixels, Group.Measured.Blocks, a =>
            new(a.Noise(Group.Measured.Pixels), Blocks(a, Group.Measured), a.Output<long>(LaplacianBlocks.Measures * Group.Measured.Blocks))),
        StandardKernel.Items<ColourBlocks>("judging.colourfulness", Measured, "pixel", Group.Measured.Pixels, Group.Measured.Blocks, a =>
            new(Photographs(a, Group.Measured), Blocks(a, Group.Measured), a.Output<long>(ColourBlocks.Measures * Group.Measured.Blocks))),
        StandardKernel.Items<PartHistogram<LumaBins>>("judging.histogram.luma", Measured, "pixel", Group.Measured.Pixels, Group.Measured.Parts, a =>
            new(new LumaBins(a.Noise(Group.Measured.Pixels), a.Output<uint>(LumaBins.Count * Group.Measured.Parts)), Blocks(a, Group.Measured), a.Input(Group.Measured.Starts), a.Input(Group.Measured.PartStarts))),
        StandardKernel.Items<PartHistogram<ColourBins>>("judging.histogram.colour", Small, "pixel", Group.Small.Pixels, Group.Small.Parts, a =>
            new(new ColourBins(Photographs(a, Group.Small), a.Output<uint>(ColourBins.Count * Group.Small.Parts)), Blocks(a, Group.Small), a.Input(Group.Small.Starts), a.Input(Group.Small.PartStarts))),
        StandardKernel.Items<SumCounters>("judging.histogram.sums", Measured + ", their parts", "counter", LumaBins.Count * Group.Measured.Parts, LumaBins.Count * Pictures, a =>
            new(a.Output<uint>(LumaBins.Count * Group.Measured.Parts), a.Input(Group.Measured.PartStarts), LumaBins.Count, a.Output<uint>(LumaBins.Count * Pictures))),
        StandardKernel.Items<SumParts>("judging.sums", Measured + ", their blocks", "sum", ColourBlocks.Measures * Group.Measured.Blocks, Pictures * Slots * ColourBlocks.Measures, a =>
            new(a.Output<long>(ColourBlocks.Measures * Group.Measured.Blocks), a.Input(Group.Measured.Starts), Slots, ColourBlocks.Measures, a.Output<long>(Pictures * Slots * ColourBlocks.Measures))),
        StandardKernel.Items<HashCoefficients>("judging.hash", "8 pictures of 32x32", "coefficient", Pictures * Coefficients, Pictures * Coefficients, a =>
            new(a.Noise(4 * HashCoefficients.Side * HashCoefficients.Side * Pictures), a.Input(HashCoefficients.Cosines), a.Output<long>(Pictures * Coefficients))),
        StandardKernel.Items<SaliencyCells>("judging.saliency", Small, "pixel", Group.Small.Pixels, Group.Cells, a =>
            new(Photographs(a, Group.Small), a.Input(Group.Small.Shapes), a.Input(Group.CellStarts), a.Output<int>(Group.Cells))),
        StandardKernel.Items<CropScores>("judging.crops", Small + ", 3 aspects", "crop", Group.CropCount, Group.CropCount, a =>
            new(a.Output<int>(Group.Cells), a.Input(Group.Importance), a.Input(Group.Crops), a.Output<long>(Group.CropCount))),
        StandardKernel.Items<DominantColours>("judging.colours", "8 pictures, 5 colours", "picture", Pictures, Pictures, a =>
            new(Histograms(a), a.Input(Oklab.Table), Colours, a.Output<int>(Pictures * DominantColours.WorkLength(Colours)), a.Output<long>(Pictures * Colours * DominantColours.ColourLength))),
    ];

    private static int Coefficients => HashCoefficients.Kept * HashCoefficients.Kept;

    private static PictureBlocks Blocks(StandardArguments a, BlockLayout layout) => new(a.Input(layout.Shapes), a.Input(layout.Starts));

    private static ILGPU.ArrayView<byte> Photographs(StandardArguments a, BlockLayout layout) =>
        a.Input(Enumerable.Range(0, Pictures).SelectMany(i => Data.Photograph(layout.Shapes[(3 * i) + 1], layout.Shapes[(3 * i) + 2], i)).ToArray());

    private static ILGPU.ArrayView<uint> Histograms(StandardArguments a)
    {
        var histogram = new uint[Pictures * ColourBins.Count];
        for (var picture = 0; picture < Pictures; picture++)
        {
            var rgba = Data.Photograph(341, 256, picture);
            for (var i = 0; i < rgba.Length; i += 4)
            {
                var cell = (picture * ColourBins.Count) + (ColourBins.CellLength * ((rgba[i] >> 5 << 6) | (rgba[i + 1] >> 5 << 3) | (rgba[i + 2] >> 5)));
                histogram[cell]++;
                histogram[cell + 1] += rgba[i];
                histogram[cell + 2] += rgba[i + 1];
                histogram[cell + 3] += rgba[i + 2];
            }
        }

        return a.Input(histogram);
    }
}
