namespace Gpu.Runtime.Devices;

/// <summary>A device that discovery found, before anybody chose it.</summary>
/// <param name="Info">What is known of it. Where <see cref="DeviceInfo.Refusal"/> is set already, it cannot be used at all.</param>
/// <param name="Open">Creates its accelerator; called on the device's own thread.</param>
internal sealed record DeviceCandidate(DeviceInfo Info, Func<OpenDevice> Open)
{
    /// <summary>An OpenCL device that computes on the processor.</summary>
    public bool IsProcessor { get; init; }

    /// <summary>An OpenCL device of NVIDIA's, which CUDA shows as well.</summary>
    public bool IsNvidia { get; init; }

    /// <summary>What happens around each execution on it, the canary's too; null for nothing. Devices of tests are slow, fail and hang by it.</summary>
    public Action<Action>? Around { get; init; }

    public bool IsUsable => Info.Refusal is null;

    /// <summary>Stands for a driver that shows no device: the list says so instead of keeping quiet.</summary>
    public static DeviceCandidate Missing(DeviceKind kind, string id, string name, string refusal) => new(
        new DeviceInfo { Id = id, Name = name, Kind = kind, MemoryBytes = 0, Cores = 0, Driver = "none", InUse = false, Refusal = refusal },
        () => throw new LibraryNotAvailableError(refusal));
}
