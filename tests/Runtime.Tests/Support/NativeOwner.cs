using System.Buffers;
using System.Runtime.InteropServices;

namespace Gpu.Runtime.Tests.Support;

/// <summary>Native memory behind <see cref="Memory{T}"/>, which counts how often it is pinned.</summary>
public sealed unsafe class NativeOwner(int length) : MemoryManager<int>
{
    private readonly int* _memory = (int*)NativeMemory.AllocZeroed((nuint)length, sizeof(int));

    public int Pins { get; private set; }

    public override Span<int> GetSpan() => new(_memory, length);

    public override MemoryHandle Pin(int elementIndex = 0)
    {
        Pins++;
        return new MemoryHandle(_memory + elementIndex, pinnable: this);
    }

    /// <summary>Makes the next unpinning throw, after it was counted.</summary>
    public bool Breaks { get; set; }

    public override void Unpin()
    {
        Pins--;
        if (Breaks)
        {
            Breaks = false;
            throw new InvalidOperationException("unpinning broke");
        }
    }

    protected override void Dispose(bool disposing) => NativeMemory.Free(_memory);
}
