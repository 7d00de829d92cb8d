using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Launching;

/// <summary>
/// Hands the bands of one launch to whichever lane of the CPU accelerator is free: ILGPU splits a grid into fixed parts,
/// and a launch would wait for the core that something else keeps busy.
/// </summary>
internal sealed class Tickets
{
    // Pinned, and with a cache line to itself, for the lanes have nothing but its address.
    private readonly int[] _counter = GC.AllocateArray<int>(32, pinned: true);

    /// <summary>The counter's address; kernels take numbers, not references.</summary>
    public unsafe long Address => (nint)Unsafe.AsPointer(ref _counter[16]);

    /// <summary>Begins a launch. There is one at a time on an accelerator, and on the CPU it has ended when it returns.</summary>
    public void Reset() => Volatile.Write(ref _counter[16], -1);

    /// <summary>The next band that nobody has, or one past the last.</summary>
    public static unsafe int Next(long address) => Interlocked.Increment(ref *(int*)address);
}
