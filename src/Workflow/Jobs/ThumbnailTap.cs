using Gpu.Workflow.Rendering;

namespace Gpu.Workflow.Jobs;

/// <summary>Hands all frames on and keeps a copy of the one that stands for the ad.</summary>
internal sealed class ThumbnailTap(IFrameSink next, int index) : IFrameSink
{
    private int _seen;

    /// <summary>The frame that was kept; empty before it came.</summary>
    public ReadOnlyMemory<byte> Frame { get; private set; }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken = default)
    {
        if (_seen++ == index)
        {
            Frame = frame.ToArray();
        }

        return next.WriteAsync(frame, cancellationToken);
    }
}
