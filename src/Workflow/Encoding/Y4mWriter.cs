namespace Gpu.Workflow.Encoding;

/// <summary>Writes uncompressed frames as YUV4MPEG2, which ffmpeg, mpv and x264 read: to a file, or to standard output.</summary>
internal sealed class Y4mWriter : IVideoWriter
{
    private static readonly byte[] FrameMark = "FRAME\n"u8.ToArray();

    private readonly Stream _stream;
    private readonly VideoFormat _format;
    private int _frames = -1;

    /// <summary>Writes to a stream, which is this writer's from then on.</summary>
    /// <param name="format">The frames that will come.</param>
    /// <param name="stream">Where they go.</param>
    public Y4mWriter(VideoFormat format, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(stream);
        _format = format;
        _stream = stream;
    }

    /// <summary>Writes to a file; an existing one is replaced.</summary>
    /// <exception cref="EncodingError">The file cannot be made.</exception>
    public static Y4mWriter Create(VideoFormat format, string path)
    {
        try
        {
            return new Y4mWriter(format, new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EncodingError($"\"{path}\" cannot be written: {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken = default)
    {
        if (frame.Length != _format.FrameBytes)
        {
            throw new ArgumentException($"A {_format.Width}x{_format.Height} frame has {_format.FrameBytes} bytes; this one has {frame.Length}.", nameof(frame));
        }

        try
        {
            if (_frames < 0)
            {
                await _stream.WriteAsync(Header(_format), cancellationToken).ConfigureAwait(false);
                _frames = 0;
            }

            await _stream.WriteAsync(FrameMark, cancellationToken).ConfigureAwait(false);
            await _stream.WriteAsync(frame, cancellationToken).ConfigureAwait(false);
            _frames++;
        }
        catch (IOException e)
        {
            throw Failed(e);
        }
    }

    /// <inheritdoc/>
    public async Task CompleteAsync(CancellationToken cancellationToken = default)
    {
        if (_frames != _format.Frames)
        {
            throw new EncodingError($"The video was to have {_format.Frames} frames but {Math.Max(0, _frames)} were written.");
        }

        try
        {
            await _stream.FlushAsync(cancellationToken).ConfigureAwait(false);
            await _stream.DisposeAsync().ConfigureAwait(false);
        }
        catch (IOException e)
        {
            throw Failed(e);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    /// <summary>The stream's header: size, rate, progressive, square pixels, 4:2:0 with chroma on the left, limited range.</summary>
    internal static byte[] Header(VideoFormat format) => System.Text.Encoding.ASCII.GetBytes(
        FormattableString.Invariant($"YUV4MPEG2 W{format.Width} H{format.Height} F{format.FramesPerSecond}:1 Ip A1:1 C420mpeg2 XCOLORRANGE=LIMITED\n"));

    private EncodingError Failed(IOException e) =>
        new($"The uncompressed video could not be written after frame {Math.Max(0, _frames)} of {_format.Frames}: {e.Message}", e);
}
