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

    /// <inheritdoc/>
    public string? Identity => ProgramIdentity.Of(_options.Program) is { } program ? $"{program} {_options.Threads}" : null;

    /// <inheritdoc/>
    public Task CheckAsync(CancellationToken cancellationToken = default) => FfmpegVersion.ReadAsync(_options.Program, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="ConfigurationError">An option is outside its range.</exception>
    public async Task<IVideoEncoding> StartAsync(string path, EncodingOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(options);
        _options.Check();
        EncodingOptionsCheck.Check(options);
        var version = await FfmpegVersion.ReadAsync(_options.Program, cancellationToken).ConfigureAwait(false);
        var process = FfmpegProcess.Start(_options.Program, Mp4Arguments.Build(options, _options.Threads, path));
        return new Mp4Encoding(process, options, new EncodingSummary(version, _options.Threads), _time);
    }

    /// <inheritdoc/>
    public Task WriteThumbnailAsync(string path, ReadOnlyMemory<byte> frame, int width, int height, CancellationToken cancellationToken = default) =>
        ThumbnailWriter.WriteAsync(path, frame, width, height, cancellationToken);
}
