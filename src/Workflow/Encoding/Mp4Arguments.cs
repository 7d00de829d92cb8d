namespace Gpu.Workflow.Encoding;

/// <summary>The arguments that make ffmpeg write an MP4 of H.264 and AAC.</summary>
internal static class Mp4Arguments
{
    /// <summary>The arguments, for a file at <paramref name="path"/>, replaced where it exists.</summary>
    public static IReadOnlyList<string> Build(EncodingOptions options, int threads, string path) =>
    [
        .. FrameInput.Arguments(options),
        .. FrameInput.Sound(options, "-c:a", "aac", "-b:a", "192k"),
        "-c:v", "libx264", "-preset", options.Preset, "-crf", FrameInput.Text(options.Crf), "-threads", FrameInput.Text(threads),
        .. FrameInput.Colour,
        // A key frame every two seconds keeps seeking quick.
        "-pix_fmt", "yuv420p", "-g", FrameInput.Text(2 * options.FramesPerSecond),
        .. FrameInput.Title(options),
        "-movflags", "+faststart", "-f", "mp4", FrameInput.Url(path),
    ];
}
