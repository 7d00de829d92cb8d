using Gpu.Workflow.Rendering;

namespace Gpu.Workflow.Tests.Rendering;

/// <summary>Keeps frames; does something odd at one of them where asked.</summary>
internal sealed class Frames(Func<int, CancellationToken, ValueTask>? at = null) : IFrameSink
{
    private int _writing;

    public List<byte[]> All { get; } = [];

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken = default)
    {
        Assert.Equal(1, Interlocked.Increment(ref _writing));
        if (at is not null)
        {
            await at(All.Count, cancellationToken);
        }

        All.Add(frame.ToArray());
        Interlocked.Decrement(ref _writing);
    }
}
