using Gpu.Benchmarks.Comparing;
using Gpu.Benchmarks.Peers;
using Gpu.Kernels.Judging;
using Gpu.Kernels.Launching;

namespace Gpu.Benchmarks.Contests;

/// <summary>What judges pictures.</summary>
internal static class JudgingContests
{
    // A few distinct ones, larger than any cache: 100 would be 5 GB.
    private const int Pictures = 100;
    private const int Distinct = 4;
    private const int PictureWidth = 4000;
    private const int PictureHeight = 3000;

    public static IEnumerable<Contest> List(PythonWorker python)
    {
        yield return new Contest("Laplacian variance 1080p", "ms", static () => new Call("ours", Sharpness),
        [
            new Opponent("OpenCV Laplacian and meanStdDev", 3, python.Peer("opencv.laplacian16"), python.Peer("opencv.laplacian64"), SharpPeers.Laplacian("CV_16S"), SharpPeers.Laplacian("CV_64F")),
            new Opponent("reading the pixels once", 1 / 1.5, static () => new Call("own read", static () => Read(Data.Width, Data.Height, Data.Height))) { Kind = "limit" },
        ]);
        yield return new Contest($"judging {Pictures} pictures of 12 megapixels", "ms", static () => new Call("ours", Judge),
        [
            new Opponent("OpenCV and numpy, the same measures", 3, python.Peer("opencv.judge"), python.Peer("opencv.judge2")),
            new Opponent("reading the pixels once", 1 / 1.5, static () => new Call("own read", static () => Read(4 * PictureWidth, Pictures * PictureHeight, Distinct * PictureHeight))) { Kind = "limit" },
        ],
        Rounds: 3);
    }

    private static OwnedCall Judge()
    {
        var device = new BenchDevice();
        var distinct = Enumerable.Range(0, Distinct).Select(i => Data.Photograph(PictureWidth, PictureHeight, i)).ToArray();
        RgbaPicture[] pictures = [.. Enumerable.Range(0, Pictures).Select(i => new RgbaPicture(PictureWidth, PictureHeight, distinct[i % Distinct]))];
        return new OwnedCall(
            () =>
            {
                var work = new JudgePictures(pictures);
                device.Execute(work);
                work.Results();
            },
            device);
    }

    private static OwnedCall Sharpness()
    {
        var device = new BenchDevice();
        var work = new MeasureSharpness(Data.Width, Data.Height, Data.Noise(Data.Width * Data.Height, 1));
        return new OwnedCall(() => device.Execute(work), device);
    }

    // Where rows are more than distinct ones, those are read again.
    private static OwnedCall Read(int columns, int rows, int distinct)
    {
        var device = new BenchDevice();
        var bytes = device.Noise(columns * distinct, 1);
        var marks = device.Accelerator.Allocate1D<int>(distinct);
        return new OwnedCall(
            () =>
            {
                for (var i = 0; i < rows; i += distinct)
                {
                    device.Accelerator.Run(new ReadBytes(bytes.View, marks.View, columns), distinct);
                }

                device.Accelerator.Synchronize();
            },
            bytes, marks, device);
    }
}
