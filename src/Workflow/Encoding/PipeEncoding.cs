using System.Diagnostics;

namespace Gpu.Workflow.Encoding;

/// <summary>
/// Writes a file by ffmpeg as a child process, fed through its standard input. However this ends, the process has ended when the call that ended it completes; if this process is killed,
/// ffmpeg ends by itself at the end of its input.
/// </summary>
internal sealed class PipeEncoding : IVideoEncoding
{
    // What ffmpeg ends with when a signal asked it to.
    private const int EndedBySignal = 255;

    private static readonly TimeSpan SignalGrace = TimeSpan.FromMilliseconds(500);

    private readonly Process _process;
    private readonly Stream _input;
    private readonly LastLines _said = new();
    private readonly Task _listening;
    private readonly EncodingOptions _options;
    private readonly EncodingSummary _summary;
    private readonly TimeProvider _time;
    private int _frames;
    private bool _ended;

    /// <summary>Feeds a process that was just started, which is this object's from then on.</summary>
    public PipeEncoding(Process process, EncodingOptions options, EncodingSummary summary, TimeProvider time)
    {
        _process = process;
        _options = options;
        _summary = summary;
        _time = time;
        _input = process.StandardInput.BaseStream;
        PipeSize.Enlarge(_input);
        _listening = _said.ReadAsync(process.StandardError);
    }

    /// <summary>The id of ffmpeg's process.</summary>
    public int ProcessId => _process.Id;

    /// <inheritdoc/>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken = default)
    {
        if (frame.Length != _options.FrameBytes())
        {
            throw new ArgumentException($"A {_options.Width}x{_options.Height} frame has {_options.FrameBytes()} bytes; this one has {frame.Length}.", nameof(frame));
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
    public async Task<EncodingSummary> CompleteAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_ended, this);
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
        return _summary;
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
        if (code == EndedBySignal || said.Contains("received signal", StringComparison.Ordinal))
        {
            await Task.Delay(SignalGrace, _time, cancellationToken).ConfigureAwait(false);
        }

        cancellationToken.ThrowIfCancellationRequested();
        throw EncodingFailure.Of(code, said, $"after {_frames} frames", cause);
    }

    // Stops what still runs and waits for its end; nothing is left behind, not even a zombie.
    private async Task EndAsync()
    {
        if (_ended)
        {
            return;
        }

        _ended = true;
        await FfmpegProcess.EndAsync(_process).ConfigureAwait(false);
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
