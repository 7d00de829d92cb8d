using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace Gpu.Runtime.Memory;

/// <summary>
/// Host memory of somebody else as ILGPU's CPU accelerator sees it, without a copy. One window serves one piece of memory
/// after the other: ILGPU's own wrapper has to be made, registered and finalised for each.
/// </summary>
internal sealed class HostWindow(Accelerator accelerator) : CPUMemoryBuffer(accelerator, long.MaxValue, 1)
{
    /// <summary>Looks at pinned memory.</summary>
    public unsafe void Open(void* memory) => NativePtr = (nint)memory;

    /// <summary>Looks at nothing: a view kept past its time fails at once, and reads nobody's memory.</summary>
    public void Close() => NativePtr = 0;

    protected override void DisposeAcceleratorObject(bool disposing) => NativePtr = 0;
}
