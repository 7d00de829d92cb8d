using System.Security.Cryptography;
using System.Text.Json;
using Gpu.Runtime.Resilience;
using Gpu.Workflow.Encoding;
using Gpu.Workflow.Rendering;
using Gpu.Workflow.Sound;
using Gpu.Workflow.Storyboards;

namespace Gpu.Workflow.Jobs;

/// <summary>Renders a storyboard into files or a stream.</summary>
internal sealed class AdWriter(WorkflowStages stages, StageClock clock, Storyboard storyboard, Uri page, IProgress<int>? progress, CancellationToken cancellationToken)
{
    private const string SoundSuffix = ".wav";
    private readonly Dictionary<string, ManifestFile> _files = [];
    private IReadOnlyList<string> _narrationWarnings = [];

    /// <summary>What was rendered.</summary>
    public RenderSummary Summary { get; private set; } = new(0, "", []);

    /// <summary>What encoded it; null where nothing was encoded.</summary>
    public EncodingSummary? Encoding { get; private set; }

    /// <summary>What is heard; null for nothing.</summary>
    public SoundTrack? Sound { get; private set; }

    /// <summary>What could not be seen or said, and why.</summary>
    public IReadOnlyList<string> Warnings => [.. Summary.Warnings, .. _narrationWarnings];

    /// <summary>The files that were written, by name.</summary>
    public IReadOnlyDictionary<string, ManifestFile> Files => _files;

    public static string AdName(AdFormat format) => format == AdFormat.Mp4 ? OutputFolder.Mp4 : OutputFolder.Y4m;

    /// <summary>Writes the frames as Y4M to a stream.</summary>
    public Task WriteStreamAsync(Stream stream) => GuardAsync("the frames' stream", async () =>
    {
        await RenderAsync(Y4m(stream)).ConfigureAwait(false);
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
    });

    /// <summary>Writes all but the manifest, under temporary names.</summary>
    public Task WriteFilesAsync(OutputFolder folder, WorkflowRequest request) => GuardAsync(folder.Path, async () =>
    {
        var ad = AdName(request.Format);
        var frame = request.Format == AdFormat.Mp4
            ? await TryAgainAsync(() => EncodeAsync(folder.Temporary(ad), request)).ConfigureAwait(false)
            : await DumpAsync(folder.Temporary(ad)).ConfigureAwait(false);
        clock.Begin("thumbnail");
        await stages.Encoder.WriteThumbnailAsync(folder.Temporary(OutputFolder.Thumbnail), frame, storyboard.Width, storyboard.Height, cancellationToken).ConfigureAwait(false);
        await File.WriteAllTextAsync(folder.Temporary(OutputFolder.Storyboard), StoryboardJson.Write(storyboard), cancellationToken).ConfigureAwait(false);
        foreach (var name in (string[])[ad, OutputFolder.Thumbnail, OutputFolder.Storyboard])
        {
            _files[name] = await DescribeAsync(folder.Temporary(name)).ConfigureAwait(false);
        }
    });

    /// <summary>Writes what was made before, under temporary names.</summary>
    public Task WriteFinishedAsync(OutputFolder folder, CachedAd finished) => GuardAsync(folder.Path, async () =>
    {
        clock.Begin("files");
        await WriteAsync(folder.Temporary(OutputFolder.Mp4), finished.Video).ConfigureAwait(false);
        await WriteAsync(folder.Temporary(OutputFolder.Thumbnail), finished.Thumbnail).ConfigureAwait(false);
        await File.WriteAllTextAsync(folder.Temporary(OutputFolder.Storyboard), StoryboardJson.Write(storyboard), cancellationToken).ConfigureAwait(false);
        foreach (var (name, file) in finished.Manifest.Files)
        {
            _files[name] = file;
        }
    });

