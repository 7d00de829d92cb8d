using System.Runtime.InteropServices;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace Gpu.Runtime.Memory;

/// <summary>Native memory of the host, aligned as the pool promises; ILGPU's own buffers are aligned to 16 bytes only.</summary>
internal sealed class HostBuffer : CPUMemoryBuffer
{
    public unsafe HostBuffer(Accelerator accelerator, long bytes)
        : base(accelerator, bytes, 1)
    {
        NativePtr = (nint)NativeMemory.AlignedAlloc((nuint)bytes, SizeClass.Alignment);
    }

    protected override unsafe void DisposeAcceleratorObject(bool disposing)
    {
        NativeMemory.AlignedFree((void*)NativePtr);
        NativePtr = 0;
    }
}
