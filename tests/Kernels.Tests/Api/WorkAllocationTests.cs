using Gpu.Kernels.Imaging;
using Gpu.Kernels.Judging;
using Gpu.Kernels.Launching;
using Gpu.Kernels.Scoring;
using Gpu.Kernels.Tests.Suite;
using Gpu.Kernels.Tests.Video;
using Gpu.Kernels.Video;

namespace Gpu.Kernels.Tests.Api;

/// <summary>A description holds what its work needs; carrying it out allocates nothing once its sizes have been seen.</summary>
public sealed class WorkAllocationTests(Devices devices)
{
    private const int Width = 80;
    private const int Height = 60;
    private const int Rows = 400;
    private const int Columns = 16;
    private const int Most = 60;

    // A batch of pictures keeps books of its own, as two devices may try one at the same time; see the test on it.
    private static readonly string[] Excepted = [nameof(JudgePictures)];

    public static TheoryData<string> All => [.. Makers.Keys];

    private static Dictionary<string, Func<IDeviceWork>> Makers => new()
    {
        [nameof(BackgroundFill)] = () => new BackgroundFill(Width, Height, Rgba(), 64, 96, 6, 0.8, 0, new byte[I420.Length(64, 96)]),
        ["BackgroundFill of little blur"] = () => new BackgroundFill(Width, Height, Rgba(), 64, 96, 1.5, 1, 0, new byte[I420.Length(64, 96)]),
        [nameof(ConvertToI420)] = () => new ConvertToI420(Width, Height, Rgba(), new byte[I420.Length(Width, Height)]),
        [nameof(PreparePicture)] = () => new PreparePicture(Width, Height, Rgba(), 40, 44, ResizeFilter.Lanczos, 0xFFFFFF, new byte[I420.Length(40, 44)], new Gpu.Kernels.Imaging.CropBox(1.5f, 2, 70, 50)),
        ["PreparePicture of its size"] = () => new PreparePicture(Width, Height, Opaque(), Width, Height, ResizeFilter.Lanczos, 0, new byte[I420.Length(Width, Height)]),
        [nameof(ResizeImage)] = () => new ResizeImage(Width, Height, Rgba(), 33, 44, ResizeFilter.Bicubic, new byte[4 * 33 * 44]),
        [nameof(MapSaliency)] = () => new MapSaliency(Width, Height, Rgba(), new int[Width / 8 * (Height / 8)]),
        [nameof(MeasureColours)] = () => new MeasureColours(Width, Height, Rgba()),
        [nameof(MeasureSharpness)] = () => new MeasureSharpness(Width, Height, Bytes(Width * Height)),
        [nameof(ClusterPoints)] = () => new ClusterPoints(Points(3 * Rows), Points(Rows), new int[3 * 5], new int[Rows]),
        [nameof(FindHashes)] = () => new FindHashes(new ulong[3], new ulong[Rows], new int[3 * 5]),
        [nameof(FindSimilar)] = () => new FindSimilar(Floats(3 * Columns), Floats(Rows * Columns), Columns, Similarity.Cosine, new int[3 * 5], new float[3 * 5]),
        [nameof(Normalise)] = () => new Normalise(Floats(Rows * Columns), Columns, Normalisation.Softmax, new float[Rows * Columns]),
        [nameof(RankByLinks)] = () => new RankByLinks(Floats(Columns * Columns), new float[Columns]),
        [nameof(RankLoss)] = () => new RankLoss(Floats(Rows * Columns), Floats(Columns), new[] { 1, 2, 3, 4 }, new float[2], new float[Columns]),
        [nameof(ScoreCandidates)] = () => new ScoreCandidates(Floats(Rows * Columns), Floats(Columns), Floats(Rows), new float[Rows], new int[7]),
        [nameof(SelectDiverse)] = () => new SelectDiverse(Floats(Rows * Columns), Columns, Floats(Rows), Similarity.Cosine, 0.5f, new int[6]),
        [nameof(SelectTop)] = () => new SelectTop(Floats(Rows), Rows, new int[6]),
        [nameof(ComposeFrame)] = () => new ComposeFrame(Width, Height, Frames.Whole(Frames.Random(Width, Height)), null, 0, [], new byte[I420.Length(Width, Height)]),
    };

    [Theory]
    [MemberData(nameof(All))]
    public void Carrying_it_out_allocates_nothing(string work) => Assert.Equal(0, Least(Makers[work]()));

    [Fact]
    public void Every_work_is_among_them()
    {
        var works = typeof(IDeviceWork).Assembly.GetExportedTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(IDeviceWork))).Select(t => t.Name);
        Assert.Empty(works.Except(Makers.Keys).Except(Excepted));
    }

    // What it allocates does not grow with the pictures' sizes.
    [Fact]
    public void Judging_allocates_a_few_kilobytes_a_batch()
    {
        JudgePictures Work(int side) => new([.. Enumerable.Range(0, 20).Select(_ => new RgbaPicture(side, side, Bytes(4 * side * side)))]);
        long small = Least(Work(300)), large = Least(Work(600));
        Assert.InRange(large, 0, 32_768);
        Assert.InRange(large, 0, small + 16_384);
    }

    private long Least(IDeviceWork work)
    {
        var least = long.MaxValue;
        for (var i = 0; i < Most && least > 0; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            devices.Cpu.Execute(work);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    private static byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Rgba() => Bytes(4 * Width * Height);

    private static byte[] Opaque()
    {
        var rgba = Rgba();
        for (var i = 3; i < rgba.Length; i += 4)
        {
            rgba[i] = 255;
        }

        return rgba;
    }

    private static int[] Points(int length)
    {
        var random = new Random(length);
        return [.. Enumerable.Range(0, length).Select(_ => random.Next(256))];
    }

    private static float[] Floats(int length)
    {
        var random = new Random(length);
        return [.. Enumerable.Range(0, length).Select(_ => random.NextSingle())];
    }
}
