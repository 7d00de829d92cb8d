namespace Gpu.Runtime.Devices;

/// <summary>Decides which of the devices found are used, and says why the others are not.</summary>
internal static class DeviceSelector
{
    /// <summary>Sets <see cref="DeviceInfo.InUse"/> or <see cref="DeviceInfo.Refusal"/> of every candidate.</summary>
    public static IReadOnlyList<DeviceCandidate> Select(IReadOnlyList<DeviceCandidate> found, DeviceSelection selection)
    {
        var cuda = found.Any(static c => c.IsUsable && c.Info.Kind == DeviceKind.Cuda);
        var openCLGpu = found.Any(static c => c.IsUsable && c.Info.Kind == DeviceKind.OpenCL && !c.IsProcessor);
        return found.Select(candidate =>
        {
            var refusal = candidate.Info.Refusal ?? Refusal(candidate, selection, cuda, openCLGpu);
            return candidate with { Info = candidate.Info with { InUse = refusal is null, Refusal = refusal } };
        }).ToArray();
    }

    /// <summary>Refuses all but the first device in use.</summary>
    public static IReadOnlyList<DeviceCandidate> FirstOnly(IReadOnlyList<DeviceCandidate> selected)
    {
        var first = selected.FirstOrDefault(static c => c.Info.InUse);
        return selected.Select(c => c.Info.InUse && c != first
            ? c with { Info = c.Info with { InUse = false, Refusal = "the scheduler is switched off, and another device is used" } }
            : c).ToArray();
    }

    private static string? Refusal(DeviceCandidate candidate, DeviceSelection selection, bool cuda, bool openCLGpu) => (selection, candidate.Info.Kind) switch
    {
        (DeviceSelection.Cpu, DeviceKind.Cpu) or (DeviceSelection.Cuda, DeviceKind.Cuda) or (DeviceSelection.Auto, DeviceKind.Cuda) => null,
        (DeviceSelection.OpenCL, DeviceKind.OpenCL) => candidate.IsProcessor && openCLGpu ? "OpenCL has a GPU, which is used instead" : null,
        (DeviceSelection.Auto, DeviceKind.OpenCL) when candidate.IsProcessor => "it computes on the processor, where the cpu device is faster; ask for opencl to use it",
        (DeviceSelection.Auto, DeviceKind.OpenCL) => candidate.IsNvidia && cuda ? "the same GPU is used through CUDA" : null,
        (DeviceSelection.Auto, DeviceKind.Cpu) => cuda || openCLGpu ? "a GPU is used; ask for cpu to use it" : null,
        _ => $"only {Word(selection)} was asked for",
    };

    /// <summary>The error for a kind that was asked for and is not there.</summary>
    public static DeviceNotAvailableError NotThere(IEnumerable<DeviceInfo> found, DeviceSelection selection) => new(
        $"No {Word(selection)} device can be used. Found: {string.Join("; ", found.Select(static d => $"{d.Id} ({d.Name}): {d.Refusal ?? "usable"}"))}. Ask for auto or cpu instead.");

    private static string Word(DeviceSelection selection) => selection switch
    {
        DeviceSelection.Cpu => "cpu",
        DeviceSelection.Cuda => "cuda",
        DeviceSelection.OpenCL => "opencl",
        _ => "auto",
    };
}
