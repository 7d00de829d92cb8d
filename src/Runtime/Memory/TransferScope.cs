using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Runtime.Memory;

/// <summary>
/// The scope of a device with memory of its own: inputs are copied there, outputs back. All copies and launches go through
/// one stream, in order; host memory stays pinned until the stream has run dry. Outputs come to memory of this scope first:
/// a device that hangs, and whose work another has done meanwhile, never writes into its caller's.
/// </summary>
internal sealed class TransferScope(Accelerator accelerator, long poolLimit, ReleaseInbox inbox)
    : DeviceScope(accelerator, new BufferPool(bytes => accelerator.AllocateRaw(bytes, 1), poolLimit), inbox)
{
    private readonly List<(ArrayView<byte> Source, nint Target)> _outputs = [];

    public override unsafe void Finish()
    {
        // What was launched ends first, so that the time after it is that of the copies.
        Accelerator.Synchronize();
        var start = Stopwatch.GetTimestamp();
        foreach (var (source, target) in _outputs)
        {
            source.CopyToCPUUnsafeAsync(Accelerator.DefaultStream, ref Unsafe.AsRef<byte>((void*)target), source.Length);
            BytesOut += source.Length;
        }

        if (_outputs.Count > 0)
        {
            Accelerator.Synchronize();
        }

        TransferTime += Stopwatch.GetTimestamp() - start;
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

    protected override ArrayView<T> Write<T>(Memory<T> target) => WriteStage(Stage(target));

    protected override unsafe ArrayView<T> ReadStage<T>(Span<T> staged)
    {
        var buffer = Rent(Bytes<T>(staged.Length));
        Upload((nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(staged)), Bytes<T>(staged.Length), buffer);
        return new ArrayView<T>(buffer, 0, staged.Length);
    }

    protected override unsafe ArrayView<T> WriteStage<T>(Span<T> staged)
    {
        var buffer = Rent(Bytes<T>(staged.Length));
        _outputs.Add((new ArrayView<byte>(buffer, 0, Bytes<T>(staged.Length)), (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(staged))));
        return new ArrayView<T>(buffer, 0, staged.Length);
    }

    protected override void Forget() => _outputs.Clear();

    private unsafe void Upload<T>(ReadOnlyMemory<T> host, MemoryBuffer buffer)
        where T : unmanaged => Upload((nint)Pin(host), Bytes<T>(host.Length), buffer);

    private unsafe void Upload(nint from, long bytes, MemoryBuffer buffer)
    {
        var start = Stopwatch.GetTimestamp();
        new ArrayView<byte>(buffer, 0, bytes).CopyFromCPUUnsafeAsync(Accelerator.DefaultStream, ref Unsafe.AsRef<byte>((void*)from), bytes);
        TransferTime += Stopwatch.GetTimestamp() - start;
        BytesIn += bytes;
    }

    private static long Bytes<T>(int length) => (long)length * Unsafe.SizeOf<T>();
}
