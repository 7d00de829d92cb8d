using ILGPU.Backends.OpenCL;
using ILGPU.Runtime.OpenCL;
using static ILGPU.Runtime.OpenCL.CLAPI;

namespace Gpu.Runtime.Devices;

/// <summary>Devices through OpenCL.</summary>
internal static class OpenCLProbe
{
    private const string Id = "opencl";
    private const string Name = "OpenCL devices";

    // PoCL tells a thread that asks while another one's first question still opens its devices that there are none.
    private static readonly Lock Asking = new();

    /// <summary>Lists what there is, usable or not.</summary>
    public static IReadOnlyList<DeviceCandidate> Find()
    {
        lock (Asking)
        {
            return NativeSignals.Keep(List);
        }
    }

    private static IReadOnlyList<DeviceCandidate> List()
    {
        try
        {
            if (!CurrentAPI.IsSupported)
            {
                return [Missing("no OpenCL loader (libOpenCL) is installed")];
            }

            // ILGPU's own filter hides what it cannot use; this list shows it, with the reason.
            var devices = CLDevice.GetDevices(static _ => true).Cast<CLDevice>().ToArray();
            return devices.Length == 0
                ? [Missing("the OpenCL loader shows no device; install the driver (ICD) of the device")]
                : devices.Select((device, i) => Describe(device, i)).ToArray();
        }
        // A driver may fail in any way there is; the reason belongs into the list of devices, not into the caller's way.
        catch (Exception e)
        {
            return [Missing($"OpenCL failed: {e.Message}")];
        }
    }

    private static DeviceCandidate Describe(CLDevice device, int index)
    {
        var info = new DeviceInfo
        {
            Id = $"opencl:{index}",
            Name = device.Name,
            Kind = DeviceKind.OpenCL,
            MemoryBytes = device.MemorySize,
            Cores = device.NumMultiprocessors,
            Driver = $"{device.PlatformName}, OpenCL {device.DeviceVersion.Major}.{device.DeviceVersion.Minor}",
            InUse = false,
            Refusal = Fault(device),
        };
        return new DeviceCandidate(info, () => OpenDevice.Open(device))
        {
            IsProcessor = device.DeviceType.HasFlag(CLDeviceType.CL_DEVICE_TYPE_CPU),
            IsNvidia = device.Vendor == CLDeviceVendor.Nvidia,
        };
    }

    private static string? Fault(CLDevice device)
    {
        if (device.CLStdVersion < CLBackend.MinimumVersion)
        {
            return $"it offers OpenCL C {device.CLStdVersion.Major}.{device.CLStdVersion.Minor}; {CLBackend.MinimumVersion.Major}.{CLBackend.MinimumVersion.Minor} is needed";
        }

        return device.Capabilities.GenericAddressSpace || Pocl.TryEnable(device, out var fault) ? null : fault;
    }

    private static DeviceCandidate Missing(string refusal) => DeviceCandidate.Missing(DeviceKind.OpenCL, Id, Name, refusal);
}
