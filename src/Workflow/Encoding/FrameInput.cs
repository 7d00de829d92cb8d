using System.Globalization;

namespace Gpu.Workflow.Encoding;

/// <summary>The arguments by which ffmpeg knows what comes through its standard input, and what files it writes are tagged with.</summary>
internal static class FrameInput
{
    /// <summary>
    /// BT.709, limited range, chroma on the left. Said of the frames that come in and of the stream that goes out: without
    /// the second the file stays untagged, and players guess BT.601 for small sizes.
    /// </summary>
    public static IReadOnlyList<string> Colour { get; } =
    [
        "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv", "-chroma_sample_location", "left",
    ];

    /// <summary>Reads I420 frames from standard input, and says nothing but warnings.</summary>
    public static IReadOnlyList<string> Arguments(EncodingOptions options) =>
    [
        "-hide_banner", "-nostats", "-loglevel", "warning", "-y",
        "-f", "rawvideo", "-pixel_format", "yuv420p", "-video_size", $"{Text(options.Width)}x{Text(options.Height)}", "-framerate", Text(options.FramesPerSecond),
        .. Colour,
        "-i", "pipe:0",
    ];

    /// <summary>The sound as a second input, coded by <paramref name="codec"/>; or none.</summary>
    public static IReadOnlyList<string> Sound(EncodingOptions options, params string[] codec) => options.SoundFile is { } sound
        ? ["-f", "wav", "-i", Url(sound), "-map", "0:v:0", "-map", "1:a:0", .. codec]
        : ["-an"];

    /// <summary>The title for the file's metadata, where there is one.</summary>
    public static IReadOnlyList<string> Title(EncodingOptions options) => options.Title.Length > 0 ? ["-metadata", $"title={options.Title}"] : [];

    /// <summary>A file: "file:" keeps a name with a colon from being taken for a protocol, and a name with a dash for an option.</summary>
    public static string Url(string path) => $"file:{Path.GetFullPath(path)}";

    /// <summary>A number as ffmpeg reads it.</summary>
    public static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
