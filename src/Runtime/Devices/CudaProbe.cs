using ILGPU.Runtime.Cuda;
using static ILGPU.Runtime.Cuda.CudaAPI;

namespace Gpu.Runtime.Devices;

/// <summary>NVIDIA GPUs through CUDA.</summary>
internal static class CudaProbe
{
    private const string Id = "cuda";
    private const string Name = "NVIDIA GPUs (CUDA)";

    public static IReadOnlyList<DeviceCandidate> Find()
    {
        try
        {
            if (!CurrentAPI.IsSupported)
            {
                return [Missing("the NVIDIA driver (libcuda) is not installed")];
            }

            var error = CurrentAPI.GetDeviceCount(out var count);
            if (error != CudaError.CUDA_SUCCESS)
            {
                return [Missing($"the NVIDIA driver does not start: {error}")];
            }

            var devices = CudaDevice.GetDevices(static _ => true).Cast<CudaDevice>().ToArray();
            var found = devices.Select((device, i) => new DeviceCandidate(Describe(device, i), () => OpenDevice.Open(device))).ToList();
            if (found.Count < count)
            {
                // ILGPU drops devices without a word when one of them answers with an error.
                found.Add(Missing($"the NVIDIA driver shows {count} GPUs but only {found.Count} answer; look at nvidia-smi"));
            }
            else if (count == 0)
            {
                found.Add(Missing("the NVIDIA driver shows no GPU"));
            }

            return found;
        }
        // A driver may fail in any way there is; the reason belongs into the list of devices, not into the caller's way.
        catch (Exception e)
        {
            return [Missing($"the NVIDIA driver failed: {e.Message}")];
        }
    }

    private static DeviceInfo Describe(CudaDevice device, int index) => new()
    {
        Id = $"cuda:{index}",
        Name = device.Name,
        Kind = DeviceKind.Cuda,
        MemoryBytes = device.MemorySize,
        Cores = device.NumMultiprocessors,
        Driver = $"CUDA {device.DriverVersion.Major}.{device.DriverVersion.Minor}, {device.Architecture?.ToString() ?? "unknown architecture"}",
        InUse = false,
        BusId = device.NVMLPCIBusId,
        Refusal = device.Architecture is null || device.InstructionSet is null
            ? "its driver supports no PTX version that ILGPU can emit; update the NVIDIA driver"
            : null,
    };

    private static DeviceCandidate Missing(string refusal) => DeviceCandidate.Missing(DeviceKind.Cuda, Id, Name, refusal);
}
