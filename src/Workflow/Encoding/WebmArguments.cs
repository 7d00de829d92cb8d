using static Gpu.Workflow.Encoding.FrameInput;

namespace Gpu.Workflow.Encoding;

/// <summary>The arguments that make ffmpeg write a WebM of VP9 and Opus.</summary>
internal static class WebmArguments
{
    private const int MostQuantizer = 63;

    // VP9 is cut into columns of at least 256 pixels, which are coded in parallel.
    private const int ColumnWidth = 256;

    /// <summary>The arguments, for a file at <paramref name="path"/>, replaced where it exists.</summary>
    public static IReadOnlyList<string> Build(EncodingOptions options, int threads, string path) =>
    [
        .. Arguments(options),
        .. FrameInput.Sound(options, "-c:a", "libopus", "-b:a", "128k"),
        "-c:v", "libvpx-vp9", "-b:v", "0", .. Quality(options.Crf), .. Speed(options.Preset),
        "-row-mt", "1", "-tile-columns", Text(TileColumns(options.Width)), "-threads", Text(threads),
        .. Colour,
        "-pix_fmt", "yuv420p", "-g", Text(2 * options.FramesPerSecond),
        .. Title(options),
        "-f", "webm", Url(path),
    ];

    /// <summary>
    /// VP9's constant quality for x264's rate factor, fitted to the same SSIM on frames of an ad: x264 at 16, 20, 26 and VP9
    /// at 27, 33, 42 differ by less than 0.5 dB. No loss is no loss in both.
    /// </summary>
    public static IReadOnlyList<string> Quality(int crf) =>
        crf == 0 ? ["-lossless", "1"] : ["-crf", Text(Math.Min(MostQuantizer, (int)Math.Round((1.45 * crf) + 4)))];

    /// <summary>libvpx's own scale of effort for x264's presets.</summary>
    public static IReadOnlyList<string> Speed(string preset) => preset switch
    {
        "ultrafast" => ["-deadline", "realtime", "-cpu-used", "8"],
        "superfast" => ["-deadline", "realtime", "-cpu-used", "6"],
        "veryfast" => ["-deadline", "good", "-cpu-used", "5"],
        "faster" => ["-deadline", "good", "-cpu-used", "4"],
        "fast" => ["-deadline", "good", "-cpu-used", "3"],
        "medium" => ["-deadline", "good", "-cpu-used", "2"],
        "slow" => ["-deadline", "good", "-cpu-used", "1"],
        "slower" => ["-deadline", "good", "-cpu-used", "0"],
        _ => ["-deadline", "best"],
    };

    // A power of two, given by its exponent.
    private static int TileColumns(int width) => Math.Clamp((int)Math.Log2(Math.Max(1, width / ColumnWidth)), 0, 3);
}
