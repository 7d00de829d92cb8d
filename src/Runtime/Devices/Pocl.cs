using System.Diagnostics.CodeAnalysis;
using ILGPU.Runtime.OpenCL;

namespace Gpu.Runtime.Devices;

/// <summary>
/// PoCL before version 5 compiles ILGPU's kernels if the word __generic is mapped to __global: right as long as no kernel
/// uses shared memory, and none of this project's does. It must be asked for through the environment, before the process
/// starts: the library reads the native environment, which .NET cannot change afterwards.
/// </summary>
internal static class Pocl
{
    public const string Platform = "Portable Computing Language";
    public const string Variable = "POCL_EXTRA_BUILD_FLAGS";
    public const string Mapping = "-D__generic=__global";

    /// <summary>Makes ILGPU accept the device, where that is right.</summary>
    public static bool TryEnable(CLDevice device, [NotNullWhen(false)] out string? fault)
    {
        fault = Fault(device.PlatformName, Environment.GetEnvironmentVariable(Variable));
        if (fault is null)
        {
            // ILGPU has no public way to say so.
            typeof(CLCapabilityContext).GetProperty(nameof(CLCapabilityContext.GenericAddressSpace))!.GetSetMethod(nonPublic: true)!.Invoke(device.Capabilities, [true]);
        }

        return fault is null;
    }

    internal static string? Fault(string platform, string? flags)
    {
        if (platform != Platform)
        {
            return "it has no generic address space (an OpenCL feature that ILGPU needs)";
        }

        return flags?.Split(' ').Contains(Mapping) == true
            ? null
            : $"this PoCL has no generic address space; set {Variable}={Mapping} before the process starts (eng/gpu does)";
    }
}
