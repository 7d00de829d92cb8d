using System.Collections.Concurrent;
using System.Globalization;
using Gpu.Benchmarks.Ptx;
using ILGPU;
using ILGPU.Backends;
using ILGPU.Backends.EntryPoints;
using ILGPU.Backends.OpenCL;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

namespace Gpu.Kernels.Tests.Suite;

/// <summary>Compiles kernels to the text that drivers take, without a driver, and counts what is in it.</summary>
internal static class KernelText
{
    /// <summary>Architectures that kernels are compiled for; drivers take the text of an older one.</summary>
    public static readonly CudaArchitecture[] Architectures =
        [CudaArchitecture.SM_60, CudaArchitecture.SM_61, CudaArchitecture.SM_70, CudaArchitecture.SM_75, CudaArchitecture.SM_80];

    // Every test asks for every kernel's text.
    private static readonly ConcurrentDictionary<(string Kernel, CudaArchitecture Architecture), string> Texts = [];

    public static string Ptx(Context context, KernelCase kernel, CudaArchitecture architecture) =>
        Texts.GetOrAdd((kernel.Name, architecture), key => PtxText.Of(context, kernel.Kernel, key.Architecture));

    public static string OpenCl(Context context, KernelCase kernel)
    {
        using var backend = new CLBackend(context, Capabilities(), CLDeviceVendor.Other, new CLCVersion(2, 0));
        return ((CLCompiledKernel)Compile(backend, kernel)).Source;
    }

    /// <summary>The instructions of a PTX module, without labels, directives and declarations.</summary>
    public static string[] Instructions(string ptx) =>
        [.. ptx.Split('\n').Select(l => l.Trim()).Where(l => l.EndsWith(';') && !l.StartsWith('.') && !l.StartsWith("//", StringComparison.Ordinal))];

    /// <summary>
    /// What is in a module, and what of it lies in loops (found by their back edges), where the time goes. Loads and stores
    /// are those of global memory: parameters are not counted, and there is no other memory.
    /// </summary>
    public static string CountPtx(string ptx)
    {
        var module = PtxModule.Parse(ptx);
        var depths = PtxLoops.Depths(module);
        return $"{Count(module.Instructions)}; in loops {Count([.. module.Instructions.Where((_, i) => depths[i] > 0)])}";
    }

    /// <summary>Divisions and remainders of integers that lie in loops.</summary>
    public static string[] DivisionsInLoops(string ptx)
    {
        var module = PtxModule.Parse(ptx);
        var depths = PtxLoops.Depths(module);
        return [.. module.Instructions.Where((instruction, i) => depths[i] > 0 && instruction.Divides).Select(i => i.Text)];
    }

    public static string CountOpenCl(string source) =>
        string.Create(CultureInfo.InvariantCulture, $"{source.Split('\n').Count(l => l.TrimEnd().EndsWith(';'))} statements");

    private static CompiledKernel Compile(Backend backend, KernelCase kernel) =>
        backend.Compile(EntryPointDescription.FromImplicitlyGroupedKernel(kernel.Kernel), default(KernelSpecialization));

    // Doubles are left out, so that a kernel which needs them does not compile.
    private static CLCapabilityContext Capabilities() => (CLCapabilityContext)typeof(CLCapabilityContext).GetConstructors()
        .Single(c => c.GetParameters().Length > 1)
        .Invoke([.. typeof(CLCapabilityContext).GetConstructors().Single(c => c.GetParameters().Length > 1)
            .GetParameters().Select(p => (object)!p.Name!.Contains("float64", StringComparison.OrdinalIgnoreCase))]);

    private static string Count(IReadOnlyList<PtxInstruction> instructions) => string.Create(
        CultureInfo.InvariantCulture,
        $"{instructions.Count} instructions, {instructions.Count(i => i.Kind == PtxKind.Load)} loads, {instructions.Count(i => i.Kind == PtxKind.Store)} stores, {instructions.Count(i => i.Divides)} divisions");
}
