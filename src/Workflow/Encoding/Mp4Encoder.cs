using System.Diagnostics;
using Gpu.Runtime;

namespace Gpu.Workflow.Encoding;

/// <summary>
/// Writes an MP4 (H.264, yuv420p, BT.709 limited range and tagged so) by ffmpeg as a child process, fed through its standard
/// input. However this ends, the process has ended when the call that ended it completes; if this process is killed,
/// ffmpeg ends by itself at the end of its input.
/// </summary>
internal sealed class Mp4Encoder : IVideoWriter
{
    private static readonly TimeSpan SignalGrace = TimeSpan.FromMilliseconds(500);

    private readonly Process _process;
    private readonly Stream _input;
    private readonly LastLines _said = new();
    private readonly Task _listening;
    private readonly VideoFormat _format;
    private readonly TimeProvider _time;
    private int _frames;
    private bool _ended;

    private Mp4Encoder(Process process, VideoFormat format, TimeProvider time)
    {
        _process = process;
        _format = format;
        _time = time;
        _input = process.StandardInput.BaseStream;
        PipeSize.Enlarge(_input);
        _listening = _said.ReadAsync(process.StandardError);
    }

    /// <summary>The id of ffmpeg's process.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Starts ffmpeg.</summary>
    /// <param name="format">The frames that will come.</param>
    /// <param name="options">How to encode them.</param>
    /// <param name="path">The file to write, whatever its extension; an existing one is replaced.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <exception cref="ConfigurationError">An option is outside its range.</exception>
    /// <exception cref="LibraryNotAvailableError">There is no ffmpeg.</exception>
    public static Mp4Encoder Start(VideoFormat format, EncoderOptions options, string path, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        return new Mp4Encoder(FfmpegProcess.Start(options.Ffmpeg, Mp4Arguments.Build(format, options, path)), format, time ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken = default)
    {
        if (frame.Length != _format.FrameBytes)
        {
            throw new ArgumentException($"A {_format.Width}x{_format.Height} frame has {_format.FrameBytes} bytes; this one has {frame.Length}.", nameof(frame));
        }

        ObjectDisposedException.ThrowIf(_ended, this);
        try
        {
            // A write that waits for ffmpeg cannot be cancelled; that ffmpeg is gone ends it.
            await using (cancellationToken.UnsafeRegister(static p => FfmpegProcess.Kill((Process)p!), _process).ConfigureAwait(false))
            {
                await _input.WriteAsync(frame, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            await FailAsync(e, cancellationToken).ConfigureAwait(false);
        }

        _frames++;
    }

    /// <inheritdoc/>
    public async Task CompleteAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_ended, this);
        if (_frames != _format.Frames)
        {
            await EndAsync().ConfigureAwait(false);
            throw new EncodingError($"The video was to have {_format.Frames} frames but {_frames} were written.");
        }

        try
        {
            await _input.DisposeAsync().ConfigureAwait(false);
            await _process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            await FailAsync(e, cancellationToken).ConfigureAwait(false);
        }

        if (_process.ExitCode != 0)
        {
            await FailAsync(null, cancellationToken).ConfigureAwait(false);
        }

        await EndAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await EndAsync().ConfigureAwait(false);
        _process.Dispose();
    }

    private async Task FailAsync(Exception? cause, CancellationToken cancellationToken)
    {
        // The pipe breaks a moment before the process can be seen to have ended by itself.
        if (!cancellationToken.IsCancellationRequested && !_ended)
        {
            await FfmpegProcess.WaitAsync(_process, SignalGrace, _time).ConfigureAwait(false);
        }

        var code = _process.HasExited ? _process.ExitCode : (int?)null;
        await EndAsync().ConfigureAwait(false);
        var said = _said.ToString();

        // Ctrl-C goes to ffmpeg as well as to us, and it may be first to go.
        if (said.Contains("received signal", StringComparison.Ordinal))
        {
            await Task.Delay(SignalGrace, _time, cancellationToken).ConfigureAwait(false);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var tail = said.Length == 0 ? "It said nothing." : $"Its last lines:\n{said}";
        throw new EncodingError(
            said.Contains("No space left on device", StringComparison.Ordinal)
                ? $"The disk is full: the video could not be written after frame {_frames} of {_format.Frames}. Free space, or write elsewhere. {tail}"
                : $"ffmpeg ended {(code is { } c ? $"with code {c}" : "its input")} after frame {_frames} of {_format.Frames}. {tail}",
            cause);
    }

    // Stops what still runs and waits for its end; nothing is left behind, not even a zombie.
    private async Task EndAsync()
    {
        if (_ended)
        {
            return;
        }

        _ended = true;
        FfmpegProcess.Kill(_process);
        await _process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        await _listening.ConfigureAwait(false);
        try
        {
            await _input.DisposeAsync().ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The reader is gone and takes nothing more: there is nothing to be flushed to it.
        }
    }
}
