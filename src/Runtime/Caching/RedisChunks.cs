using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Gpu.Runtime.Caching;

/// <summary>
/// What stands under the key of a value that is too long for one piece: how many there are and what they are called. Each
/// writing calls them anew, so that two writers at once do not mix theirs.
/// </summary>
/// <param name="Set">16 hex digits.</param>
/// <param name="Length">Bytes of all pieces.</param>
internal readonly record struct RedisChunks(string Set, long Length)
{
    /// <summary>Redis serves all clients by one thread: pieces of under a megabyte keep it answering.</summary>
    public const int Size = 512 << 10;

    private const int Bytes = 28;

    private static ReadOnlySpan<byte> Magic => "GPUS"u8;

    public int Count => (int)((Length + Size - 1) / Size);

    public static RedisChunks Of(long length) => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), length);

    public static bool TryRead(ReadOnlySpan<byte> value, long most, out RedisChunks chunks)
    {
        chunks = default;
        if (value.Length != Bytes || !value.StartsWith(Magic))
        {
            return false;
        }

        chunks = new RedisChunks(Encoding.ASCII.GetString(value[4..20]), BinaryPrimitives.ReadInt64LittleEndian(value[20..]));
        return chunks.Length > Size && chunks.Length <= most + CacheEnvelope.HeaderLength;
    }

    public byte[] Write()
    {
        var value = new byte[Bytes];
        Magic.CopyTo(value);
        Encoding.ASCII.GetBytes(Set, value.AsSpan(4));
        BinaryPrimitives.WriteInt64LittleEndian(value.AsSpan(20), Length);
        return value;
    }
}
