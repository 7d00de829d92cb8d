using Gpu.Benchmarks.Comparing;
using Gpu.Benchmarks.Contests;
using Gpu.Kernels.Imaging;
using Gpu.Kernels.Imaging.Grading;
using Gpu.Kernels.Judging;
using Gpu.Kernels.Launching;
using Gpu.Kernels.Scoring;
using Gpu.Kernels.Video;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Benchmarks.Standard;

/// <summary>
/// What a host calls: works as a device of the runtime carries them out, and calls on views of its own accelerator, pictures
/// of 1920x1080 unless a name says another size.
/// </summary>
internal static class StandardOperations
{
    private const int Pixels = Data.Width * Data.Height;
    private const int Few = 10_000;

    public static IReadOnlyDictionary<string, Func<OwnedCall>> All { get; } =
        Imaging().Concat(StandardFrames.All).Concat(Judging()).Concat(Scoring()).ToDictionary(o => o.Name, o => o.Open);

    private static IEnumerable<(string Name, Func<OwnedCall> Open)> Imaging() =>
    [
        ("ConvertToPlanes, NV12", static () => Views(4 * Pixels, I420.Length(Data.Width, Data.Height), static (a, from, to) => a.ConvertToPlanes(from, to, Data.Width, Data.Height, Nv12))),
        ("ConvertToRgba, NV12", static () => Views(I420.Length(Data.Width, Data.Height), 4 * Pixels, static (a, from, to) => a.ConvertToRgba(from, to, Data.Width, Data.Height, Nv12))),
        ("CompositeOver", static () => Views(4 * Pixels, 4 * Pixels, static (a, from, to) => a.CompositeOver(from, to, to, Data.Width, Data.Height))),
        ("Crossfade", static () => Views(4 * Pixels, 4 * Pixels, static (a, from, to) => a.Crossfade(from, to, to, Data.Width, Data.Height, 0.3))),
        ("GaussianBlur, sigma 5", static () => Kept(static a => new GaussianBlur(a, Data.Width, Data.Height, 5), static b => b.Run)),
        ("BoxBlur, radius 8", static () => Kept(static a => new BoxBlur(a, Data.Width, Data.Height, 8), static b => b.Run)),
        ("ColourMap, 33 a side", static () => Kept(static a => new ColourMap(a, StandardFrames.Cube()), static m => (from, to) => m.Run(from, to, Data.Width, Data.Height))),
        ("ConvertToI420", static () => Work(static () => new ConvertToI420(Data.Width, Data.Height, Data.Noise(4 * Pixels, 1), Frame()))),
        ("ResizeImage, Lanczos from 2500x1667", static () => Work(static () => new ResizeImage(Data.SourceWidth, Data.SourceHeight, Photograph(), Data.Width, Data.Height, ResizeFilter.Lanczos, new byte[4 * Pixels]))),
        ("PreparePicture, Lanczos from 2500x1667", static () => Work(static () => new PreparePicture(Data.SourceWidth, Data.SourceHeight, Photograph(), Data.Width, Data.Height, ResizeFilter.Lanczos, 0, Frame()))),
        ("BackgroundFill, sigma 40 from 2500x1667", static () => Work(static () => new BackgroundFill(Data.SourceWidth, Data.SourceHeight, Photograph(), Data.Width, Data.Height, 40, 0.6, 0, Frame()))),
    ];

    private static IEnumerable<(string Name, Func<OwnedCall> Open)> Judging() =>
    [
        ("MeasureSharpness", static () => Work(static () => new MeasureSharpness(Data.Width, Data.Height, Data.Noise(Pixels, 1)))),
        ("MeasureColours", static () => Work(static () => new MeasureColours(Data.Width, Data.Height, Data.Photograph(Data.Width, Data.Height, 1)))),
        ("MapSaliency, 455x256", static () => Work(static () => new MapSaliency(455, 256, Data.Photograph(455, 256, 1), new int[56 * 32]))),
        ("JudgePictures, 8", static () => Work(static () => new JudgePictures([.. Enumerable.Range(0, 8).Select(i => new RgbaPicture(Data.Width, Data.Height, Data.Photograph(Data.Width, Data.Height, i)))]))),
    ];

