using ILGPU.Runtime;

namespace Gpu.Kernels.Launching;

/// <summary>
/// Runs operations on an accelerator: compiled once for each accelerator and operation, then kept as long as the
/// accelerator is. On the CPU accelerator a launch has ended when it returns; elsewhere it is on the default stream.
/// </summary>
/// <example>
/// An operation is a struct; its fields are its arguments. Three lines run it anywhere:
/// <code>
/// using var from = accelerator.Allocate1D(bytes);
/// accelerator.Run(new Negative(from.View, width), width, height);
/// accelerator.Synchronize();
/// </code>
/// </example>
public static class AcceleratorExtensions
{
    /// <summary>Runs a pixel operation over a grid on the accelerator's default stream, without waiting for its end.</summary>
    /// <param name="accelerator">Any ILGPU accelerator. As with all of ILGPU, one thread at a time may use it.</param>
    /// <param name="operation">The operation with its arguments.</param>
    /// <param name="width">Columns of the grid, at least 1.</param>
    /// <param name="height">Rows of the grid, at least 1; CUDA takes at most 65,535.</param>
    /// <exception cref="ArgumentOutOfRangeException">The grid is empty.</exception>
    /// <exception cref="ObjectDisposedException">The accelerator was disposed.</exception>
    public static void Run<TOperation>(this Accelerator accelerator, TOperation operation, int width, int height)
        where TOperation : struct, IPixelOperation
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ObjectDisposedException.ThrowIf(accelerator.IsDisposed, accelerator);
        AcceleratorKernels.Of(accelerator).RunPixels(operation, width, height);
    }

    /// <summary>Runs an item operation on the accelerator's default stream, without waiting for its end.</summary>
    /// <param name="accelerator">Any ILGPU accelerator. As with all of ILGPU, one thread at a time may use it.</param>
    /// <param name="operation">The operation with its arguments.</param>
    /// <param name="items">The number of items, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no item.</exception>
    /// <exception cref="ObjectDisposedException">The accelerator was disposed.</exception>
    public static void Run<TOperation>(this Accelerator accelerator, TOperation operation, int items)
        where TOperation : struct, IItemOperation => accelerator.RunRanges(operation, items, 1);

    /// <summary>
    /// Executes typed work on a host's own accelerator, to its end: its outputs are in host memory afterwards. Inputs are
    /// copied to memory that stays with the accelerator for the next call (<see cref="WorkingMemoryExtensions.ReleaseWorkingMemory"/>);
    /// pictures and other resident data stay there until they are disposed. A runtime's devices copy nothing on the CPU.
    /// </summary>
    /// <param name="accelerator">Any ILGPU accelerator. As with all of ILGPU, one thread at a time may use it.</param>
    /// <param name="work">The work.</param>
    /// <exception cref="ObjectDisposedException">The accelerator was disposed.</exception>
    public static void Execute(this Accelerator accelerator, IDeviceWork work)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        ArgumentNullException.ThrowIfNull(work);
        ObjectDisposedException.ThrowIf(accelerator.IsDisposed, accelerator);
        using var memory = OwnMemory.Begin(accelerator);
        work.Execute(memory);
        memory.Finish();
    }

    /// <summary>As <see cref="Run{TOperation}(Accelerator, TOperation, int)"/>, but of items so small that a core should get many.</summary>
    /// <param name="accelerator">Any ILGPU accelerator.</param>
    /// <param name="operation">The operation with its arguments.</param>
    /// <param name="items">The number of items, at least 1.</param>
    /// <param name="smallestRange">Items for which waking another core pays; a GPU does not ask.</param>
    internal static void RunRanges<TOperation>(this Accelerator accelerator, TOperation operation, int items, int smallestRange)
        where TOperation : struct, IItemOperation
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(items);
        ObjectDisposedException.ThrowIf(accelerator.IsDisposed, accelerator);
        AcceleratorKernels.Of(accelerator).RunItems(operation, items, smallestRange);
    }
}
