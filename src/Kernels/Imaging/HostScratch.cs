namespace Gpu.Kernels.Imaging;

/// <summary>Working memory of a host body: one buffer a thread, kept, since ILGPU's lanes run on threads of its own with small stacks.</summary>
internal static unsafe class HostScratch
{
    // What every vector register's aligned load is happy with, and a cache line.
    private const int Alignment = 64;

    [ThreadStatic]
    private static byte[]? buffer;

    /// <summary>The thread's buffer, aligned to a cache line, its contents undefined. A second call on the thread takes it back.</summary>
    public static byte* Take(long bytes)
    {
        if (buffer is null || buffer.LongLength < bytes + Alignment)
        {
            // Pinned for life: pointers into it need no handle.
            buffer = GC.AllocateUninitializedArray<byte>(checked((int)(bytes + Alignment)), pinned: true);
        }

        var start = (nint)System.Runtime.CompilerServices.Unsafe.AsPointer(ref buffer[0]);
        return (byte*)((start + Alignment - 1) & -Alignment);
    }

    /// <summary>A length rounded up so that what follows it in a buffer is aligned too.</summary>
    public static int Aligned(int bytes) => (bytes + Alignment - 1) & -Alignment;
}
