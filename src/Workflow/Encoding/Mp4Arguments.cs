using static Gpu.Workflow.Encoding.FrameInput;

namespace Gpu.Workflow.Encoding;

/// <summary>The arguments that make ffmpeg write an MP4 of H.264 and AAC.</summary>
internal static class Mp4Arguments
{
    // Whatever an encoder writes of it by itself, the stream says what the frames are.
    private const string Tags = "h264_metadata=video_full_range_flag=0:colour_primaries=1:transfer_characteristics=1:matrix_coefficients=1:chroma_sample_loc_type=0";

    /// <summary>The arguments, for a file at <paramref name="path"/>, replaced where it exists.</summary>
    public static IReadOnlyList<string> Build(EncodingOptions options, int threads, string path) =>
    [
        .. Device(options.Encoder),
        .. Arguments(options),
        .. FrameInput.Sound(options, "-c:a", "aac", "-b:a", "192k"),
        .. Encoder(options, threads),
        .. Colour,
        // A key frame every two seconds keeps seeking quick.
        "-g", Text(2 * options.FramesPerSecond),
        .. Title(options),
        "-movflags", "+faststart", "-f", "mp4", Url(path),
    ];

    /// <summary>The device node that VA-API works on; null where there is none.</summary>
    public static string? RenderNode() =>
        Directory.Exists("/dev/dri") ? Directory.EnumerateFiles("/dev/dri", "renderD*").Order(StringComparer.Ordinal).FirstOrDefault() : null;

    private static IReadOnlyList<string> Device(H264Encoder encoder) => encoder == H264Encoder.Vaapi ? ["-vaapi_device", RenderNode() ?? "/dev/dri/renderD128"] : [];

    // Each has a scale of quality of its own, all from 0 to 51 and near x264's.
    private static IReadOnlyList<string> Encoder(EncodingOptions options, int threads)
    {
        var (codec, quality) = (options.Encoder.Codec(), Text(options.Crf));
        return options.Encoder switch
        {
            H264Encoder.Nvenc => ["-c:v", codec, "-preset", NvencPreset(options.Preset), "-rc", "vbr", "-cq", quality, "-b:v", "0", "-pix_fmt", "yuv420p", "-bsf:v", Tags],
            H264Encoder.Qsv => ["-c:v", codec, "-global_quality", quality, "-pix_fmt", "nv12", "-bsf:v", Tags],
            H264Encoder.Vaapi => ["-vf", "format=nv12,hwupload", "-c:v", codec, "-rc_mode", "CQP", "-qp", quality, "-bsf:v", Tags],
            H264Encoder.Amf => ["-c:v", codec, "-quality", "quality", "-rc", "cqp", "-qp_i", quality, "-qp_p", quality, "-qp_b", quality, "-pix_fmt", "nv12", "-bsf:v", Tags],
            _ => ["-c:v", codec, "-preset", options.Preset, "-crf", quality, "-threads", Text(threads), "-pix_fmt", "yuv420p"],
        };
    }

    // p1, the fastest, to p7.
    private static string NvencPreset(string preset) => preset switch
    {
        "ultrafast" => "p1",
        "superfast" => "p2",
        "veryfast" => "p4",
        "faster" or "fast" => "p5",
        "medium" => "p6",
        _ => "p7",
    };
}
