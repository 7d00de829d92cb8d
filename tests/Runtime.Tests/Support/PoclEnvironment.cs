using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Gpu.Runtime.Devices;

namespace Gpu.Runtime.Tests.Support;

/// <summary>
/// Sets what PoCL needs (see <see cref="Pocl"/>) for tests started by hand, before its library is loaded: in the native
/// environment, which .NET's own call does not reach.
/// </summary>
internal static partial class PoclEnvironment
{
    // A test assembly is an application in this: nobody else's start is delayed by it.
#pragma warning disable CA2255
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Set()
    {
        if (OperatingSystem.IsLinux() && Environment.GetEnvironmentVariable(Pocl.Variable) is null)
        {
            Assert.Equal(0, SetNative(Pocl.Variable, Pocl.Mapping, 1));
            Environment.SetEnvironmentVariable(Pocl.Variable, Pocl.Mapping);
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetNative(string name, string value, int overwrite);
}
