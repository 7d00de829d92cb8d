using Gpu.Workflow.Rendering;

namespace Gpu.Workflow.Encoding;

/// <summary>Writes frames uncompressed, as YUV4MPEG2: what ffmpeg, x264 and most tools read from a pipe.</summary>
internal sealed class Y4mSink : IFrameSink
{
    private static readonly byte[] FrameMark = "FRAME\n"u8.ToArray();
    private readonly Stream _stream;
    private readonly byte[] _header;
    private bool _started;

    /// <param name="stream">Takes the bytes; it is not closed.</param>
    /// <param name="width">Pixels, even.</param>
    /// <param name="height">Pixels, even.</param>
    /// <param name="framesPerSecond">Frames a second.</param>
    public Y4mSink(Stream stream, int width, int height, int framesPerSecond)
    {
        _stream = stream;
        // mpeg2: chroma sited left, as H.264 has it by default. Readers that know XCOLORRANGE need not guess the range.
        _header = System.Text.Encoding.ASCII.GetBytes(FormattableString.Invariant(
            $"YUV4MPEG2 W{width} H{height} F{framesPerSecond}:1 Ip A1:1 C420mpeg2 XCOLORRANGE=LIMITED\n"));
    }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken = default) => FileSizeLimit.WriteAsync(async () =>
    {
        if (!_started)
        {
            _started = true;
            await _stream.WriteAsync(_header, cancellationToken).ConfigureAwait(false);
        }

        await _stream.WriteAsync(FrameMark, cancellationToken).ConfigureAwait(false);
        await _stream.WriteAsync(frame, cancellationToken).ConfigureAwait(false);
    });
}
