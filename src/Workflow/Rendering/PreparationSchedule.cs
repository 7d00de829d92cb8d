namespace Gpu.Workflow.Rendering;

/// <summary>Starts what frames will need a little ahead, and disposes what no frame needs any more: memory stays bounded.</summary>
/// <param name="things">All things, in any order.</param>
/// <param name="ahead">How many frames ahead.</param>
internal sealed class PreparationSchedule(IEnumerable<IPrepared> things, int ahead) : IAsyncDisposable
{
    private readonly Queue<IPrepared> _coming = new(things.OrderBy(t => t.First));
    private readonly List<IPrepared> _there = [];
    private readonly Lock _lock = new();

    /// <summary>Starts all that frames up to <paramref name="frame"/> and a little beyond need.</summary>
    public void Begin(int frame, CancellationToken cancellationToken)
    {
        while (_coming.TryPeek(out var next) && next.First <= frame + ahead)
        {
            _coming.Dequeue();
            next.Begin(cancellationToken);
            lock (_lock)
            {
                _there.Add(next);
            }
        }
    }

    /// <summary>Disposes what was needed last by <paramref name="frame"/>, which is done, or before it.</summary>
    public async ValueTask EndAsync(int frame)
    {
        while (Ended(frame) is { } ended)
        {
            await ended.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => EndAsync(int.MaxValue - 1);

    private IPrepared? Ended(int frame)
    {
        lock (_lock)
        {
            var i = _there.FindIndex(t => t.End <= frame + 1);
            if (i < 0)
            {
                return null;
            }

            var ended = _there[i];
            _there.RemoveAt(i);
            return ended;
        }
    }
}
