using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Runtime.Memory;

/// <summary>
/// The CPU accelerator's scope: the work reads and writes the host's own memory. Where another device may take work over,
/// results are kept apart instead until they are accepted: a device that comes back late writes into nobody's memory.
/// </summary>
internal sealed class HostScope(Accelerator accelerator, long poolLimit, ReleaseInbox inbox, bool keepsApart)
    : DeviceScope(accelerator, new BufferPool(bytes => new HostBuffer(accelerator, bytes), poolLimit), inbox)
{
    private readonly Stack<HostWindow> _idle = new();
    private readonly List<HostWindow> _open = [];

    // Launches on the CPU accelerator return when they are done, so the outputs are there.
    public override void Finish() => Accelerator.Synchronize();

    public override unsafe void Bring<T>(ReadOnlyMemory<T> host, ResidentCopy copy)
    {
        copy.Pin = host.Pin();
        var window = Window();
        window.Open(copy.Pin.Pointer);
        copy.Buffer = window;
    }

    public override void TakeAway(ResidentCopy copy)
    {
        var window = (HostWindow)copy.Buffer!;
        window.Close();
        _idle.Push(window);
        copy.Buffer = null;
        var pin = copy.Pin;
        copy.Pin = default;
        pin.Dispose();
    }

    public override long PoolBytes(ResidentCopy copy) => 0;

    protected override unsafe ArrayView<T> Read<T>(ReadOnlyMemory<T> data) => Look<T>(Pin(data), data.Length);

    protected override unsafe ArrayView<T> Write<T>(Memory<T> target) =>
        keepsApart ? WriteStage(Stage(target)) : Look<T>(Pin<T>(target), target.Length);

    protected override unsafe ArrayView<T> ReadStage<T>(Span<T> staged) => Look<T>(Unsafe.AsPointer(ref MemoryMarshal.GetReference(staged)), staged.Length);

    protected override ArrayView<T> WriteStage<T>(Span<T> staged) => ReadStage(staged);

    protected override void Forget()
    {
        foreach (var window in _open)
        {
            window.Close();
            _idle.Push(window);
        }

        _open.Clear();
    }

    private unsafe ArrayView<T> Look<T>(void* memory, int length)
        where T : unmanaged
    {
        var window = Window();
        _open.Add(window);
        window.Open(memory);
        return new ArrayView<T>(window, 0, length);
    }

    private HostWindow Window() => _idle.TryPop(out var window) ? window : new HostWindow(Accelerator);
}
