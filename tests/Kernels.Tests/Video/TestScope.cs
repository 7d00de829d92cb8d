using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Tests.Video;

/// <summary>A scope of plain device buffers, copied in and out: right on any accelerator, with no regard to speed.</summary>
internal sealed class TestScope(Accelerator accelerator) : IDeviceScope, IDisposable
{
    private readonly List<MemoryBuffer> _buffers = [];
    private readonly List<Action> _outputs = [];

    public Accelerator Accelerator => accelerator;

    public static void Execute(Accelerator accelerator, IDeviceWork work)
    {
        using var scope = new TestScope(accelerator);
        work.Execute(scope);
        accelerator.Synchronize();
        scope._outputs.ForEach(o => o());
    }

    public ArrayView<T> Resident<T>(ResidentData<T> data)
        where T : unmanaged => Input(data.Host);

    public ArrayView<T> Input<T>(ReadOnlyMemory<T> data)
        where T : unmanaged
    {
        var view = Scratch<T>(Math.Max(1, data.Length));
        if (!data.IsEmpty)
        {
            view.SubView(0, data.Length).CopyFromCPU(data.ToArray());
        }

        return view.SubView(0, data.Length);
    }

    public ArrayView<T> Output<T>(Memory<T> target)
        where T : unmanaged
    {
        var view = Scratch<T>(target.Length);
        _outputs.Add(() => view.CopyToCPU(target.Span));
        return view;
    }

    public ArrayView<T> Scratch<T>(long length)
        where T : unmanaged
    {
        var buffer = accelerator.Allocate1D<T>(length);
        _buffers.Add(buffer);
        return buffer.View.BaseView;
    }

    public void Dispose() => _buffers.ForEach(b => b.Dispose());
}
