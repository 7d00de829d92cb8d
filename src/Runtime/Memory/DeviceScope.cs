using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Runtime.Memory;

/// <summary>
/// A device's memory and accelerator as its work sees them. One scope serves all work of a device, one piece after the
/// other, so that a piece of work costs no allocation here.
/// </summary>
internal abstract class DeviceScope : IDeviceScope, IResidentMemory, IDisposable
{
    private readonly List<MemoryBuffer> _rented = [];
    private readonly List<MemoryHandle> _pins = [];
    private readonly Dictionary<Type, IStagedOutputs> _staged = [];
    private readonly HostStage _stage = new();
    private readonly ResidentStore _residents;
    private readonly ReleaseInbox _inbox;
    private CancellationToken _cancellation;
    private Thread? _thread;
    private int _pinCount;

    protected DeviceScope(Accelerator accelerator, BufferPool pool, ReleaseInbox inbox)
    {
        Accelerator = accelerator;
        Pool = pool;
        _inbox = inbox;
        _residents = new ResidentStore(this, inbox);
        pool.Reclaim = _residents.GiveUpIdle;
    }

    public Accelerator Accelerator { get; }

    /// <summary>Bytes that the work has moved to the device so far; 0 where it shares the host's memory.</summary>
    public long BytesIn { get; protected set; }

    /// <summary>Bytes that the work has moved from the device.</summary>
    public long BytesOut { get; protected set; }

    /// <summary>Time of moving them, in ticks of the system's stopwatch.</summary>
    public long TransferTime { get; protected set; }

    /// <summary>What the memory is used for; may be asked on any thread.</summary>
    public MemoryUse Use => new(Pool.LimitBytes, Pool.HeldBytes + _stage.HeldBytes, Pool.InUseBytes - _residents.Bytes, _residents.Bytes, Volatile.Read(ref _pinCount), _residents.Count);

    /// <summary>Whether disposed resident data waits to be freed.</summary>
    public bool HasErrands => !_inbox.IsEmpty;

    protected BufferPool Pool { get; }

    /// <summary>The scope of the accelerator's kind.</summary>
    /// <param name="accelerator">The accelerator.</param>
    /// <param name="poolLimit">Bytes that its pool may allocate.</param>
    /// <param name="inbox">Where disposed resident data waits.</param>
    /// <param name="keepsApart">Whether results stay out of the callers' memory until <see cref="Commit"/> also where device and host share memory.</param>
    public static DeviceScope For(Accelerator accelerator, long poolLimit, ReleaseInbox inbox, bool keepsApart = false) =>
        accelerator.AcceleratorType == AcceleratorType.CPU
            ? new HostScope(accelerator, poolLimit, inbox, keepsApart)
            : new TransferScope(accelerator, poolLimit, inbox);

    /// <summary>Begins a piece of work.</summary>
    public void Begin(CancellationToken cancellationToken)
    {
        _cancellation = cancellationToken;
        _thread = Thread.CurrentThread;
        (BytesIn, BytesOut, TransferTime) = (0, 0, 0);
        _residents.NextWork();
    }

    /// <summary>Waits until the work has ended and its outputs are in host memory: the callers', or this scope's own.</summary>
    public abstract void Finish();

    /// <summary>Writes outputs that are in the scope's own memory into the callers'. Touches no device, so that it always ends.</summary>
    public void Commit()
    {
        foreach (var outputs in _staged.Values)
        {
            outputs.Commit();
        }
    }

    /// <summary>Takes back all that the work has used. The accelerator must be idle.</summary>
    public void End()
    {
        _thread = null;
        Forget();
        foreach (var outputs in _staged.Values)
        {
            outputs.Clear();
        }

        _stage.Clear();
        foreach (var buffer in _rented)
        {
            Pool.Return(buffer);
        }

        _rented.Clear();
        _cancellation = default;
        try
        {
            Unpin();
        }
        finally
        {
            RunErrands();
        }
    }

    /// <summary>Frees resident data that was disposed.</summary>
    public void RunErrands() => _residents.ReleaseDisposed();

