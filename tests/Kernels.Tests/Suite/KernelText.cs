using System.Globalization;
using System.Text.RegularExpressions;
using ILGPU;
using ILGPU.Backends;
using ILGPU.Backends.EntryPoints;
using ILGPU.Backends.OpenCL;
using ILGPU.Backends.PTX;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

namespace Gpu.Kernels.Tests.Suite;

/// <summary>Compiles kernels to the text that drivers take, without a driver, and counts what is in it.</summary>
internal static partial class KernelText
{
    public static string Ptx(Context context, KernelCase kernel, CudaArchitecture architecture)
    {
        using var backend = new PTXBackend(context, architecture, CudaInstructionSet.ISA_80, null!);
        return ((PTXCompiledKernel)Compile(backend, kernel)).PTXAssembly;
    }

    public static string OpenCl(Context context, KernelCase kernel)
    {
        using var backend = new CLBackend(context, Capabilities(), CLDeviceVendor.Other, new CLCVersion(2, 0));
        return ((CLCompiledKernel)Compile(backend, kernel)).Source;
    }

    /// <summary>The instructions of a PTX module, without labels, directives and declarations.</summary>
    public static string[] Instructions(string ptx) =>
        [.. ptx.Split('\n').Select(l => l.Trim()).Where(l => l.EndsWith(';') && !l.StartsWith('.') && !l.StartsWith("//", StringComparison.Ordinal))];

    public static string CountPtx(string ptx)
    {
        var instructions = Instructions(ptx);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{instructions.Length} instructions, {instructions.Count(GlobalLoad().IsMatch)} global loads, {instructions.Count(GlobalStore().IsMatch)} global stores");
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

    // ILGPU addresses global memory with or without the space in the name; parameters are the only other loads.
    [GeneratedRegex(@"\bld\.(?!param|const|shared|local)")]
    private static partial Regex GlobalLoad();

    [GeneratedRegex(@"\bst\.(?!param|shared|local)")]
    private static partial Regex GlobalStore();
}
