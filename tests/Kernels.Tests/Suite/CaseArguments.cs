using System.Runtime.InteropServices;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Tests.Suite;

/// <summary>
/// Makes the arguments of one instance of an operation: sizes and data that depend on the seed and index alone, never on
/// the device. Every buffer lies between guard bytes, and all of it is compared afterwards, inputs and guards included:
/// an operation that writes where it must not is found out.
/// </summary>
internal sealed class CaseArguments(Accelerator accelerator, ulong seed, int index, bool large) : IDisposable
{
    // A multiple of every alignment that a vector load asks for.
    public const int GuardLength = 256;

    private static readonly int[] EdgeSizes = [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 129];
    private readonly List<MemoryBuffer1D<byte, Stride1D.Dense>> _buffers = [];

    public Accelerator Accelerator => accelerator;

    /// <summary>Random choices of this instance.</summary>
    public Random Random { get; } = new(HashCode(seed, index));

    /// <summary>Whether the instance is to be large; the definition is too slow on the CPU for those.</summary>
    public bool Large => large;

    /// <summary>A size from 1 to <paramref name="most"/>, at the edges of SIMD widths more often than not; up to 8 times that when large.</summary>
    public int Size(int most = 70)
    {
        if (large)
        {
            return Random.Next(4 * most, (8 * most) + 1);
        }

        var edges = EdgeSizes.Count(e => e <= most);
        return Random.Next(3) > 0 ? EdgeSizes[Random.Next(edges)] : Random.Next(1, most + 1);
    }

    /// <summary>A size that is even: frames and chroma planes are.</summary>
    public int EvenSize(int most = 70) => (Size(most) + 1) & ~1;

    /// <summary>Random bits; do not use for floats, whose random bits are mostly huge.</summary>
    public T[] Bits<T>(int length)
        where T : unmanaged
    {
        var data = new T[length];
        Random.NextBytes(MemoryMarshal.AsBytes(data.AsSpan()));
        return data;
    }

    /// <summary>Random floats of both signs and of mixed magnitudes, so that sums round; no infinities or NaN.</summary>
    public float[] Floats(int length)
    {
        var data = new float[length];
        foreach (ref var value in data.AsSpan())
        {
            value = (Random.NextSingle() - 0.5f) * MathF.ScaleB(1, Random.Next(-12, 13));
        }

        return data;
    }

    /// <summary>A buffer that the operation reads.</summary>
    public ArrayView<T> Input<T>(T[] data)
        where T : unmanaged => Buffer<T>(MemoryMarshal.AsBytes<T>(data));

    /// <summary>A buffer that the operation writes, filled with a pattern that a result is unlikely to have.</summary>
    public ArrayView<T> Output<T>(int length)
        where T : unmanaged
    {
        var bytes = new byte[length * Marshal.SizeOf<T>()];
        bytes.AsSpan().Fill(0xCD);
        return Buffer<T>(bytes);
    }

    /// <summary>The contents of all buffers in the order they were made, guards included.</summary>
    public byte[][] Read()
    {
        accelerator.Synchronize();
        return [.. _buffers.Select(b => b.GetAsArray1D())];
    }

    public void Dispose() => _buffers.ForEach(b => b.Dispose());

    private static int HashCode(ulong seed, int index) => unchecked((int)((seed + (ulong)index) * 0x9E3779B97F4A7C15 >> 32));

    private ArrayView<T> Buffer<T>(ReadOnlySpan<byte> data)
        where T : unmanaged
    {
        var bytes = new byte[data.Length + (2 * GuardLength)];
        bytes.AsSpan().Fill(0xA5);
        data.CopyTo(bytes.AsSpan(GuardLength));
        var buffer = accelerator.Allocate1D(bytes);
        _buffers.Add(buffer);
        return buffer.View.SubView(GuardLength, data.Length).Cast<byte, T>().AsContiguous();
    }
}