    public ArrayView<T> Resident<T>(ResidentData<T> data)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        Check();
        return _residents.View(data);
    }

    public ArrayView<T> Input<T>(ReadOnlyMemory<T> data)
        where T : unmanaged
    {
        Check();
        return data.IsEmpty ? Empty<T>() : Read(data);
    }

    public ArrayView<T> Output<T>(Memory<T> target)
        where T : unmanaged
    {
        Check();
        return target.IsEmpty ? Empty<T>() : Write(target);
    }

    public ArrayView<T> InputAll<T>(ReadOnlySpan<ReadOnlyMemory<T>> parts)
        where T : unmanaged
    {
        var all = Staged<T, ReadOnlyMemory<T>>(parts, static part => part.Length);
        if (all.IsEmpty)
        {
            return Empty<T>();
        }

        var rest = all;
        foreach (var part in parts)
        {
            part.Span.CopyTo(rest);
            rest = rest[part.Length..];
        }

        return ReadStage(all);
    }

    public ArrayView<T> OutputAll<T>(ReadOnlySpan<Memory<T>> parts)
        where T : unmanaged
    {
        var all = Staged<T, Memory<T>>(parts, static part => part.Length);
        if (all.IsEmpty)
        {
            return Empty<T>();
        }

        var rest = all;
        foreach (var part in parts)
        {
            Stage(rest, part);
            rest = rest[part.Length..];
        }

        return WriteStage(all);
    }

    public ArrayView<T> Scratch<T>(long length)
        where T : unmanaged
    {
        Check();
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return new ArrayView<T>(Rent(checked(length * Unsafe.SizeOf<T>())), 0, length);
    }

    public abstract void Bring<T>(ReadOnlyMemory<T> host, ResidentCopy copy)
        where T : unmanaged;

    public abstract void TakeAway(ResidentCopy copy);

    public abstract long PoolBytes(ResidentCopy copy);

    public void Dispose()
    {
        _residents.Dispose();
        Pool.Dispose();
        _stage.Dispose();
    }

    protected abstract ArrayView<T> Read<T>(ReadOnlyMemory<T> data)
        where T : unmanaged;

    protected abstract ArrayView<T> Write<T>(Memory<T> target)
        where T : unmanaged;

    /// <summary>A view of data on the stage, or of the device's copy of it.</summary>
    protected abstract ArrayView<T> ReadStage<T>(Span<T> staged)
        where T : unmanaged;

    /// <summary>A view of what is to be on the stage when the work has ended.</summary>
    protected abstract ArrayView<T> WriteStage<T>(Span<T> staged)
        where T : unmanaged;

    /// <summary>Memory on the stage that is written to <paramref name="target"/> when the results are accepted.</summary>
    protected Span<T> Stage<T>(Memory<T> target)
        where T : unmanaged
    {
        var staged = _stage.Take<T>(target.Length);
        Stage(staged, target);
        return staged;
    }

    /// <summary>Drops what the kind of device keeps for a piece of work beyond buffers and pins.</summary>
    protected abstract void Forget();

    protected MemoryBuffer Rent(long bytes)
    {
        var buffer = Pool.Rent(bytes);
        _rented.Add(buffer);
        return buffer;
    }

    /// <summary>Pins host memory until the work ends.</summary>
    protected unsafe void* Pin<T>(ReadOnlyMemory<T> memory)
    {
        var pin = memory.Pin();
        _pins.Add(pin);
        Volatile.Write(ref _pinCount, _pins.Count);
        return pin.Pointer;
    }

    private unsafe void Stage<T>(Span<T> staged, Memory<T> target)
        where T : unmanaged
    {
        if (!_staged.TryGetValue(typeof(T), out var outputs))
        {
            _staged.Add(typeof(T), outputs = new StagedOutputs<T>());
        }

        // The stage is native memory: it does not move.
        ((StagedOutputs<T>)outputs).Add(Unsafe.AsPointer(ref MemoryMarshal.GetReference(staged)), target);
    }

    // Room on the stage for all parts together.
    private Span<T> Staged<T, TPart>(ReadOnlySpan<TPart> parts, Func<TPart, int> lengthOf)
        where T : unmanaged
    {
        Check();
        var length = 0;
        foreach (var part in parts)
        {
            length = checked(length + lengthOf(part));
        }

        return length == 0 ? default : _stage.Take<T>(length);
    }

    // Unpinning runs code of the memory's owner. Where that throws, the rest is unpinned all the same.
    private void Unpin()
    {
        while (_pins.Count > 0)
        {
            var pin = _pins[^1];
            _pins.RemoveAt(_pins.Count - 1);
            Volatile.Write(ref _pinCount, _pins.Count);
            try
            {
                pin.Dispose();
            }
            catch
            {
                Unpin();
                throw;
            }
        }
    }

    // A launch is given a valid address even where there is nothing behind it.
    private ArrayView<T> Empty<T>()
        where T : unmanaged => new(Rent(0), 0, 0);

    private void Check()
    {
        if (!ReferenceEquals(_thread, Thread.CurrentThread))
        {
            ThrowOutside();
        }

        _cancellation.ThrowIfCancellationRequested();
    }

    [DoesNotReturn]
    private static void ThrowOutside() =>
        throw new InvalidOperationException("A device scope was used outside of its work: after the work had ended, or on another thread than the device's.");
}