    /// <summary>Writes the manifest and gives all files their names, the ad last.</summary>
    public Task CommitAsync(OutputFolder folder, AdManifest manifest) => GuardAsync(folder.Path, async () =>
    {
        var json = JsonSerializer.Serialize(manifest, WorkflowJson.Manifest) + "\n";
        await File.WriteAllTextAsync(folder.Temporary(OutputFolder.Manifest), json, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        var ad = AdName(manifest.Options.Format);
        // An ad of the other format would be of another run than the manifest beside it.
        string[] obsolete = [ad == OutputFolder.Mp4 ? OutputFolder.Y4m : OutputFolder.Mp4];
        folder.Commit([.. _files.Keys.Where(name => name != ad), OutputFolder.Manifest, ad], obsolete);
    });

    // An encoder that was killed or broke is started again with the first frame; its file is replaced, so that no half of one is left.
    private Task<ReadOnlyMemory<byte>> TryAgainAsync(Func<Task<ReadOnlyMemory<byte>>> encode) =>
        stages.Pipelines is { } pipelines ? pipelines.ExecuteAsync(Dependency.Encoder, _ => encode(), cancellationToken) : encode();

    private async Task WriteAsync(string path, ReadOnlyMemory<byte> bytes)
    {
        using var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write, FileShare.Read, FileOptions.Asynchronous, bytes.Length);
        await FileSizeLimit.WriteAsync(() => RandomAccess.WriteAsync(file, bytes, 0, cancellationToken)).ConfigureAwait(false);
    }

    private async Task<ReadOnlyMemory<byte>> EncodeAsync(string path, WorkflowRequest request)
    {
        var options = new EncodingOptions(storyboard.Width, storyboard.Height, storyboard.FramesPerSecond, request.Preset, request.Crf, storyboard.Title);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var sounding = MixAsync(path + SoundSuffix, stop.Token);
        try
        {
            await using var encoding = new LateEncoding(async token =>
                await stages.Encoder.StartAsync(path, options with { SoundFile = await sounding.ConfigureAwait(false) }, token).ConfigureAwait(false));
            var frame = await RenderAsync(encoding).ConfigureAwait(false);
            clock.Begin("encoding");
            Encoding = await encoding.CompleteAsync(cancellationToken).ConfigureAwait(false);
            return frame;
        }
        finally
        {
            // Where rendering failed the mix is not waited for by anybody else; what it throws then is a consequence.
            await stop.CancelAsync().ConfigureAwait(false);
            await ((Task)sounding).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Beside the preparation of the first pictures. Null where nothing is to be heard.
    private async Task<string?> MixAsync(string path, CancellationToken token)
    {
        if (stages.Sound is not { } maker)
        {
            return null;
        }

        var narration = await maker.SpeakAsync(storyboard, token).ConfigureAwait(false);
        _narrationWarnings = narration.Warnings;
        if (await maker.MixAsync(storyboard, narration, token).ConfigureAwait(false) is not { } track)
        {
            return null;
        }

        Sound = track;
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0, useAsync: true);
        await FileSizeLimit.WriteAsync(async () => await track.WriteWaveAsync(file, token).ConfigureAwait(false)).ConfigureAwait(false);
        return path;
    }

    private async Task<ReadOnlyMemory<byte>> DumpAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0, useAsync: true);
        return await RenderAsync(Y4m(file)).ConfigureAwait(false);
    }

    private Y4mSink Y4m(Stream stream) => new(stream, storyboard.Width, storyboard.Height, storyboard.FramesPerSecond);

    private async Task<ReadOnlyMemory<byte>> RenderAsync(IFrameSink sink)
    {
        clock.Begin("frames");
        var tap = new ThumbnailTap(sink, ThumbnailWriter.ChooseFrame(storyboard));
        Summary = await stages.Renderer.RenderAsync(storyboard, page, tap, progress, cancellationToken).ConfigureAwait(false);
        return tap.Frame;
    }

    private async Task<ManifestFile> DescribeAsync(string path)
    {
        await using var file = File.OpenRead(path);
        var hash = await SHA256.HashDataAsync(file, cancellationToken).ConfigureAwait(false);
        return new ManifestFile(file.Length, Convert.ToHexStringLower(hash));
    }

    private static async Task GuardAsync(string path, Func<Task> write)
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
