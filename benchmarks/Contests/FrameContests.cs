using System.Globalization;
using System.Text;
using Gpu.Benchmarks.Comparing;
using Gpu.Benchmarks.Peers;
using Gpu.Benchmarks.Standard;
using Gpu.Kernels.Video;

namespace Gpu.Benchmarks.Contests;

/// <summary>What is done with frames of 1080p: transitions, colours, turns and blurs.</summary>
internal sealed class FrameContests : IDisposable
{
    private const int Rounds = 5;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gpu-frames-");

    // Ours, and what ffmpeg calls it.
    private static readonly (Transition Transition, string Name)[] Transitions =
    [
        (Transition.Fade, "fade"), (Transition.FadeBlack, "fadeblack"), (Transition.Dissolve, "dissolve"), (Transition.WipeLeft, "wipeleft"),
        (Transition.SmoothLeft, "smoothleft"), (Transition.SlideLeft, "slideleft"), (Transition.CircleOpen, "circleopen"), (Transition.Radial, "radial"),
        (Transition.Pixelize, "pixelize"), (Transition.HorizontalBlur, "hblur"),
    ];

    public IEnumerable<Contest> List(PythonWorker python)
    {
        foreach (var (transition, name) in Transitions)
        {
            yield return new Contest($"transition {name} 1080p, I420", "ms", () => new Call("ours", () => StandardFrames.Still(transition, Planes(1), Planes(2))),
                [new Opponent($"ffmpeg xfade={name}", 1, FfmpegFrames.Peer("xfade", "yuv420p", () => [File("one.yuv", () => Planes(1)), File("two.yuv", () => Planes(2))], $"[a][b]xfade=transition={name}:duration=15:offset=0[out]"))],
                Rounds);
        }

        yield return new Contest("3D LUT of 33 a side, 1080p RGBA", "ms", Ours("ColourMap, 33 a side"),
        [
            new Opponent("ffmpeg lut3d, tetrahedral", 1,
                FfmpegFrames.Peer("lut3d gbrp", "gbrp", () => [File("planar.rgb", static () => Planar())], Lut()),
                FfmpegFrames.Peer("lut3d rgba", "rgba", () => [File("packed.rgb", static () => Data.Photograph(Data.Width, Data.Height, 1))], Lut())),
            new Opponent("Pillow Color3DLUT, trilinear", 1, python.Peer("pillow.cube")),
        ],
        Rounds);
        yield return new Contest("crossfade in linear light 1080p RGBA", "ms", () => new Call("ours", LightCall.Make), [new Opponent("numba, parallel, the same tables", 1, python.Peer("numba.light"))]);
        yield return new Contest("a turned picture, bilinear, 1080p to I420", "ms", static () => new Call("ours", static () => StandardFrames.Turned(FrameSampling.Bilinear)),
            [new Opponent("OpenCV warpAffine, to RGB", 1, python.Peer("opencv.turn"), SharpPeers.Turn("Linear"))]);
        yield return new Contest("a turned picture, bicubic, 1080p to I420", "ms", static () => new Call("ours", static () => StandardFrames.Turned(FrameSampling.Bicubic)),
            [new Opponent("OpenCV warpAffine, to RGB", 1, python.Peer("opencv.turn.cubic"), SharpPeers.Turn("Cubic"))]);
        yield return new Contest("Gaussian blur of sigma 5, 1080p RGBA", "ms", Ours("GaussianBlur, sigma 5"), [new Opponent("OpenCV GaussianBlur", 1, python.Peer("opencv.gaussian"), SharpPeers.Gaussian)]);
        yield return new Contest("box blur of 17x17, 1080p RGBA", "ms", Ours("BoxBlur, radius 8"), [new Opponent("OpenCV blur", 1, python.Peer("opencv.box"), SharpPeers.Box)]);
        yield return new Contest("RGBA to NV12 1080p", "ms", Ours("ConvertToPlanes, NV12"),
            [new Opponent("ffmpeg swscale", 1, FfmpegFrames.Peer("swscale", "rgba", () => [File("packed.rgb", static () => Data.Photograph(Data.Width, Data.Height, 1))], "[a]scale=out_color_matrix=bt709:out_range=tv,format=nv12[out]"))], Rounds);
        yield return new Contest("NV12 to RGBA 1080p", "ms", Ours("ConvertToRgba, NV12"), [new Opponent("OpenCV cvtColor, BT.601", 1, python.Peer("opencv.nv12"), SharpPeers.FromNv12)]);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static Func<IContender> Ours(string operation) => () => new Call("ours", StandardOperations.All[operation]);

    private static byte[] Planes(int seed) => Data.Noise(I420.Length(Data.Width, Data.Height), seed);

    // Green, blue, red.
    private static byte[] Planar()
    {
        var rgba = Data.Photograph(Data.Width, Data.Height, 1);
        var planes = new byte[rgba.Length / 4 * 3];
        for (var i = 0; i < rgba.Length / 4; i++)
        {
            (planes[i], planes[i + (rgba.Length / 4)], planes[i + (rgba.Length / 2)]) = (rgba[(4 * i) + 1], rgba[(4 * i) + 2], rgba[4 * i]);
        }

        return planes;
    }

    private string Lut() => $"[a]lut3d=file={File("colours.cube", CubeText)}:interp=tetrahedral[out]";

    private static byte[] CubeText()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"LUT_3D_SIZE {StandardFrames.CubeSize}\n");
        foreach (var colour in StandardFrames.CubeColours().Chunk(3))
        {
            text.Append(CultureInfo.InvariantCulture, $"{colour[0]:f6} {colour[1]:f6} {colour[2]:f6}\n");
        }

        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private string File(string name, Func<byte[]> make)
    {
        var path = Path.Combine(_folder.FullName, name);
        if (!System.IO.File.Exists(path))
        {
            System.IO.File.WriteAllBytes(path, make());
        }

        return path;
    }
}
