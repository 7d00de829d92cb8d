namespace Gpu.Workflow.Rendering;

/// <summary>Takes frames in order: an encoder, a file, a pipe.</summary>
public interface IFrameSink
{
    /// <summary>Takes a frame. The memory is the caller's again when the returned task completes.</summary>
    /// <param name="frame">I420, BT.709, limited range.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    ValueTask WriteAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken = default);
}
