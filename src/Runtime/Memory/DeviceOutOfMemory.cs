using System.Diagnostics.CodeAnalysis;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

namespace Gpu.Runtime.Memory;

/// <summary>A device cannot hold what a piece of work needs.</summary>
internal sealed class DeviceOutOfMemory(string message, Exception? inner = null) : OptimizationError(message, inner)
{
    /// <summary>Whether an exception of an allocation says that memory ran out, so that freeing some may help.</summary>
    public static bool Says(Exception exception) => exception switch
    {
        OutOfMemoryException => true,
        CudaException cuda => cuda.Error == nameof(CudaError.CUDA_ERROR_OUT_OF_MEMORY),
        CLException cl => cl.Error is CLError.CL_MEM_OBJECT_ALLOCATION_FAILURE or CLError.CL_OUT_OF_RESOURCES or CLError.CL_OUT_OF_HOST_MEMORY or CLError.CL_INVALID_BUFFER_SIZE,
        _ => false,
    };

    [DoesNotReturn]
    public static void ThrowLimit(long bytes, long inUse, long limit) =>
        throw new DeviceOutOfMemory($"{bytes} more bytes were asked for with {inUse} in use, and the limit is {limit}; raise the pool's limit, or ask for less at once");
}
