using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Launching;

/// <summary>Memory for one piece of work on a host's own accelerator, without a pool: what it is given is copied there, and back.</summary>
internal sealed class WorkMemory(Accelerator accelerator) : IDeviceScope, IDisposable
{
    private readonly List<MemoryBuffer> _buffers = [];
    private readonly List<Action> _downloads = [];

    public Accelerator Accelerator => accelerator;

    public ArrayView<T> Resident<T>(ResidentData<T> data)
        where T : unmanaged => Input(data.Host);

    public ArrayView<T> Input<T>(ReadOnlyMemory<T> data)
        where T : unmanaged
    {
        var view = Scratch<T>(data.Length);
        view.CopyFromCPU(ref System.Runtime.InteropServices.MemoryMarshal.GetReference(data.Span), data.Length);
        return view;
    }

    public ArrayView<T> Output<T>(Memory<T> target)
        where T : unmanaged
    {
        var view = Scratch<T>(target.Length);
        _downloads.Add(() => view.CopyToCPU(ref System.Runtime.InteropServices.MemoryMarshal.GetReference(target.Span), target.Length));
        return view;
    }

    public ArrayView<T> InputAll<T>(ReadOnlySpan<ReadOnlyMemory<T>> parts)
        where T : unmanaged
    {
        var all = new List<T>();
        foreach (var part in parts)
        {
            all.AddRange(part.Span);
        }

        return Input<T>(all.ToArray());
    }

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
        where T : unmanaged
    {
        // There is an address behind an empty view too.
        var buffer = accelerator.Allocate1D<T>(Math.Max(1, length));
        _buffers.Add(buffer);
        return buffer.View.SubView(0, length);
    }

    /// <summary>Waits for the work and copies what it has written.</summary>
    public void Finish()
    {
        accelerator.Synchronize();
        _downloads.ForEach(d => d());
    }

    public void Dispose() => _buffers.ForEach(b => b.Dispose());
}
