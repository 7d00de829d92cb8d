using Gpu.Runtime;
using Gpu.Workflow.Jobs;

namespace Gpu.Workflow.Encoding;

/// <summary>Encodes by ffmpeg, run as a child process.</summary>
/// <param name="options">Which ffmpeg; null for the one in PATH.</param>
/// <param name="time">The clock; null for the system's.</param>
internal sealed class FfmpegEncoder(FfmpegOptions? options = null, TimeProvider? time = null) : IVideoEncoder, IStageIdentity
{
    private readonly FfmpegOptions _options = options ?? new FfmpegOptions();
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly EncoderChoice _choice = new(options ?? new FfmpegOptions(), time ?? TimeProvider.System);

    /// <inheritdoc/>
    public string? Identity => ProgramIdentity.Of(_options.Program) is { } program ? $"{program} {_options.Threads}" : null;

    /// <inheritdoc/>
    public async Task CheckAsync(IReadOnlyList<AdFormat> formats, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(formats);
        var has = await FfmpegCodecs.ReadAsync(_options.Program, cancellationToken).ConfigureAwait(false);
        foreach (var format in formats)
        {
            if (Codecs(format).FirstOrDefault(codec => !has.Contains(codec)) is { } missing)
            {
                throw new LibraryNotAvailableError($"\"{_options.Program}\" was built without {missing}, which {format.Extension()} files need. Install a whole one (Debian: apt-get install ffmpeg), or choose another --format.");
            }
        }
    }

    /// <inheritdoc/>
    public Task<H264Encoder> ChooseAsync(H264Encoder wanted, CancellationToken cancellationToken = default) => _choice.ChooseAsync(wanted, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<EncoderReport>> ReportAsync(CancellationToken cancellationToken = default) => _choice.ReportAsync(fresh: true, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="ConfigurationError">An option is outside its range.</exception>
    public async Task<IVideoEncoding> StartAsync(string path, EncodingOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(options);
        _options.Check();
        EncodingOptionsCheck.Check(options);
        var version = await FfmpegVersion.ReadAsync(_options.Program, cancellationToken).ConfigureAwait(false);
        var summary = new EncodingSummary(version, _options.Threads, options.Format == AdFormat.Mp4 ? options.Encoder.Codec() : Codecs(options.Format)[0]);
        if (options.Format == AdFormat.Gif)
        {
            var (frames, palette) = (path + ".frames", path + ".palette");
            return new GifEncoding(_options.Program, Start(AnimationArguments.Frames(options, frames, palette), options, summary), frames, palette, path);
        }

        return Start(
            options.Format switch
            {
                AdFormat.Webm => WebmArguments.Build(options, _options.Threads, path),
                AdFormat.Webp => AnimationArguments.Webp(options, path),
                _ => Mp4Arguments.Build(options, _options.Threads, path),
            },
            options,
            summary);
    }

    /// <inheritdoc/>
    public Task WriteThumbnailAsync(string path, ReadOnlyMemory<byte> frame, int width, int height, CancellationToken cancellationToken = default) =>
        ThumbnailWriter.WriteAsync(path, frame, width, height, cancellationToken);

    private PipeEncoding Start(IReadOnlyList<string> arguments, EncodingOptions options, EncodingSummary summary) =>
        new(FfmpegProcess.Start(_options.Program, arguments), options, summary, _time);

    // Pictures first, then sound.
    private static string[] Codecs(AdFormat format) => format switch
    {
        AdFormat.Webm => ["libvpx-vp9", "libopus"],
        AdFormat.Gif => ["gif"],
        AdFormat.Webp => ["libwebp_anim"],
        AdFormat.Y4m => [],
        _ => ["libx264", "aac"],
    };
}
