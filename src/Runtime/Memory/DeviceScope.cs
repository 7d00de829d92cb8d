using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
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

    /// <summary>What the memory is used for; may be asked on any thread.</summary>
    public MemoryUse Use => new(Pool.HeldBytes, Pool.InUseBytes - _residents.Bytes, _residents.Bytes, Volatile.Read(ref _pinCount), _residents.Count);

    /// <summary>Whether disposed resident data waits to be freed.</summary>
    public bool HasErrands => !_inbox.IsEmpty;

    protected BufferPool Pool { get; }

    /// <summary>The scope of the accelerator's kind.</summary>
    public static DeviceScope For(Accelerator accelerator, long poolLimit, ReleaseInbox inbox) =>
        accelerator.AcceleratorType == AcceleratorType.CPU
            ? new HostScope(accelerator, poolLimit, inbox)
            : new TransferScope(accelerator, poolLimit, inbox);

    /// <summary>Begins a piece of work.</summary>
    public void Begin(CancellationToken cancellationToken)
    {
        _cancellation = cancellationToken;
        _thread = Thread.CurrentThread;
        _residents.NextWork();
    }

    /// <summary>Waits until the work's outputs are in host memory.</summary>
    public abstract void Finish();

    /// <summary>Takes back all that the work has used. The accelerator must be idle.</summary>
    public void End()
    {
        _thread = null;
        Forget();
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
    }

    protected abstract ArrayView<T> Read<T>(ReadOnlyMemory<T> data)
        where T : unmanaged;

    protected abstract ArrayView<T> Write<T>(Memory<T> target)
        where T : unmanaged;

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
