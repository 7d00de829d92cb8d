namespace Gpu.Runtime.Metrics.Nvidia;

/// <summary>NVML, where the NVIDIA driver is installed.</summary>
internal sealed class NvmlSensors : IGpuSensors
{
    private readonly Dictionary<string, nint> _devices = [];

    private NvmlSensors()
    {
    }

    /// <summary>Opens the library; null where it is missing or does not start.</summary>
    public static NvmlSensors? TryOpen() => NvmlLibrary.IsPresent && NvmlLibrary.Init() == NvmlLibrary.Success ? new NvmlSensors() : null;

    public GpuReading? Read(string busId)
    {
        if (!_devices.TryGetValue(busId, out var device))
        {
            if (NvmlLibrary.FindByBusId(busId, out device) != NvmlLibrary.Success)
            {
                return null;
            }

            _devices.Add(busId, device);
        }

        // Each call by itself: many GPUs do not support all of them, and virtual ones few.
        double? utilisation = NvmlLibrary.Utilisation(device, out var rates) == NvmlLibrary.Success ? rates.Gpu / 100.0 : null;
        var hasMemory = NvmlLibrary.Memory(device, out var memory) == NvmlLibrary.Success;
        double? watts = NvmlLibrary.Power(device, out var milliwatts) == NvmlLibrary.Success ? milliwatts / 1000.0 : null;
        double? celsius = NvmlLibrary.Temperature(device, NvmlLibrary.GpuSensor, out var degrees) == NvmlLibrary.Success ? degrees : null;
        return new GpuReading(utilisation, hasMemory ? memory.Used : null, hasMemory ? memory.Total : null, watts, celsius);
    }

    public void Dispose() => _ = NvmlLibrary.Shutdown();
}
