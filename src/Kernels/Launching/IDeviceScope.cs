using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Launching;

/// <summary>
/// What a device offers to one piece of work while it runs: its accelerator, and memory that the device takes back by
/// itself when the work ends. Used on the device's own thread only.
/// </summary>
public interface IDeviceScope
{
    /// <summary>The accelerator on which to run operations.</summary>
    Accelerator Accelerator { get; }

    /// <summary>Data that stays on the device between pieces of work: uploaded at its first use there, until it is disposed.</summary>
    ArrayView<T> Resident<T>(ResidentData<T> data)
        where T : unmanaged;

    /// <summary>Host data that the work reads. Where device and host share memory nothing is copied.</summary>
    ArrayView<T> Input<T>(ReadOnlyMemory<T> data)
        where T : unmanaged;

    /// <summary>
    /// Memory that the work writes, in <paramref name="target"/> when the work has ended. Its contents before that are
    /// undefined: the work writes all of it.
    /// </summary>
    ArrayView<T> Output<T>(Memory<T> target)
        where T : unmanaged;

    /// <summary>Many small pieces of host data as one view, one after the other: copied together.</summary>
    /// <param name="parts">The pieces; empty ones take no room.</param>
    ArrayView<T> InputAll<T>(ReadOnlySpan<ReadOnlyMemory<T>> parts)
        where T : unmanaged;

    /// <summary>One view to be written, that is spread over the pieces, one after the other, when the work has ended.</summary>
    /// <param name="parts">The pieces; empty ones take no room.</param>
    ArrayView<T> OutputAll<T>(ReadOnlySpan<Memory<T>> parts)
        where T : unmanaged;

    /// <summary>Memory for intermediate results, its contents undefined.</summary>
    /// <param name="length">Elements.</param>
    ArrayView<T> Scratch<T>(long length)
        where T : unmanaged;
}
