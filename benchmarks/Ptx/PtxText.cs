using System.Reflection;
using ILGPU;
using ILGPU.Backends.EntryPoints;
using ILGPU.Backends.PTX;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;

namespace Gpu.Benchmarks.Ptx;

/// <summary>Compiles kernels to PTX, the text that NVIDIA's driver takes, without a driver.</summary>
internal static class PtxText
{
    /// <summary>The PTX of a kernel whose first parameter is its index.</summary>
    public static string Of(Context context, MethodInfo kernel, CudaArchitecture architecture)
    {
        using var backend = new PTXBackend(context, architecture, CudaInstructionSet.ISA_80, null!);
        return ((PTXCompiledKernel)backend.Compile(EntryPointDescription.FromImplicitlyGroupedKernel(kernel), default(KernelSpecialization))).PTXAssembly;
    }
}
