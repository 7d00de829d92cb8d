using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Gpu.Runtime.Memory;

/// <summary>
/// Native host memory in which one piece of work puts things one after the other, emptied when it ends: results that are not
/// accepted yet, and small inputs on their way together. Used on the device's thread only.
/// </summary>
internal sealed unsafe class HostStage : IDisposable
{
    private const long SmallestBlock = 64 * 1024;

    // What one large piece of work needed is not kept for the small ones after it.
    private const long LargestKept = 64L << 20;

    private readonly List<(nint Address, long Bytes)> _blocks = [];
    private long _used;

    /// <summary>Bytes allocated.</summary>
    public long HeldBytes => Interlocked.Read(ref _held);

    private long _held;

    /// <summary>Memory until <see cref="Clear"/>.</summary>
    public void* Take(long bytes)
    {
        var size = (bytes + SizeClass.Alignment - 1) / SizeClass.Alignment * SizeClass.Alignment;
        if (_blocks.Count == 0 || _used + size > _blocks[^1].Bytes)
        {
            Add(size);
        }

        var address = (byte*)_blocks[^1].Address + _used;
        _used += size;
        return address;
    }

    /// <summary>Memory for so many elements.</summary>
    public Span<T> Take<T>(int length)
        where T : unmanaged => new(Take((long)length * Unsafe.SizeOf<T>()), length);

    /// <summary>Takes all of it back.</summary>
    public void Clear()
    {
        _used = 0;
        if (_blocks.Count == 1 && _blocks[0].Bytes <= LargestKept)
        {
            return;
        }

        // The next work finds one block that holds what this one needed in several.
        var needed = Math.Min(HeldBytes, LargestKept);
        var any = _blocks.Count > 0;
        Dispose();
        if (any)
        {
            Add(needed);
            _used = 0;
        }
    }

    public void Dispose()
    {
        foreach (var (address, bytes) in _blocks)
        {
            NativeMemory.AlignedFree((void*)address);
            Interlocked.Add(ref _held, -bytes);
        }

        _blocks.Clear();
    }

    private void Add(long least)
    {
        var bytes = Math.Max(SmallestBlock, Math.Max(least, _blocks.Count == 0 ? 0 : 2 * _blocks[^1].Bytes));
        _blocks.Add(((nint)NativeMemory.AlignedAlloc((nuint)bytes, SizeClass.Alignment), bytes));
        Interlocked.Add(ref _held, bytes);
        _used = 0;
    }
}
