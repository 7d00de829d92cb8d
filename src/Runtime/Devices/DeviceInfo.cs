namespace Gpu.Runtime.Devices;

/// <summary>A device that was found, in use or refused.</summary>
public sealed record DeviceInfo
{
    /// <summary>Short and stable on one machine, such as <c>cuda:0</c>, <c>opencl:0</c> or <c>cpu</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name that the driver gives, or the processor's.</summary>
    public required string Name { get; init; }

    /// <summary>Through what it is used.</summary>
    public required DeviceKind Kind { get; init; }

    /// <summary>Memory in bytes.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>Multiprocessors, compute units or cores.</summary>
    public required int Cores { get; init; }

    /// <summary>The driver and its version.</summary>
    public required string Driver { get; init; }

    /// <summary>Whether the engine sends work to it.</summary>
    public required bool InUse { get; init; }

    /// <summary>Why it is not used; null where it is.</summary>
    public string? Refusal { get; init; }

    /// <summary>How many threads compute: of the processor; 1 for others.</summary>
    internal int Workers { get; init; } = 1;

    /// <summary>Where an NVIDIA GPU sits, as NVML names it; null for others.</summary>
    internal string? BusId { get; init; }
}
