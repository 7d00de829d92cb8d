using Gpu.Benchmarks.Comparing;
using Gpu.Benchmarks.Peers;
using Gpu.Kernels.Judging;
using Gpu.Kernels.Launching;

namespace Gpu.Benchmarks.Contests;

/// <summary>What judges pictures.</summary>
internal static class JudgingContests
{
    public static IEnumerable<Contest> List(PythonWorker python)
    {
        yield return new Contest("Laplacian variance 1080p", "ms", static () => new Call("ours", Sharpness),
        [
            new Opponent("OpenCV Laplacian and meanStdDev", 3, python.Peer("opencv.laplacian16"), python.Peer("opencv.laplacian64"), SharpPeers.Laplacian("CV_16S"), SharpPeers.Laplacian("CV_64F")),
            new Opponent("reading the pixels once", 1 / 1.5, static () => new Call("own read", static () => Read(Data.Width, Data.Height))) { Kind = "limit" },
        ]);
    }

    private static OwnedCall Sharpness()
    {
        var device = new BenchDevice();
        var work = new MeasureSharpness(Data.Width, Data.Height, Data.Noise(Data.Width * Data.Height, 1));
        return new OwnedCall(() => device.Execute(work), device);
    }

    private static OwnedCall Read(int columns, int rows)
    {
        var device = new BenchDevice();
        var bytes = device.Noise(columns * rows, 1);
        var marks = device.Accelerator.Allocate1D<int>(rows);
        return new OwnedCall(
            () =>
            {
                device.Accelerator.Run(new ReadBytes(bytes.View, marks.View, columns), rows);
                device.Accelerator.Synchronize();
            },
            bytes, marks, device);
    }
}
