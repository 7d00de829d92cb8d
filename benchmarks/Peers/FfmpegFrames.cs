using System.Globalization;
using Gpu.Benchmarks.Comparing;

namespace Gpu.Benchmarks.Peers;

/// <summary>
/// What a filter of ffmpeg takes for a frame: a run of many frames less one of few, so that its start is not counted. The
/// inputs are raw frames that ffmpeg reads once and shows again and again, which costs it nothing; two threads.
/// </summary>
internal static class FfmpegFrames
{
    private const int Few = 10;
    private const int Many = 70;

    /// <summary>A contender.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="format">The inputs' pixel format; they are 1920x1080.</param>
    /// <param name="files">The inputs.</param>
    /// <param name="filter">The filter, from <c>[a]</c> and <c>[b]</c> to <c>[out]</c>.</param>
    public static Func<IContender> Peer(string name, string format, Func<IReadOnlyList<string>> files, string filter) => () =>
        new WholeRun(name, async stop =>
        {
            var few = await RunAsync(format, files(), filter, Few, stop).ConfigureAwait(false);
            var many = await RunAsync(format, files(), filter, Many, stop).ConfigureAwait(false);
            return Math.Max(1e-9, (many.Wall - few.Wall) / (Many - Few));
        });

    private static Task<FfmpegRun> RunAsync(string format, IReadOnlyList<string> files, string filter, int frames, CancellationToken cancellationToken)
    {
        List<string> arguments = ["-hide_banner", "-nostats", "-nostdin", "-loglevel", "error", "-benchmark", "-filter_threads", "2", "-filter_complex_threads", "2"];
        foreach (var file in files)
        {
            arguments.AddRange(["-f", "rawvideo", "-pix_fmt", format, "-video_size", "1920x1080", "-framerate", "30", "-i", file]);
        }

        var loops = string.Concat(files.Select(static (_, i) => $"[{i}:v]loop=loop=-1:size=1:start=0,setpts=N/(30*TB)[{(char)('a' + i)}];"));
        arguments.AddRange(["-filter_complex", loops + filter, "-map", "[out]", "-frames:v", frames.ToString(CultureInfo.InvariantCulture), "-f", "null", "-"]);
        return FfmpegRun.ToEndAsync(arguments, null, cancellationToken);
    }
}
