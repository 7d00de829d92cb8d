using System.Buffers;
using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Launching;

/// <summary>
/// Working memory on a host's own accelerator, where there is no runtime whose pool would give it: kept with the accelerator
/// from call to call, so that calls allocate nothing once a size has been seen. Launches on one stream follow one another, so
/// what a call has used may be given to the next before the device is done. One thread at a time, as with the accelerator.
/// </summary>
internal sealed class OwnMemory : IDeviceScope, IDisposable
{
    private const long Smallest = 256;

    // Weak in the accelerator, as its kernels are.
    private static readonly ConditionalWeakTable<Accelerator, OwnMemory> All = [];

    private readonly Dictionary<long, Stack<MemoryBuffer>> _free = [];
    private readonly List<MemoryBuffer> _used = [];
    private readonly List<(ArrayView<byte> View, MemoryHandle Target)> _outputs = [];
    private readonly Dictionary<IResidentData, MemoryBuffer> _resident = [];
    private readonly ConcurrentQueue<IResidentData> _released = new();
    private readonly Action<IResidentData> _release;

    // A call within a call ends with it.
    private int _depth;

    private OwnMemory(Accelerator accelerator)
    {
        Accelerator = accelerator;
        _release = _released.Enqueue;

        // The accelerator takes its buffers along.
        accelerator.Disposed += static (sender, _) => All.Remove((Accelerator)sender!);
    }

    public Accelerator Accelerator { get; }

    private bool OnHost => Accelerator.AcceleratorType == AcceleratorType.CPU;

    /// <summary>Begins a call; disposing ends it.</summary>
    public static OwnMemory Begin(Accelerator accelerator)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        ObjectDisposedException.ThrowIf(accelerator.IsDisposed, accelerator);
        var memory = All.GetValue(accelerator, static a => new OwnMemory(a));
        while (memory._released.TryDequeue(out var data))
        {
            if (memory._resident.Remove(data, out var buffer))
            {
                memory.Return(buffer);
            }
        }

        memory._depth++;
        return memory;
    }

    /// <summary>Frees what no call uses now.</summary>
    public static void Release(Accelerator accelerator)
    {
        if (All.TryGetValue(accelerator, out var memory))
        {
            accelerator.Synchronize();
            foreach (var buffer in memory._free.Values.SelectMany(static b => b))
            {
                buffer.Dispose();
            }

            memory._free.Clear();
        }
    }

    public ArrayView<T> Resident<T>(ResidentData<T> data)
        where T : unmanaged
    {
        if (!_resident.TryGetValue(data, out var buffer))
        {
            ObjectDisposedException.ThrowIf(!data.OnRelease(_release), data);
            buffer = Rent((long)data.Host.Length * Unsafe.SizeOf<T>());
            _resident.Add(data, buffer);
            Upload(data.Host, new ArrayView<T>(buffer, 0, data.Host.Length));
        }

        return new ArrayView<T>(buffer, 0, data.Host.Length);
    }

    public ArrayView<T> Input<T>(ReadOnlyMemory<T> data)
        where T : unmanaged
    {
        var view = Scratch<T>(data.Length);
        if (!data.IsEmpty)
        {
            Upload(data, view);
        }

        return view;
    }

    public ArrayView<T> Output<T>(Memory<T> target)
        where T : unmanaged
    {
        var view = Scratch<T>(target.Length);
        Bring(target, 0);
        return view;
    }

    public ArrayView<T> InputAll<T>(ReadOnlySpan<ReadOnlyMemory<T>> parts)
        where T : unmanaged
    {
        var all = Room<T, ReadOnlyMemory<T>>(parts, static part => part.Length);
        long start = 0;
        foreach (var part in parts)
        {
            if (!part.IsEmpty)
            {
                Upload(part, all.SubView(start, part.Length));
            }

            start += part.Length;
        }

        return all;
    }

    public ArrayView<T> OutputAll<T>(ReadOnlySpan<Memory<T>> parts)
        where T : unmanaged
    {
        var all = Room<T, Memory<T>>(parts, static part => part.Length);
        long start = 0;
        foreach (var part in parts)
        {
            Bring(part, start);
            start += part.Length;
        }

        return all;
    }

    public ArrayView<T> Scratch<T>(long length)
        where T : unmanaged
    {
        var buffer = Rent(checked(length * Unsafe.SizeOf<T>()));
        _used.Add(buffer);
        return new ArrayView<T>(buffer, 0, length);
    }

    /// <summary>Waits for the work and brings its outputs to the host.</summary>
    public unsafe void Finish()
    {
        Accelerator.Synchronize();
        foreach (var (view, target) in _outputs)
        {
            if (view.Length == 0)
            {
                continue;
            }

            if (OnHost)
            {
                Buffer.MemoryCopy(Unsafe.AsPointer(ref view[0]), target.Pointer, view.Length, view.Length);
            }
            else
            {
                view.CopyToCPU(ref Unsafe.AsRef<byte>(target.Pointer), view.Length);
            }
        }
    }

    public void Dispose()
    {
        if (--_depth > 0)
        {
            return;
        }

        foreach (var (_, target) in _outputs)
        {
            target.Dispose();
        }

        _outputs.Clear();
        foreach (var buffer in _used)
        {
            Return(buffer);
        }

        _used.Clear();
    }

    private ArrayView<T> Room<T, TPart>(ReadOnlySpan<TPart> parts, Func<TPart, int> lengthOf)
        where T : unmanaged
    {
        long length = 0;
        foreach (var part in parts)
        {
            length += lengthOf(part);
        }

        return Scratch<T>(length);
    }

    // What was just handed out is brought to the host at the end, from so many elements on.
    private void Bring<T>(Memory<T> target, long start)
        where T : unmanaged
    {
        long size = Unsafe.SizeOf<T>();
        _outputs.Add((new ArrayView<byte>(_used[^1], start * size, target.Length * size), target.Pin()));
    }

    // ILGPU's own copies allocate, and on the CPU they are copies within memory.
    private void Upload<T>(ReadOnlyMemory<T> data, ArrayView<T> view)
        where T : unmanaged
    {
        if (OnHost)
        {
            data.Span.CopyTo(HostSpan.Of(view, 0, data.Length));
        }
        else
        {
            view.CopyFromCPU(ref MemoryMarshal.GetReference(data.Span), data.Length);
        }
    }

    // Powers of two: a call of a slightly other size finds what the last one left.
    private MemoryBuffer Rent(long bytes)
    {
        var size = (long)BitOperations.RoundUpToPowerOf2((ulong)Math.Max(bytes, Smallest));
        return _free.TryGetValue(size, out var free) && free.TryPop(out var buffer) ? buffer : Accelerator.AllocateRaw(size, 1);
    }

    private void Return(MemoryBuffer buffer)
    {
        if (!_free.TryGetValue(buffer.LengthInBytes, out var free))
        {
            _free.Add(buffer.LengthInBytes, free = new Stack<MemoryBuffer>());
        }

        free.Push(buffer);
    }
}
