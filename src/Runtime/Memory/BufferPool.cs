using ILGPU.Runtime;

namespace Gpu.Runtime.Memory;

/// <summary>
/// One device's memory: buffers in size classes, kept for the next that asks. Used on the device's thread only, but for the
/// counters. What a buffer holds when it is rented is undefined.
/// </summary>
/// <param name="allocate">Allocates a buffer of so many bytes.</param>
/// <param name="limit">Bytes that may be allocated at the same time.</param>
internal sealed class BufferPool(Func<long, MemoryBuffer> allocate, long limit) : IDisposable
{
    private readonly Dictionary<long, Stack<MemoryBuffer>> _free = [];
    private long _held;
    private long _inUse;

    /// <summary>Asked before an allocation is refused: frees what it can of data that can be made again.</summary>
    public Action? Reclaim { get; set; }

    /// <summary>Bytes that may be allocated at the same time.</summary>
    public long LimitBytes => limit;

    public long HeldBytes => Interlocked.Read(ref _held);

    public long InUseBytes => Interlocked.Read(ref _inUse);

    /// <summary>Lends a buffer of at least so many bytes.</summary>
    /// <exception cref="DeviceOutOfMemory">Not even freeing all that is idle makes room.</exception>
    public MemoryBuffer Rent(long bytes)
    {
        var size = SizeClass.Of(bytes);
        var buffer = _free.TryGetValue(size, out var stack) && stack.TryPop(out var kept) ? kept : Allocate(size);
        Interlocked.Add(ref _inUse, size);
        return buffer;
    }

    public void Return(MemoryBuffer buffer)
    {
        var size = buffer.LengthInBytes;
        if (!_free.TryGetValue(size, out var stack))
        {
            _free.Add(size, stack = new Stack<MemoryBuffer>());
        }

        stack.Push(buffer);
        Interlocked.Add(ref _inUse, -size);
    }

    /// <summary>Gives every idle buffer back to the device.</summary>
    public void Trim()
    {
        foreach (var (size, stack) in _free)
        {
            while (stack.TryPop(out var buffer))
            {
                Interlocked.Add(ref _held, -size);
                buffer.Dispose();
            }
        }
    }

    public void Dispose() => Trim();

    private MemoryBuffer Allocate(long size)
    {
        if (HeldBytes + size > limit)
        {
            MakeRoom();
            if (HeldBytes + size > limit)
            {
                DeviceOutOfMemory.ThrowLimit(size, HeldBytes, limit);
            }
        }

        MemoryBuffer buffer;
        try
        {
            buffer = allocate(size);
        }
        catch (Exception e) when (DeviceOutOfMemory.Says(e))
        {
            MakeRoom();
            buffer = AllocateAgain(size);
        }

        Interlocked.Add(ref _held, size);
        return buffer;
    }

    private MemoryBuffer AllocateAgain(long size)
    {
        try
        {
            return allocate(size);
        }
        catch (Exception e) when (DeviceOutOfMemory.Says(e))
        {
            throw new DeviceOutOfMemory($"the device has no room for {size} bytes beside {HeldBytes} in use; ask for less at once", e);
        }
    }

    private void MakeRoom()
    {
        Reclaim?.Invoke();
        Trim();
    }
}
