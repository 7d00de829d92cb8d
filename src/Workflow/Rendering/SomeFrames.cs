namespace Gpu.Workflow.Rendering;

/// <summary>Hands on some of the frames that it takes.</summary>
/// <param name="sink">Takes those.</param>
/// <param name="frames">Their numbers, in order.</param>
internal sealed class SomeFrames(IFrameSink sink, IReadOnlyList<int> frames) : IFrameSink
{
    private int _frame;
    private int _next;

    /// <inheritdoc/>
    public ValueTask WriteAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken = default)
    {
        if (_next == frames.Count || frames[_next] != _frame++)
        {
            return ValueTask.CompletedTask;
        }

        _next++;
        return sink.WriteAsync(frame, cancellationToken);
    }
}
