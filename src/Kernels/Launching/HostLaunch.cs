using System.Runtime.ExceptionServices;

namespace Gpu.Kernels.Launching;

/// <summary>
/// Runs the parts of one launch on the caller's thread and those of the <see cref="HostHelpers"/> that come in time.
/// ILGPU's own launch on the CPU wakes every lane and waits for each, 80 to 180 us, a third of a frame's crossfade; here
/// the caller begins at once, and nobody waits for a thread that has not begun.
/// </summary>
/// <remarks>One launch at a time, as on any accelerator. Kept with its operation: a launch allocates nothing.</remarks>
internal abstract class HostLaunch
{
    // The state: whether helpers may join, and how many are in.
    private const int Open = 1 << 30;

    private int _state;
    private int _asked;
    private int _next;
    private int _parts;
    private int _length;
    private Exception? _failure;

    /// <summary>Takes parts of the launch, if it is still on.</summary>
    public void Help()
    {
        Interlocked.Decrement(ref _asked);
        if (TryJoin())
        {
            RunParts();
            Interlocked.Decrement(ref _state);
        }
    }

    /// <summary>Runs the parts with up to so many threads, the caller's included, to their end.</summary>
    protected void Run(int length, int parts, int threads)
    {
        (_length, _parts, _next, _failure) = (length, parts, -1, null);

        // Publishes the arguments: a helper that a launch before asked for may come from here on, and is welcome.
        Interlocked.Exchange(ref _state, Open);
        for (var wanted = Math.Min(Math.Min(threads, parts) - 1, HostHelpers.Count); Volatile.Read(ref _asked) < wanted;)
        {
            Interlocked.Increment(ref _asked);
            HostHelpers.Ask(this);
        }

        RunParts();
        Interlocked.And(ref _state, ~Open);
        var spin = default(SpinWait);
        while (Volatile.Read(ref _state) != 0)
        {
            // At most a part's time. Sleeping, which would be longer than most launches, is left out.
            spin.SpinOnce(sleep1Threshold: -1);
        }

        if (_failure is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    /// <summary>Runs one part.</summary>
    protected abstract void RunPart(int first, int end);

    private bool TryJoin()
    {
        for (var state = Volatile.Read(ref _state); (state & Open) != 0;)
        {
            var seen = Interlocked.CompareExchange(ref _state, state + 1, state);
            if (seen == state)
            {
                return true;
            }

            state = seen;
        }

        return false;
    }

    private void RunParts()
    {
        try
        {
            for (var part = Interlocked.Increment(ref _next); part < _parts; part = Interlocked.Increment(ref _next))
            {
                RunPart(Start(part), Start(part + 1));
            }
        }
        // Whatever it is, it is the caller's: rethrown on its thread when all have stopped.
#pragma warning disable CA1031
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Interlocked.CompareExchange(ref _failure, exception, null);
            Volatile.Write(ref _next, _parts);
        }
    }

    private int Start(int part) => (int)((long)_length * part / _parts);
}

/// <summary>Launches a pixel operation in bands of rows.</summary>
internal sealed class HostBands<TOperation> : HostLaunch
    where TOperation : struct, IPixelOperation
{
    private TOperation _operation;

    public void Run(in TOperation operation, int height, int bands, int threads)
    {
        _operation = operation;
        Run(height, bands, threads);

        // Its views' owner may be collected.
        _operation = default;
    }

    protected override void RunPart(int first, int end) => _operation.Rows(first, end);
}

/// <summary>Launches an item operation in ranges.</summary>
internal sealed class HostRanges<TOperation> : HostLaunch
    where TOperation : struct, IItemOperation
{
    private TOperation _operation;

    public void Run(in TOperation operation, int items, int ranges, int threads)
    {
        _operation = operation;
        Run(items, ranges, threads);
        _operation = default;
    }

    protected override void RunPart(int first, int end) => _operation.Items(first, end);
}
