using static Gpu.Workflow.Encoding.FrameInput;

namespace Gpu.Workflow.Encoding;

/// <summary>The arguments that make ffmpeg write a GIF, in two passes, or an animated WebP.</summary>
internal static class AnimationArguments
{
    /// <summary>The size of the animation: that of the frames, made smaller where it is longer than asked for.</summary>
    public static (int Width, int Height) Size(EncodingOptions options)
    {
        var scale = Math.Min(1, (double)options.Animation.Side / Math.Max(options.Width, options.Height));
        return (Side(options.Width * scale), Side(options.Height * scale));
    }

    /// <summary>Of how many frames one is shown.</summary>
    public static int Step(EncodingOptions options) => (options.FramesPerSecond + options.Animation.FramesPerSecond - 1) / options.Animation.FramesPerSecond;

    /// <summary>
    /// An animated WebP. Its pictures are R'G'B' until libwebp converts them: the format is of another matrix, BT.601, than
    /// the frames are.
    /// </summary>
    public static IReadOnlyList<string> Webp(EncodingOptions options, string path) =>
    [
        .. Arguments(options),
        "-vf", $"{Smaller(options)},format=bgra",
        "-c:v", "libwebp_anim", "-quality", Text(Quality(options.Crf)), "-compression_level", "4", "-loop", "0", "-f", "webp", Url(path),
    ];

    /// <summary>The first pass of a GIF: the frames, small and without loss, and the 256 colours that suit all of them.</summary>
    public static IReadOnlyList<string> Frames(EncodingOptions options, string frames, string palette) =>
    [
        .. Arguments(options),
        "-filter_complex", $"[0:v]{Smaller(options)},format=bgr0,split[a][b];[a]palettegen=stats_mode=full[p]",
        "-map", "[b]", "-c:v", "ffv1", "-f", "nut", Url(frames),
        "-map", "[p]", "-c:v", "rawvideo", "-f", "nut", Url(palette),
    ];

    /// <summary>
    /// The second pass. Ordered dither stays where it is from frame to frame, where an error that is diffused swims, and
    /// compresses better.
    /// </summary>
    public static IReadOnlyList<string> Gif(string frames, string palette, string path) =>
    [
        "-hide_banner", "-nostats", "-loglevel", "warning", "-y", "-i", Url(frames), "-i", Url(palette),
        "-lavfi", "[0:v][1:v]paletteuse=dither=bayer:bayer_scale=3:diff_mode=rectangle",
        "-c:v", "gif", "-loop", "0", "-f", "gif", Url(path),
    ];

    // libwebp's quality, 0 to 100, for x264's rate factor: the usual 20 gives the usual 75.
    private static int Quality(int crf) => Math.Clamp(100 - (5 * crf / 4), 0, 100);

    private static string Smaller(EncodingOptions options)
    {
        var (width, height) = Size(options);
        return $"framestep={Text(Step(options))},scale={Text(width)}:{Text(height)}:flags=lanczos+accurate_rnd+full_chroma_int:in_color_matrix=bt709:in_range=tv:out_range=pc";
    }

    private static int Side(double pixels) => Math.Max(1, (int)Math.Round(pixels));
}
