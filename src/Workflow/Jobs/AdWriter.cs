using System.Security.Cryptography;
using Gpu.Runtime.Resilience;
using Gpu.Workflow.Encoding;
using Gpu.Workflow.Rendering;
using Gpu.Workflow.Sound;
using Gpu.Workflow.Storyboards;
using Gpu.Workflow.Subtitles;

namespace Gpu.Workflow.Jobs;

/// <summary>Renders a storyboard into files or a stream.</summary>
internal sealed class AdWriter(WorkflowStages stages, H264Encoder encoder, StageClock clock, Storyboard storyboard, Uri page, AdFiles names, IProgress<int>? progress, CancellationToken cancellationToken)
{
    private const string SoundSuffix = ".wav";
    private readonly Dictionary<string, ManifestFile> _files = [];
    private readonly List<string> _encoderWarnings = [];
    private IReadOnlyList<string> _narrationWarnings = [];
    private H264Encoder _encoder = encoder;
    private IReadOnlyList<SpokenLine> _lines = [];

    /// <summary>What was rendered.</summary>
    public RenderSummary Summary { get; private set; } = new(0, "", []);

    /// <summary>What encoded it, by the files' plain names; empty where nothing was encoded.</summary>
    public IReadOnlyDictionary<string, EncodingSummary> Encodings { get; private set; } = new Dictionary<string, EncodingSummary>();

    /// <summary>What is heard; null for nothing.</summary>
    public SoundTrack? Sound { get; private set; }

    /// <summary>What could not be seen or said, and why.</summary>
    public IReadOnlyList<string> Warnings => [.. Summary.Warnings, .. _narrationWarnings, .. _encoderWarnings];

    /// <summary>The files that were written, by their plain names.</summary>
    public IReadOnlyDictionary<string, ManifestFile> Files => _files;

    /// <summary>How the files are called in this run.</summary>
    public AdFiles Names => names;

    /// <summary>Writes the frames as Y4M to a stream.</summary>
    public Task WriteStreamAsync(Stream stream) => GuardAsync("the frames' stream", async () =>
    {
        await RenderSilentAsync(Y4m(stream)).ConfigureAwait(false);
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
    });

    /// <summary>Writes all but the manifest, under temporary names.</summary>
    public Task WriteFilesAsync(OutputFolder folder, WorkflowRequest request) => GuardAsync(folder.Path, async () =>
    {
        var frame = await TryAgainAsync(() => EncodeOrFallBackAsync(folder, request)).ConfigureAwait(false);
        clock.Begin("thumbnail");
        await stages.Encoder.WriteThumbnailAsync(Temporary(folder, AdFiles.Thumbnail), frame, storyboard.Width, storyboard.Height, cancellationToken).ConfigureAwait(false);
        await WriteStoryboardAsync(folder).ConfigureAwait(false);
        await WriteSubtitlesAsync(folder).ConfigureAwait(false);
        foreach (var name in (string[])[.. request.Formats.Select(AdFiles.Ad), AdFiles.Thumbnail, AdFiles.Storyboard, AdFiles.Srt, AdFiles.Vtt])
        {
            _files[name] = (await DescribeAsync(Temporary(folder, name)).ConfigureAwait(false)) with { Codec = Encodings.GetValueOrDefault(name)?.Codec };
        }
    });

    /// <summary>Writes what was made before, under temporary names.</summary>
    public Task WriteFinishedAsync(OutputFolder folder, CachedAd finished) => GuardAsync(folder.Path, async () =>
    {
        clock.Begin("files");
        foreach (var (name, bytes) in finished.Files)
        {
            await WriteAsync(Temporary(folder, name), bytes).ConfigureAwait(false);
        }

        await WriteStoryboardAsync(folder).ConfigureAwait(false);
        foreach (var (name, file) in finished.Manifest.Files)
        {
            _files[name] = file;
        }
    });

    private string Temporary(OutputFolder folder, string plain) => folder.Temporary(names.Name(plain));

    private Task WriteStoryboardAsync(OutputFolder folder) =>
        File.WriteAllTextAsync(Temporary(folder, AdFiles.Storyboard), StoryboardJson.Write(storyboard), cancellationToken);

    private async Task WriteSubtitlesAsync(OutputFolder folder)
    {
        var cues = SubtitleCues.Of(storyboard, _lines);
        await File.WriteAllTextAsync(Temporary(folder, AdFiles.Srt), SubtitleFiles.Srt(cues), cancellationToken).ConfigureAwait(false);
        await File.WriteAllTextAsync(Temporary(folder, AdFiles.Vtt), SubtitleFiles.Vtt(cues, storyboard.Language), cancellationToken).ConfigureAwait(false);
    }

    // An encoder that was killed or broke is started again with the first frame; its file is replaced, so that no half of one is left.
    private Task<ReadOnlyMemory<byte>> TryAgainAsync(Func<Task<ReadOnlyMemory<byte>>> encode) =>
        stages.Pipelines is { } pipelines ? pipelines.ExecuteAsync(Dependency.Encoder, _ => encode(), cancellationToken) : encode();

