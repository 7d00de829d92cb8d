using System.Globalization;

namespace Gpu.Workflow.Encoding;

/// <summary>The arguments that make ffmpeg encode I420 frames from its standard input.</summary>
internal static class Mp4Arguments
{
    // Said of the frames that come in and of the stream that goes out: without the second the file stays untagged, and
    // players guess BT.601 for small sizes.
    private static readonly string[] Colour =
    [
        "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv", "-chroma_sample_location", "left",
    ];

    /// <summary>The arguments, for a file at <paramref name="path"/>, replaced where it exists.</summary>
    public static IReadOnlyList<string> Build(EncodingOptions options, int threads, string path)
    {
        var rate = Text(options.FramesPerSecond);
        var arguments = new List<string> { "-hide_banner", "-nostats", "-loglevel", "warning", "-y" };
        arguments.AddRange(["-f", "rawvideo", "-pixel_format", "yuv420p", "-video_size", $"{Text(options.Width)}x{Text(options.Height)}", "-framerate", rate]);
        arguments.AddRange(Colour);
        arguments.AddRange(["-i", "pipe:0"]);
        arguments.AddRange(options.SoundFile is { } sound
            ? ["-f", "wav", "-i", $"file:{Path.GetFullPath(sound)}", "-map", "0:v:0", "-map", "1:a:0", "-c:a", "aac", "-b:a", "192k"]
            : ["-an"]);
        arguments.AddRange(["-c:v", "libx264", "-preset", options.Preset, "-crf", Text(options.Crf), "-threads", Text(threads)]);
        arguments.AddRange(Colour);

        // A key frame every two seconds keeps seeking quick.
        arguments.AddRange(["-pix_fmt", "yuv420p", "-g", Text(2 * options.FramesPerSecond)]);
        if (options.Title.Length > 0)
        {
            arguments.AddRange(["-metadata", $"title={options.Title}"]);
        }

        // "file:" keeps a name with a colon from being taken for a protocol, and a name with a dash for an option.
        arguments.AddRange(["-movflags", "+faststart", "-f", "mp4", $"file:{Path.GetFullPath(path)}"]);
        return arguments;
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
