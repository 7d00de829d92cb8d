using Gpu.Workflow.Rendering;

namespace Gpu.Workflow.Encoding;

/// <summary>The fifth stage: frames become files. Frames are I420, BT.709, limited range, as <see cref="IFrameSink"/> takes them.</summary>
public interface IVideoEncoder
{
    /// <summary>Finds out whether anything can be encoded at all.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="Runtime.LibraryNotAvailableError">There is no encoder program on this machine.</exception>
    Task CheckAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <summary>
    /// Starts to encode an H.264 MP4 (yuv420p, tagged BT.709 limited range, <c>+faststart</c>), fed while rendering goes on.
    /// </summary>
    /// <param name="path">The file to write; one that exists is replaced.</param>
    /// <param name="options">Size, rate and x264's settings.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <exception cref="Runtime.LibraryNotAvailableError">There is no encoder program on this machine.</exception>
    Task<IVideoEncoding> StartAsync(string path, EncodingOptions options, CancellationToken cancellationToken = default);

    /// <summary>Writes one frame as a JPEG.</summary>
    /// <param name="path">The file to write; one that exists is replaced.</param>
    /// <param name="frame">I420, BT.709, limited range.</param>
    /// <param name="width">Pixels, even.</param>
    /// <param name="height">Pixels, even.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task WriteThumbnailAsync(string path, ReadOnlyMemory<byte> frame, int width, int height, CancellationToken cancellationToken = default);
}

/// <summary>
/// A file in the making. Disposed before it is completed, it ends its program at once and leaves the file to its owner,
/// who deletes it.
/// </summary>
public interface IVideoEncoding : IFrameSink, IAsyncDisposable
{
    /// <summary>Says that all frames are written, and waits until the file is complete on disk.</summary>
    /// <exception cref="EncodingError">The encoder failed; the message has its own last words.</exception>
    Task<EncodingSummary> CompleteAsync(CancellationToken cancellationToken = default);
}

/// <summary>How to encode.</summary>
/// <param name="Width">Pixels, even.</param>
/// <param name="Height">Pixels, even.</param>
/// <param name="FramesPerSecond">1 to 240.</param>
/// <param name="Preset">x264's preset, <c>ultrafast</c> to <c>placebo</c>.</param>
/// <param name="Crf">x264's constant rate factor, 0 (lossless) to 51.</param>
/// <param name="Title">For the file's metadata; empty for none.</param>
/// <param name="SoundFile">A WAVE file with the sound, which is as long as the frames and complete before the start; null for none.</param>
public sealed record EncodingOptions(int Width, int Height, int FramesPerSecond, string Preset, int Crf, string Title = "", string? SoundFile = null);

/// <summary>What encoded a file.</summary>
/// <param name="Program">The program and its version, such as <c>ffmpeg 5.1.9</c>.</param>
/// <param name="Threads">x264's threads, on which its output depends; pinned.</param>
public sealed record EncodingSummary(string Program, int Threads);

/// <summary>Why a file could not be encoded.</summary>
public enum EncodingErrorKind
{
    /// <summary>The encoder ended early or with an error.</summary>
    Failed,

    /// <summary>The disk is full, or the file would pass the largest size allowed.</summary>
    NoSpace,
}

/// <summary>A file could not be encoded.</summary>
/// <param name="kind">Why.</param>
/// <param name="message">What happened, with the encoder's own last words, and what to do.</param>
/// <param name="inner">The cause, where there is one.</param>
public sealed class EncodingError(EncodingErrorKind kind, string message, Exception? inner = null) : Runtime.OptimizationError(message, inner)
{
    /// <summary>Why.</summary>
    public EncodingErrorKind Kind { get; } = kind;

    /// <inheritdoc/>
    public override bool IsTransient => Kind == EncodingErrorKind.Failed;
}
