using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Benchmarks.Standard;

/// <summary>Makes the arguments of a launch on an accelerator and owns their memory. The data depends on nothing but the order of the calls.</summary>
internal sealed class StandardArguments(Accelerator accelerator) : IDisposable
{
    private readonly List<MemoryBuffer> _buffers = [];

    /// <summary>Random choices, the same at each run.</summary>
    public Random Random { get; } = new(1);

    /// <summary>Memory that holds data.</summary>
    public ArrayView<T> Input<T>(T[] data)
        where T : unmanaged
    {
        var buffer = accelerator.Allocate1D(data);
        _buffers.Add(buffer);
        return buffer.View.AsContiguous();
    }

    /// <summary>Memory of zeros.</summary>
    public ArrayView<T> Output<T>(long length)
        where T : unmanaged => Input(new T[length]);

    /// <summary>Bytes that look like noise.</summary>
    public ArrayView<byte> Noise(long length)
    {
        var bytes = new byte[length];
        Random.NextBytes(bytes);
        return Input(bytes);
    }

    /// <summary>Numbers from 0 to 1.</summary>
    public ArrayView<float> Numbers(int length) => Input([.. Enumerable.Range(0, length).Select(_ => Random.NextSingle())]);

    public void Dispose() => _buffers.ForEach(b => b.Dispose());
}
