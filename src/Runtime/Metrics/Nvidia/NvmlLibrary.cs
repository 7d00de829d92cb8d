using System.Reflection;
using System.Runtime.InteropServices;

namespace Gpu.Runtime.Metrics.Nvidia;

/// <summary>The calls of NVIDIA's management library (nvml.h) that are used here.</summary>
internal static partial class NvmlLibrary
{
    public const int Success = 0;
    public const int GpuSensor = 0;

    private const string Name = "nvidia-ml";

    // The driver installs the versioned name only; the plain one belongs to a development package. Windows: System32.
    private static readonly string[] Files = OperatingSystem.IsWindows() ? ["nvml.dll"] : ["libnvidia-ml.so.1", "libnvidia-ml.so"];

    static NvmlLibrary() => NativeLibrary.SetDllImportResolver(typeof(NvmlLibrary).Assembly, Resolve);

    /// <summary>Whether the library can be loaded.</summary>
    public static bool IsPresent => Load() != 0;

    [LibraryImport(Name, EntryPoint = "nvmlInit_v2")]
    public static partial int Init();

    [LibraryImport(Name, EntryPoint = "nvmlShutdown")]
    public static partial int Shutdown();

    [LibraryImport(Name, EntryPoint = "nvmlDeviceGetHandleByPciBusId_v2", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int FindByBusId(string busId, out nint device);

    [LibraryImport(Name, EntryPoint = "nvmlDeviceGetUtilizationRates")]
    public static partial int Utilisation(nint device, out Rates rates);

    [LibraryImport(Name, EntryPoint = "nvmlDeviceGetMemoryInfo")]
    public static partial int Memory(nint device, out MemoryInfo memory);

    [LibraryImport(Name, EntryPoint = "nvmlDeviceGetPowerUsage")]
    public static partial int Power(nint device, out uint milliwatts);

    [LibraryImport(Name, EntryPoint = "nvmlDeviceGetTemperature")]
    public static partial int Temperature(nint device, int sensor, out uint celsius);

    private static nint Resolve(string library, Assembly assembly, DllImportSearchPath? path) => library == Name ? Load() : 0;

    private static nint Load()
    {
        foreach (var file in Files)
        {
            if (NativeLibrary.TryLoad(file, out var handle))
            {
                return handle;
            }
        }

        return 0;
    }

    /// <summary>Percent of the last sample period, from 1/6 s to 1 s.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Rates
    {
        public uint Gpu;
        public uint Memory;
    }

    /// <summary>Bytes.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct MemoryInfo
    {
        public ulong Total;
        public ulong Free;
        public ulong Used;
    }
}
