using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Tests.Imaging;

/// <summary>Executes one piece of work on an accelerator, with buffers of its own.</summary>
internal sealed class WorkRun : IDeviceScope, IDisposable
{
    private readonly List<MemoryBuffer> _buffers = [];
    private readonly List<Action> _downloads = [];

    private WorkRun(Accelerator accelerator) => Accelerator = accelerator;

    public Accelerator Accelerator { get; }

    public static void Execute(Accelerator accelerator, IDeviceWork work)
    {
        using var run = new WorkRun(accelerator);
        work.Execute(run);
        accelerator.Synchronize();
        run._downloads.ForEach(d => d());
    }

    public ArrayView<T> Resident<T>(ResidentData<T> data)
        where T : unmanaged => Input(data.Host);

    public ArrayView<T> Input<T>(ReadOnlyMemory<T> data)
        where T : unmanaged => Keep(Accelerator.Allocate1D(data.ToArray()));

    public ArrayView<T> Output<T>(Memory<T> target)
        where T : unmanaged
    {
        var buffer = Accelerator.Allocate1D<T>(target.Length);
        _downloads.Add(() => buffer.GetAsArray1D().CopyTo(target));
        return Keep(buffer);
    }

    public ArrayView<T> Scratch<T>(long length)
        where T : unmanaged => Keep(Accelerator.Allocate1D<T>(length));

    public void Dispose() => _buffers.ForEach(b => b.Dispose());

    private ArrayView<T> Keep<T>(MemoryBuffer1D<T, Stride1D.Dense> buffer)
        where T : unmanaged
    {
        _buffers.Add(buffer);
        return buffer.View;
    }
}