    private static IEnumerable<(string Name, Func<OwnedCall> Open)> Scoring() =>
    [
        ("ScoreCandidates, 65,536 x 128", static () => Work(static () =>
            new ScoreCandidates(Matrix(Data.Candidates), Data.Numbers(Data.Features, 2), Data.Numbers(Data.Candidates, 3), new float[Data.Candidates], new int[Data.Top]))),
        ("SelectTop, 10 of 65,536", static () => Work(static () => new SelectTop(Data.Numbers(Data.Candidates, 1), Data.Candidates, new int[Data.Top]))),
        ("SelectDiverse, 50 of 10,000 x 128", static () => Work(static () => new SelectDiverse(Matrix(Few), Data.Features, Data.Numbers(Few, 2), Similarity.Cosine, 0.5f, new int[50]))),
        ("FindSimilar, 64 queries of 65,536 x 128", static () => Work(static () =>
            new FindSimilar(Matrix(64), Matrix(Data.Candidates), Data.Features, Similarity.Cosine, new int[64 * Data.Top], new float[64 * Data.Top]))),
        ("FindHashes, 64 of 65,536", static () => Work(static () => new FindHashes(Hashes(64), Hashes(Data.Candidates), new int[64 * Data.Top]))),
        ("Normalise, 65,536 x 128", static () => Work(static () => new Normalise(Matrix(Data.Candidates), Data.Features, Normalisation.ZScore, new float[Data.Candidates * Data.Features]))),
        ("RankByLinks, 1,000", static () => Work(static () => new RankByLinks(Data.Numbers(1_000_000, 1), new float[1000]))),
        ("RankLoss, 10,000 pairs", static () => Work(static () => new RankLoss(Matrix(Few), Data.Numbers(Data.Features, 2), Pairs(), new float[Few], new float[Data.Features]))),
        ("ClusterPoints, 8 of 65,536", static () => Work(static () => new ClusterPoints(Points(3 * Data.Candidates), default, new int[24], new int[Data.Candidates]))),
    ];

    private static PlaneFormat Nv12 => PlaneFormat.Video with { Layout = PlaneLayout.Nv12 };

    private static byte[] Frame() => new byte[I420.Length(Data.Width, Data.Height)];

    private static byte[] Photograph() => Data.Photograph(Data.SourceWidth, Data.SourceHeight, 1);

    private static float[] Matrix(int rows) => Data.Numbers(rows * Data.Features, rows);

    private static int[] Points(int count) => [.. Data.Noise(count, 1).Select(static b => (int)b)];

    private static int[] Pairs() => [.. Data.Numbers(2 * Few, 5).Select(static n => (int)(n * (Few - 1)))];

    private static ulong[] Hashes(int count) => [.. Enumerable.Range(0, count).Select(static i => (ulong)i * 0x9E3779B97F4A7C15)];

    private static OwnedCall Work(Func<IDeviceWork> make)
    {
        var device = new BenchDevice();
        var work = make();
        return new OwnedCall(() => device.Execute(work), device);
    }

    private static OwnedCall Views(int from, int to, Action<Accelerator, ArrayView<byte>, ArrayView<byte>> run)
    {
        var device = new BenchDevice();
        MemoryBuffer1D<byte, Stride1D.Dense> source = device.Noise(from, 1), target = device.Noise(to, 2);
        return new OwnedCall(
            () =>
            {
                run(device.Accelerator, source.View, target.View);
                device.Accelerator.Synchronize();
            },
            source, target, device);
    }

    private static OwnedCall Kept<T>(Func<Accelerator, T> make, Func<T, Action<ArrayView<byte>, ArrayView<byte>>> run)
        where T : IDisposable
    {
        var device = new BenchDevice();
        var kept = make(device.Accelerator);
        var bound = run(kept);
        MemoryBuffer1D<byte, Stride1D.Dense> source = device.Accelerator.Allocate1D(Data.Photograph(Data.Width, Data.Height, 1)), target = device.Noise(4 * Pixels, 2);
        return new OwnedCall(
            () =>
            {
                bound(source.View, target.View);
                device.Accelerator.Synchronize();
            },
            source, target, kept, device);
    }
}
