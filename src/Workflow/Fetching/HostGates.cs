namespace Gpu.Workflow.Fetching;

/// <summary>Lets only so many requests at a time to each host; a host that nobody asks leaves nothing behind.</summary>
/// <param name="most">The most requests at a time.</param>
internal sealed class HostGates(int most)
{
    private readonly Dictionary<string, Gate> _gates = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>Waits for a turn; dispose what it returns when the answer is read.</summary>
    /// <param name="url">Its host and port are asked.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public async ValueTask<IDisposable> EnterAsync(Uri url, CancellationToken cancellationToken)
    {
        var host = url.Authority;
        Gate? gate;
        lock (_lock)
        {
            if (!_gates.TryGetValue(host, out gate))
            {
                _gates[host] = gate = new Gate(new SemaphoreSlim(most));
            }

            gate.Users++;
        }

        try
        {
            await gate.Turns.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Leave(host, gate);
            throw;
        }

        return new Turn(() =>
        {
            gate.Turns.Release();
            Leave(host, gate);
        });
    }

    private void Leave(string host, Gate gate)
    {
        lock (_lock)
        {
            if (--gate.Users == 0)
            {
                _gates.Remove(host);
                gate.Turns.Dispose();
            }
        }
    }

    private sealed class Gate(SemaphoreSlim turns)
    {
        public SemaphoreSlim Turns { get; } = turns;

        public int Users { get; set; }
    }

    private sealed class Turn(Action leave) : IDisposable
    {
        private Action? _leave = leave;

        public void Dispose() => Interlocked.Exchange(ref _leave, null)?.Invoke();
    }
}
