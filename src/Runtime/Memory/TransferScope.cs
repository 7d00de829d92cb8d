using System.Runtime.CompilerServices;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Runtime.Memory;

/// <summary>
/// The scope of a device with memory of its own: inputs are copied there, outputs back. All copies and launches go through
/// one stream, in order; host memory stays pinned until the stream has run dry.
/// </summary>
internal sealed class TransferScope(Accelerator accelerator, long poolLimit, ReleaseInbox inbox)
    : DeviceScope(accelerator, new BufferPool(bytes => accelerator.AllocateRaw(bytes, 1), poolLimit), inbox)
{
    private readonly List<(ArrayView<byte> Source, nint Target)> _outputs = [];

    public override unsafe void Finish()
    {
        foreach (var (source, target) in _outputs)
        {
            source.CopyToCPUUnsafeAsync(Accelerator.DefaultStream, ref Unsafe.AsRef<byte>((void*)target), source.Length);
        }

        Accelerator.Synchronize();
    }

    public override unsafe void Bring<T>(ReadOnlyMemory<T> host, ResidentCopy copy)
    {
        var buffer = Pool.Rent(Bytes<T>(host.Length));
        try
        {
            Upload<T>(host, buffer);
        }
        catch
        {
            Pool.Return(buffer);
            throw;
        }

        copy.Buffer = buffer;
    }

    public override void TakeAway(ResidentCopy copy)
    {
        Pool.Return(copy.Buffer!);
        copy.Buffer = null;
    }

    public override long PoolBytes(ResidentCopy copy) => copy.Buffer!.LengthInBytes;

    protected override ArrayView<T> Read<T>(ReadOnlyMemory<T> data)
    {
        var buffer = Rent(Bytes<T>(data.Length));
        Upload(data, buffer);
        return new ArrayView<T>(buffer, 0, data.Length);
    }

    protected override unsafe ArrayView<T> Write<T>(Memory<T> target)
    {
        var buffer = Rent(Bytes<T>(target.Length));
        _outputs.Add((new ArrayView<byte>(buffer, 0, Bytes<T>(target.Length)), (nint)Pin<T>(target)));
        return new ArrayView<T>(buffer, 0, target.Length);
    }

    protected override void Forget() => _outputs.Clear();

    private unsafe void Upload<T>(ReadOnlyMemory<T> host, MemoryBuffer buffer)
        where T : unmanaged
    {
        var bytes = Bytes<T>(host.Length);
        new ArrayView<byte>(buffer, 0, bytes).CopyFromCPUUnsafeAsync(Accelerator.DefaultStream, ref Unsafe.AsRef<byte>(Pin(host)), bytes);
    }

    private static long Bytes<T>(int length) => (long)length * Unsafe.SizeOf<T>();
}