    private async Task WriteAsync(string path, ReadOnlyMemory<byte> bytes)
    {
        using var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write, FileShare.Read, FileOptions.Asynchronous, bytes.Length);
        await FileSizeLimit.WriteAsync(() => RandomAccess.WriteAsync(file, bytes, 0, cancellationToken)).ConfigureAwait(false);
    }

    // A driver may refuse what it could do a moment ago: too many films at a time, a size that it does not know.
    private async Task<ReadOnlyMemory<byte>> EncodeOrFallBackAsync(OutputFolder folder, WorkflowRequest request)
    {
        try
        {
            return await EncodeAsync(folder, request).ConfigureAwait(false);
        }
        catch (EncodingError e) when (e.Kind == EncodingErrorKind.Failed && request.Encoder == H264Encoder.Auto && _encoder != H264Encoder.X264)
        {
            _encoderWarnings.Add($"{_encoder.Codec()} failed, and x264 encodes in its place. {e.Message}");
            _encoder = H264Encoder.X264;
            return await EncodeAsync(folder, request).ConfigureAwait(false);
        }
    }

    // One rendering for all formats: each frame goes to every encoder.
    private async Task<ReadOnlyMemory<byte>> EncodeAsync(OutputFolder folder, WorkflowRequest request)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var speaking = request.HasSound ? SpeakAsync(stop.Token) : SpeakUnheardAsync(stop.Token);
        var sounding = request.HasSound ? MixAsync(Temporary(folder, AdFiles.Ad(AdFormat.Mp4)) + SoundSuffix, speaking, stop.Token) : Task.FromResult<string?>(null);
        var open = new List<IAsyncDisposable>();
        try
        {
            var encodings = new Dictionary<string, LateEncoding>();
            var sinks = new List<IFrameSink>();
            foreach (var format in request.Formats)
            {
                var path = Temporary(folder, AdFiles.Ad(format));
                if (format == AdFormat.Y4m)
                {
                    var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0, useAsync: true);
                    open.Add(file);
                    sinks.Add(Y4m(file));
                    continue;
                }

                var encoding = new LateEncoding(async token => await stages.Encoder.StartAsync(path, Options(request, format, format.HasSound() ? await sounding.ConfigureAwait(false) : null), token).ConfigureAwait(false));
                open.Add(encoding);
                sinks.Add(encoding);
                encodings.Add(AdFiles.Ad(format), encoding);
            }

            var frame = await RenderAsync(new FrameFan(sinks), speaking).ConfigureAwait(false);
            clock.Begin("encoding");
            var summaries = await Task.WhenAll(encodings.Select(async e => (e.Key, Summary: await e.Value.CompleteAsync(cancellationToken).ConfigureAwait(false)))).ConfigureAwait(false);
            Encodings = summaries.ToDictionary(static s => s.Key, static s => s.Summary);
            return frame;
        }
        finally
        {
            foreach (var one in open)
            {
                await one.DisposeAsync().ConfigureAwait(false);
            }

            // Where rendering failed the mix is not waited for by anybody else; what it throws then is a consequence.
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(speaking, sounding).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<Narration> SpeakAsync(CancellationToken token)
    {
        var narration = stages.Sound is { } maker ? await maker.SpeakAsync(storyboard, token).ConfigureAwait(false) : Narration.None;
        (_narrationWarnings, _lines) = (narration.Warnings, narration.Lines);
        return narration;
    }

    // Frames without sound still follow the voice: they are those of the ad with sound.
    private Task<Narration> SpeakUnheardAsync(CancellationToken token) => storyboard is { Avatar: null, CaptionMode: not CaptionMode.Words } ? Task.FromResult(Narration.None) : SpeakAsync(token);

    private async Task<ReadOnlyMemory<byte>> RenderSilentAsync(IFrameSink sink)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var speaking = SpeakUnheardAsync(stop.Token);
        try
        {
            return await RenderAsync(sink, speaking).ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await ((Task)speaking).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private EncodingOptions Options(WorkflowRequest request, AdFormat format, string? sound) =>
        new(storyboard.Width, storyboard.Height, storyboard.FramesPerSecond, request.Preset, request.Crf, storyboard.Title, sound) { Format = format, Encoder = _encoder, Animation = request.Animation };

    // Beside the preparation of the first pictures. Null where nothing is to be heard.
    private async Task<string?> MixAsync(string path, Task<Narration> speaking, CancellationToken token)
    {
        var narration = await speaking.ConfigureAwait(false);
        if (stages.Sound is not { } maker || await maker.MixAsync(storyboard, narration, token).ConfigureAwait(false) is not { } track)
        {
            return null;
        }

        Sound = track;
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0, useAsync: true);
        await FileSizeLimit.WriteAsync(async () => await track.WriteWaveAsync(file, token).ConfigureAwait(false)).ConfigureAwait(false);
        return path;
    }

    private Y4mSink Y4m(Stream stream) => new(stream, storyboard.Width, storyboard.Height, storyboard.FramesPerSecond);

    private async Task<ReadOnlyMemory<byte>> RenderAsync(IFrameSink sink, Task<Narration> speaking)
    {
        clock.Begin("frames");
        var tap = new ThumbnailTap(sink, ThumbnailWriter.ChooseFrame(storyboard));
        Summary = await stages.Renderer.RenderSpokenAsync(storyboard, page, speaking, tap, progress, cancellationToken).ConfigureAwait(false);
        return tap.Frame;
    }

    private async Task<ManifestFile> DescribeAsync(string path)
    {
        await using var file = File.OpenRead(path);
        var hash = await SHA256.HashDataAsync(file, cancellationToken).ConfigureAwait(false);
        return new ManifestFile(file.Length, Convert.ToHexStringLower(hash));
    }

    /// <summary>Turns what the system says into errors of output.</summary>
    public static async Task GuardAsync(string path, Func<Task> write)
    {
        try
        {
            await write().ConfigureAwait(false);
        }
        catch (EncodingError e) when (e.Kind == EncodingErrorKind.NoSpace)
        {
            throw new OutputError(OutputErrorKind.NoSpace, e.Message, e);
        }
        catch (Exception e) when (OutputError.IsCause(e))
        {
            throw OutputError.From(e, path);
        }
    }
}
