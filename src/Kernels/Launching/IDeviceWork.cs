namespace Gpu.Kernels.Launching;

/// <summary>
/// A typed request, host data in and host data out, that any device can execute: what callers without an accelerator of
/// their own hand to a scheduler. Executing it twice gives the same bits, so it may be tried again on another device.
/// </summary>
public interface IDeviceWork
{
    /// <summary>The operation's name, such as <c>frame.compose</c>: the key of metrics and cost models.</summary>
    string Operation { get; }

    /// <summary>Work of the same key has the same shapes and types, and may share a launch.</summary>
    string BatchKey { get; }

    /// <summary>The work's size in the operation's own unit (pixels, matrix elements), for cost models.</summary>
    long Size { get; }

    /// <summary>Launches the work. Arguments were checked when the work was made; outputs are valid once the device has synchronised.</summary>
    /// <param name="scope">The device's accelerator and memory.</param>
    void Execute(IDeviceScope scope);
}
