using Gpu.Workflow.Rendering;

namespace Gpu.Workflow.Encoding;

/// <summary>Passes frames on, and keeps a copy of one of them.</summary>
/// <param name="sink">Where the frames go.</param>
/// <param name="number">The number of the frame to keep.</param>
internal sealed class FrameGrabber(IFrameSink sink, int number) : IFrameSink
{
    private int _next;

    /// <summary>The frame, once it has come.</summary>
    public ReadOnlyMemory<byte>? Frame { get; private set; }

    /// <inheritdoc/>
    public ValueTask WriteAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken = default)
    {
        if (_next++ == number)
        {
            Frame = frame.ToArray();
        }

        return sink.WriteAsync(frame, cancellationToken);
    }
}
