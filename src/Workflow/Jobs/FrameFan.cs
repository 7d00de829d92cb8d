using Gpu.Workflow.Rendering;

namespace Gpu.Workflow.Jobs;

/// <summary>Hands every frame to several sinks at a time, as fast as the slowest takes it.</summary>
internal sealed class FrameFan(IReadOnlyList<IFrameSink> sinks) : IFrameSink
{
    private readonly Task[] _writes = new Task[sinks.Count];

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken = default)
    {
        if (sinks.Count == 1)
        {
            await sinks[0].WriteAsync(frame, cancellationToken).ConfigureAwait(false);
            return;
        }

        for (var i = 0; i < sinks.Count; i++)
        {
            _writes[i] = sinks[i].WriteAsync(frame, cancellationToken).AsTask();
        }

        // All of them, even where one fails: the frame is read until the last has ended.
        await Task.WhenAll(_writes).ConfigureAwait(false);
    }
}
