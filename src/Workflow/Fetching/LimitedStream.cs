using System.Buffers;
using Gpu.Workflow.Extraction;

namespace Gpu.Workflow.Fetching;

/// <summary>Reads a stream to its end, but never past a limit.</summary>
internal static class LimitedStream
{
    private const int Chunk = 64 << 10;

    /// <summary>Reads all.</summary>
    /// <param name="stream">What to read; decompressed already.</param>
    /// <param name="announced">The length that its source promises; null where unknown. It sizes the buffer and is not believed.</param>
    /// <param name="maxBytes">The most bytes.</param>
    /// <param name="name">What it is, for the message.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <exception cref="PageError">There is more than <paramref name="maxBytes"/>.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream stream, long? announced, long maxBytes, string name, CancellationToken cancellationToken)
    {
        if (announced > maxBytes)
        {
            throw TooLarge(name, maxBytes, $"it announces {announced} bytes");
        }

        var buffer = new ArrayBufferWriter<byte>((int)Math.Clamp(announced ?? 0, Chunk, 4 << 20));
        while (true)
        {
            var read = await stream.ReadAsync(buffer.GetMemory(Chunk), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return buffer.WrittenMemory;
            }

            buffer.Advance(read);
            if (buffer.WrittenCount > maxBytes)
            {
                throw TooLarge(name, maxBytes, "it goes on after that");
            }
        }
    }

    private static PageError TooLarge(string name, long maxBytes, string how) =>
        new(PageErrorKind.TooLarge, $"{name} is too large: {how}, and at most {maxBytes} bytes are read. Raise the limit if it is to be used.");
}
