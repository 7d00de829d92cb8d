using Gpu.Runtime.Devices;

namespace Gpu.Workflow.Rendering;

/// <summary>How frames are rendered; it changes no byte of them.</summary>
public sealed record RenderOptions
{
    /// <summary>How many frames are rendered ahead of the one that is being written, 1 to 64; with several devices, two for each at least.</summary>
    /// <value>The default is 4.</value>
    public int FramesInFlight { get; init; } = 4;

    /// <summary>Whether the frames' SHA-256 is computed. It costs about as much time as composing them.</summary>
    /// <value>The default is true: a manifest states it.</value>
    public bool HashFrames { get; init; } = true;

    /// <summary>The same for the devices that are in use: a device that ends a frame is to find another, also where the oldest is late.</summary>
    internal RenderOptions For(IReadOnlyList<DeviceInfo> devices) =>
        devices.Count(static d => d.InUse) is > 1 and var several ? this with { FramesInFlight = Math.Clamp(2 * several, FramesInFlight, 64) } : this;
}
