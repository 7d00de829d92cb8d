using Gpu.Benchmarks.Comparing;
using Gpu.Benchmarks.Contests;
using OpenCvSharp;

namespace Gpu.Benchmarks.Peers;

/// <summary>OpenCV 4.13 with IPP through OpenCvSharp: the faster of it and Debian's OpenCV counts.</summary>
internal static class SharpPeers
{
    private const int Threads = 2;

    public static IContender Crossfade() => Peer("crossfade", static () =>
    {
        Mat a = Noise(Data.Width, Data.Height, MatType.CV_8UC4), b = Noise(Data.Width, Data.Height, MatType.CV_8UC4), into = new();
        return new OwnedCall(() => Cv2.AddWeighted(a, 0.7, b, 0.3, 0, into), a, b, into);
    });

    public static Func<IContender> Resize(string flag) => () => Peer(flag, () =>
    {
        var how = Enum.Parse<InterpolationFlags>(flag);
        Mat source = Noise(Data.SourceWidth, Data.SourceHeight, MatType.CV_8UC3), into = new();
        return new OwnedCall(() => Cv2.Resize(source, into, new Size(Data.Width, Data.Height), 0, 0, how), source, into);
    });

    public static Func<IContender> Turn(string flag) => () => Peer($"warpAffine {flag}", () =>
    {
        Mat source = Noise(2208, 1242, MatType.CV_8UC3), into = new();
        double turn = 12 * Math.PI / 180, cos = 1.09 * Math.Cos(turn), sin = 1.09 * Math.Sin(turn);
        var matrix = Mat.FromPixelData(2, 3, MatType.CV_64FC1, new[] { cos, sin, 1104 - (960 * cos) - (540 * sin), -sin, cos, 621 + (960 * sin) - (540 * cos) });
        return new OwnedCall(
            () => Cv2.WarpAffine(source, into, matrix, new Size(Data.Width, Data.Height), Enum.Parse<InterpolationFlags>(flag) | InterpolationFlags.WarpInverseMap, BorderTypes.Replicate),
            source, into, matrix);
    });

    public static IContender Gaussian() => Peer("GaussianBlur", static () =>
    {
        Mat source = Noise(Data.Width, Data.Height, MatType.CV_8UC4), into = new();
        return new OwnedCall(() => Cv2.GaussianBlur(source, into, new Size(0, 0), 5), source, into);
    });

    public static IContender Box() => Peer("blur", static () =>
    {
        Mat source = Noise(Data.Width, Data.Height, MatType.CV_8UC4), into = new();
        return new OwnedCall(() => Cv2.Blur(source, into, new Size(17, 17)), source, into);
    });

    public static IContender FromNv12() => Peer("cvtColor", static () =>
    {
        Mat source = Noise(Data.Width, Data.Height * 3 / 2, MatType.CV_8UC1), into = new();
        return new OwnedCall(() => Cv2.CvtColor(source, into, ColorConversionCodes.YUV2RGBA_NV12), source, into);
    });

    public static IContender Warp() => Peer("warpAffine", static () =>
    {
        Mat source = Noise(2208, 1242, MatType.CV_8UC3), into = new();
        var matrix = Mat.FromPixelData(2, 3, MatType.CV_64FC1, new[] { 1.09, 0, 31.37, 0, 1.09, 17.83 });
        return new OwnedCall(
            () => Cv2.WarpAffine(source, into, matrix, new Size(Data.Width, Data.Height), InterpolationFlags.Linear | InterpolationFlags.WarpInverseMap, BorderTypes.Replicate),
            source, into, matrix);
    });

    public static IContender ToI420() => Peer("cvtColor", static () =>
    {
        Mat source = Noise(Data.Width, Data.Height, MatType.CV_8UC3), into = new();
        return new OwnedCall(() => Cv2.CvtColor(source, into, ColorConversionCodes.RGB2YUV_I420), source, into);
    });

    public static Func<IContender> Laplacian(string depth) => () => Peer($"Laplacian {depth}", () =>
    {
        Mat source = Noise(Data.Width, Data.Height, MatType.CV_8UC1), into = new(), mean = new(), deviation = new();
        var type = depth == "CV_16S" ? MatType.CV_16S : MatType.CV_64F;
        return new OwnedCall(
            () =>
            {
                Cv2.Laplacian(source, into, type);
                Cv2.MeanStdDev(into, mean, deviation);
            },
            source, into, mean, deviation);
    });

    private static Call Peer(string name, Func<OwnedCall> make) => new($"OpenCvSharp {name}", () =>
    {
        try
        {
            Cv2.SetNumThreads(Threads);
            return make();
        }
        catch (Exception e) when (e is DllNotFoundException or TypeInitializationException or BadImageFormatException)
        {
            throw new ContenderError("its native library does not load; it needs Debian's libgtk-3-0.", e);
        }
    });

    private static Mat Noise(int width, int height, MatType type)
    {
        var mat = new Mat(height, width, type);
        Cv2.Randu(mat, Scalar.All(0), Scalar.All(256));
        return mat;
    }
}
