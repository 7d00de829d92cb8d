using ILGPU.Runtime;

namespace Gpu.Kernels.Launching;

/// <summary>The memory that operations of several launches keep with a host's own accelerator.</summary>
public static class WorkingMemoryExtensions
{
    /// <summary>Waits for the accelerator and frees the memory kept for later calls. Disposing the accelerator frees it as well.</summary>
    /// <param name="accelerator">Any ILGPU accelerator.</param>
    public static void ReleaseWorkingMemory(this Accelerator accelerator)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        OwnMemory.Release(accelerator);
    }
}
