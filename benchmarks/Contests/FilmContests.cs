using System.Diagnostics;
using System.Globalization;
using Gpu.Benchmarks.Comparing;
using Gpu.Benchmarks.Peers;
using Gpu.Workflow.Encoding;

namespace Gpu.Benchmarks.Contests;

/// <summary>Whole films: the frames alone, and the ad with x264. The working files take about 1.5 GB, and go at the end.</summary>
internal sealed class FilmContests : IDisposable
{
    private const int Many = 4;
    private const int AtOnce = 2;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gpu-compare-");
    private string? _frames;

    public IEnumerable<Contest> List()
    {
        yield return new Contest("frame graph, 5 pictures, 15.5 s 1080p30", "s", static () => new WholeRun("ours", static async stop => (await OurFilm.RenderAsync(new NoSink(), hash: false, stop).ConfigureAwait(false)).Wall),
            [new Opponent("ffmpeg zoompan, xfade, drawtext", 5, Ffmpeg(["-f", "null", "-"]))], 5);
        yield return new Contest("the ad, x264 veryfast crf 20", "s", () => new WholeRun("ours", stop => OurFilm.EncodeAsync(Path.Combine(_folder.FullName, "ours.mp4"), stop)),
        [
            new Opponent("ffmpeg's filters, same encoder", 1.5, Ffmpeg([.. Encoder(), Path.Combine(_folder.FullName, "theirs.mp4")])),
            new Opponent("x264 alone, same frames", 1 / (1.05 * 1.1), () => new WholeRun("x264 alone", async stop => (await AloneAsync(stop).ConfigureAwait(false)).Wall)) { Kind = "limit" },
            new Opponent("CPU seconds of x264 and of our render, over the cores", 1 / 1.05, () => new WholeRun("CPU seconds", LeastAsync)) { Kind = "limit" },
        ], 3);
        foreach (var hash in new[] { false, true })
        {
            yield return new Contest($"the ad: CPU seconds of our render{(hash ? " and of hashing its frames" : "")}", "s",
                () => new WholeRun("ours", async stop => (await OurFilm.RenderAsync(new NoSink(), hash, stop).ConfigureAwait(false)).Processor),
                [new Opponent("CPU seconds of x264 on the same frames", 10, () => new WholeRun("x264 alone", async stop => (await AloneAsync(stop).ConfigureAwait(false)).Processor))],
                3);
        }
    }

    /// <summary>Many ads, two at a time as a batch makes them: what one encoder leaves idle the other takes.</summary>
    public IEnumerable<Contest> Batches()
    {
        yield return new Contest("4 ads, two at a time, x264 veryfast crf 20", "s", () => new WholeRun("ours", stop => ManyAsync((i, token) => OurFilm.EncodeAsync(Path.Combine(_folder.FullName, $"ours-{i}.mp4"), token), stop)),
        [
            new Opponent("ffmpeg's filters, same encoder, two at a time", 1.5, () => new WholeRun("ffmpeg", stop => ManyAsync(
                (i, token) => FfmpegRun.ToEndAsync([.. FfmpegFilm.Arguments(), .. Encoder(), Path.Combine(_folder.FullName, $"theirs-{i}.mp4")], null, token), stop))),
            new Opponent("CPU seconds of x264 and of our render, over the cores", 1 / 1.05, () => new WholeRun("CPU seconds", async stop => Many * await LeastAsync(stop).ConfigureAwait(false))) { Kind = "limit" },
        ], 2);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<double> ManyAsync(Func<int, CancellationToken, Task> make, CancellationToken cancellationToken)
    {
        var begin = Stopwatch.GetTimestamp();
        var bounds = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, Many, bounds, async (i, token) => await make(i, token).ConfigureAwait(false)).ConfigureAwait(false);
        return Stopwatch.GetElapsedTime(begin).TotalSeconds;
    }

    private static Func<IContender> Ffmpeg(IEnumerable<string> output)
    {
        var arguments = FfmpegFilm.Arguments();
        arguments.AddRange(output);
        return () => new WholeRun("ffmpeg", async stop => (await FfmpegRun.ToEndAsync(arguments, null, stop).ConfigureAwait(false)).Wall);
    }

    // What Mp4Arguments gives, for a peer with the same settings to the last of them.
    private static string[] Encoder() =>
    [
        "-an", "-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-threads", new FfmpegOptions().Threads.ToString(CultureInfo.InvariantCulture),
        "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv", "-pix_fmt", "yuv420p", "-g", "60", "-movflags", "+faststart", "-f", "mp4",
    ];

    private async Task<FfmpegRun> AloneAsync(CancellationToken cancellationToken)
    {
        if (_frames is null)
        {
            var path = Path.Combine(_folder.FullName, "frames.yuv");
            var sink = new FileSink(path);
            await using (sink.ConfigureAwait(false))
            {
                await OurFilm.RenderAsync(sink, hash: false, cancellationToken).ConfigureAwait(false);
            }

            _frames = path;
        }

        string[] arguments =
        [
            "-hide_banner", "-nostats", "-loglevel", "info", "-benchmark", "-y", "-f", "rawvideo", "-pixel_format", "yuv420p", "-video_size", "1920x1080", "-framerate", "30", "-i", "pipe:0",
            .. Encoder(), Path.Combine(_folder.FullName, "alone.mp4"),
        ];
        return await FfmpegRun.ToEndAsync(arguments, _frames, cancellationToken).ConfigureAwait(false);
    }

    private async Task<double> LeastAsync(CancellationToken cancellationToken)
    {
        var encoder = await AloneAsync(cancellationToken).ConfigureAwait(false);
        var render = await OurFilm.RenderAsync(new NoSink(), hash: true, cancellationToken).ConfigureAwait(false);
        return (encoder.Processor + render.Processor) / Environment.ProcessorCount;
    }
}
