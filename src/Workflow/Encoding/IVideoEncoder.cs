using Gpu.Workflow.Jobs;
using Gpu.Workflow.Rendering;

namespace Gpu.Workflow.Encoding;

/// <summary>The fifth stage: frames become files. Frames are I420, BT.709, limited range, as <see cref="IFrameSink"/> takes them.</summary>
public interface IVideoEncoder
{
    /// <summary>Finds out whether files of some formats can be written here.</summary>
    /// <param name="formats">The formats.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="Runtime.LibraryNotAvailableError">There is no encoder program on this machine, or it cannot write a format.</exception>
    Task CheckAsync(IReadOnlyList<AdFormat> formats, CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <summary>Chooses what encodes the H.264 of MP4 files.</summary>
    /// <param name="wanted">What is asked for.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What is used: never <see cref="H264Encoder.Auto"/>.</returns>
    /// <exception cref="Runtime.LibraryNotAvailableError">One is named that does not work here; the message says why.</exception>
    Task<H264Encoder> ChooseAsync(H264Encoder wanted, CancellationToken cancellationToken = default) => Task.FromResult(wanted == H264Encoder.Auto ? H264Encoder.X264 : wanted);

    /// <summary>Tries the encoders of the hardware now.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Each, and why it does not work where it does not.</returns>
    Task<IReadOnlyList<EncoderReport>> ReportAsync(CancellationToken cancellationToken = default) => Task.FromResult<IReadOnlyList<EncoderReport>>([]);

    /// <summary>
    /// Starts to encode a file of <see cref="EncodingOptions.Format"/>, fed while rendering goes on. MP4 and WebM are yuv420p and
    /// tagged BT.709, limited range; GIF and WebP are converted to what their formats define.
    /// </summary>
    /// <param name="path">The file to write; one that exists is replaced.</param>
    /// <param name="options">Format, size, rate and quality.</param>
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
/// <param name="Preset">x264's preset, <c>ultrafast</c> to <c>placebo</c>; other encoders take their own nearest one.</param>
/// <param name="Crf">x264's constant rate factor, 0 (lossless with x264) to 51; other encoders take the nearest on their own scale.</param>
/// <param name="Title">For the file's metadata; empty for none.</param>
/// <param name="SoundFile">A WAVE file with the sound, which is as long as the frames and complete before the start; null for none. GIF and WebP have no sound.</param>
public sealed record EncodingOptions(int Width, int Height, int FramesPerSecond, string Preset, int Crf, string Title = "", string? SoundFile = null)
{
    /// <summary>The format of the file: any but <see cref="AdFormat.Y4m"/>.</summary>
    /// <value><see cref="AdFormat.Mp4"/></value>
    public AdFormat Format { get; init; }

    /// <summary>What encodes an MP4; <see cref="H264Encoder.Auto"/> is x264 here, for the choice is made before.</summary>
    /// <value><see cref="H264Encoder.X264"/></value>
    public H264Encoder Encoder { get; init; } = H264Encoder.X264;

    /// <summary>Size and rate of GIF and WebP.</summary>
    public AnimationOptions Animation { get; init; } = new();
}

/// <summary>What encoded a file.</summary>
/// <param name="Program">The program and its version, such as <c>ffmpeg 5.1.9</c>.</param>
/// <param name="Threads">The encoder's threads, on which the output may depend; pinned.</param>
/// <param name="Codec">The encoder within the program, such as <c>libx264</c>.</param>
public sealed record EncodingSummary(string Program, int Threads, string Codec = "libx264");

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
