using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace Gpu.Runtime.Caching;

/// <summary>
/// How a value lies in a store: a header of 40 bytes with lengths and a checksum, then the value, compressed where that
/// pays. The checksum covers the key too: a value under another's key is as good as damaged.
/// </summary>
internal static class CacheEnvelope
{
    public const int HeaderLength = 40;

    // Below it the header and the round trip are most of the cost.
    private const int WorthCompressing = 512;

    // Fastest Brotli halves JSON at some 200 MB/s; films and pictures are compressed already and lose time only.
    private const int Quality = 1;
    private const int Window = 20;
    private const int SampleLength = 16 << 10;
    private const double Pays = 0.85;

    private static ReadOnlySpan<byte> Magic => "GPUC"u8;

    /// <summary>Wraps a value.</summary>
    public static byte[] Wrap(string key, ReadOnlySpan<byte> value)
    {
        var packed = value.Length >= WorthCompressing && PaysFor(value) ? Compress(value) : null;
        var body = packed is null ? value : packed;
        var whole = new byte[HeaderLength + body.Length];
        body.CopyTo(whole.AsSpan(HeaderLength));
        Magic.CopyTo(whole);
        whole[4] = 1;
        whole[5] = packed is null ? (byte)0 : (byte)1;
        BinaryPrimitives.WriteInt64LittleEndian(whole.AsSpan(8), body.Length);
        BinaryPrimitives.WriteInt64LittleEndian(whole.AsSpan(16), value.Length);
        Checksum(key, whole, body).CopyTo(whole.AsSpan(24));
        return whole;
    }

    /// <summary>The bytes that follow the header; -1 where it is none.</summary>
    public static long BodyLength(ReadOnlySpan<byte> header) =>
        header.Length >= HeaderLength && header.StartsWith(Magic) && header[4] == 1 ? BinaryPrimitives.ReadInt64LittleEndian(header[8..]) : -1;

    /// <summary>Unwraps a value; false where it is damaged, cut short, another's or none at all.</summary>
    public static bool TryUnwrap(string key, ReadOnlyMemory<byte> whole, long most, out ReadOnlyMemory<byte> value)
    {
        value = default;
        var span = whole.Span;
        var length = BodyLength(span);
        if (length < 0 || length != span.Length - HeaderLength || !Checksum(key, span, span[HeaderLength..]).AsSpan().SequenceEqual(span[24..HeaderLength]))
        {
            return false;
        }

        var size = BinaryPrimitives.ReadInt64LittleEndian(span[16..]);
        if (span[5] == 0)
        {
            value = whole[HeaderLength..];
            return size == value.Length;
        }

        // The size is a claim until the bytes are there; one within the limit costs at most that limit.
        if (size < 0 || size > most)
        {
            return false;
        }

        var unpacked = new byte[size];
        value = unpacked;
        return BrotliDecoder.TryDecompress(span[HeaderLength..], unpacked, out var written) && written == size;
    }

    private static bool PaysFor(ReadOnlySpan<byte> value)
    {
        // From the middle: the head of a film is more regular than the rest.
        var sample = value.Length <= SampleLength ? value : value.Slice((value.Length - SampleLength) / 2, SampleLength);
        var buffer = new byte[BrotliEncoder.GetMaxCompressedLength(sample.Length)];
        return BrotliEncoder.TryCompress(sample, buffer, out var written, Quality, Window) && written < Pays * sample.Length;
    }

    private static byte[]? Compress(ReadOnlySpan<byte> value)
    {
        var buffer = new byte[BrotliEncoder.GetMaxCompressedLength(value.Length)];
        return BrotliEncoder.TryCompress(value, buffer, out var written, Quality, Window) && written < Pays * value.Length ? buffer[..written] : null;
    }

    private static byte[] Checksum(string key, ReadOnlySpan<byte> header, ReadOnlySpan<byte> body)
    {
        var hash = new XxHash128();
        hash.Append(header[..24]);
        hash.Append(Encoding.UTF8.GetBytes(key));
        hash.Append(body);
        return hash.GetCurrentHash();
    }
}
