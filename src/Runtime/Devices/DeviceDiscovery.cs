namespace Gpu.Runtime.Devices;

/// <summary>Finds the devices of this machine.</summary>
internal static class DeviceDiscovery
{
    /// <summary>Everything there is, best kind first, with what is used under <paramref name="selection"/>.</summary>
    public static IReadOnlyList<DeviceCandidate> Find(DeviceSelection selection, int? workers, bool oneOnly = false)
    {
        // Where only the processor is asked for, no driver is loaded: that takes longer than all the rest of the start.
        IEnumerable<DeviceCandidate> found = selection == DeviceSelection.Cpu ? [] : [.. CudaProbe.Find(), .. OpenCLProbe.Find()];
        var selected = DeviceSelector.Select([.. found, CpuProbe.Find(workers)], selection);
        return oneOnly ? DeviceSelector.FirstOnly(selected) : selected;
    }
}
