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

    public static void Execute(Accelerator accelerator, IDeviceWork work) => Execute(accelerator, work.Execute);

    /// <summary>Several pieces of work in one launch.</summary>
    public static void ExecuteAll(Accelerator accelerator, IReadOnlyList<IBatchableWork> works) =>
        Execute(accelerator, scope => works[0].ExecuteAll([.. works], scope));

    private static void Execute(Accelerator accelerator, Action<IDeviceScope> execute)
    {
        using var run = new WorkRun(accelerator);
        execute(run);
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

    public ArrayView<T> InputAll<T>(ReadOnlySpan<ReadOnlyMemory<T>> parts)
        where T : unmanaged => Input<T>(parts.ToArray().SelectMany(static p => p.ToArray()).ToArray());

    public ArrayView<T> OutputAll<T>(ReadOnlySpan<Memory<T>> parts)
        where T : unmanaged
    {
        var targets = parts.ToArray();
        var all = new T[targets.Sum(static t => t.Length)];
        var view = Output<T>(all);
        _downloads.Add(() =>
        {
            var at = 0;
            foreach (var target in targets)
            {
                all.AsSpan(at, target.Length).CopyTo(target.Span);
                at += target.Length;
            }
        });
        return view;
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
