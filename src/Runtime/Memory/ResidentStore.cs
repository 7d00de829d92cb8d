using System.Diagnostics.CodeAnalysis;
using Gpu.Kernels.Launching;
using ILGPU;

namespace Gpu.Runtime.Memory;

/// <summary>The resident data of one device. Used on the device's thread only, but for the counters.</summary>
/// <param name="memory">Brings data to the device, and takes it away.</param>
/// <param name="inbox">Where disposed data waits for <see cref="ReleaseDisposed"/>.</param>
internal sealed class ResidentStore(IResidentMemory memory, ReleaseInbox inbox) : IDisposable
{
    private readonly Dictionary<IResidentData, ResidentCopy> _copies = new(ReferenceEqualityComparer.Instance);
    private long _use;
    private long _bytes;
    private int _count;

    public long Bytes => Interlocked.Read(ref _bytes);

    public int Count => Volatile.Read(ref _count);

    /// <summary>Tells that another piece of work begins: what was used before it may now be given up.</summary>
    public void NextWork() => _use++;

    /// <summary>The device's copy, made now where there is none.</summary>
    public ArrayView<T> View<T>(ResidentData<T> data)
        where T : unmanaged
    {
        if (!_copies.TryGetValue(data, out var copy))
        {
            copy = new ResidentCopy();
            if (!data.OnRelease(inbox.Post))
            {
                ThrowDisposed();
            }

            _copies.Add(data, copy);
        }

        copy.LastUse = _use;
        if (copy.Buffer is null)
        {
            memory.Bring(data.Host, copy);
            Interlocked.Add(ref _bytes, memory.PoolBytes(copy));
            Interlocked.Increment(ref _count);
        }

        return new ArrayView<T>(copy.Buffer!, 0, data.Host.Length);
    }

    /// <summary>Frees the copies of data disposed since the last call.</summary>
    public void ReleaseDisposed()
    {
        while (inbox.TryTake(out var data))
        {
            if (_copies.Remove(data!, out var copy))
            {
                Drop(copy);
            }
        }
    }

    /// <summary>Gives up every copy that the work that runs does not use; the next work that needs one brings it again.</summary>
    public void GiveUpIdle()
    {
        foreach (var copy in _copies.Values)
        {
            if (copy.LastUse != _use)
            {
                Drop(copy);
            }
        }
    }

    public void Dispose()
    {
        inbox.Close();
        foreach (var copy in _copies.Values)
        {
            Drop(copy);
        }

        _copies.Clear();
    }

    private void Drop(ResidentCopy copy)
    {
        if (copy.Buffer is null)
        {
            return;
        }

        Interlocked.Add(ref _bytes, -memory.PoolBytes(copy));
        Interlocked.Decrement(ref _count);
        memory.TakeAway(copy);
    }

    [DoesNotReturn]
    private static void ThrowDisposed() =>
        throw new ObjectDisposedException(nameof(ResidentData<byte>), "Resident data was disposed before the work that uses it ran; dispose it after the last such work has completed.");
}
