using System.Threading.Channels;

namespace Gpu.Workflow.Rendering;

/// <summary>The buffers of the frames in flight, made once and used again.</summary>
internal sealed class BufferRing
{
    private readonly Channel<byte[]> _free;

    /// <summary>Makes buffers.</summary>
    /// <param name="count">How many.</param>
    /// <param name="length">Bytes of each.</param>
    public BufferRing(int count, int length)
    {
        Count = count;
        _free = Channel.CreateBounded<byte[]>(count);
        for (var i = 0; i < count; i++)
        {
            // Pinned: devices read and write them where they are.
            _free.Writer.TryWrite(GC.AllocateUninitializedArray<byte>(length, pinned: true));
        }
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>How many are free.</summary>
    public int Free => _free.Reader.Count;

    /// <summary>Takes a buffer, waiting for one to be given back.</summary>
    public ValueTask<byte[]> TakeAsync(CancellationToken cancellationToken) => _free.Reader.ReadAsync(cancellationToken);

    /// <summary>Gives a buffer back.</summary>
    public void Return(byte[] buffer) => _free.Writer.TryWrite(buffer);
}
