using System.Buffers.Binary;
using Gpu.Runtime;

namespace Gpu.Workflow.Sound;

/// <summary>Reads and writes RIFF WAVE.</summary>
internal static class WaveFile
{
    private const int HeaderSize = 58;
    private const ushort Integers = 1;
    private const ushort Floats = 3;
    private const ushort Extensible = 0xFFFE;

    /// <summary>Writes 32-bit floats, left and right in turn.</summary>
    public static async Task WriteAsync(Stream stream, ReadOnlyMemory<float> left, ReadOnlyMemory<float> right, CancellationToken cancellationToken)
    {
        var bytes = new byte[HeaderSize + (8 * left.Length)];
        WriteHeader(bytes, left.Length);
        Interleave(bytes.AsSpan(HeaderSize), left.Span, right.Span);
        await stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads one channel, the mean of all, of 16, 24 or 32-bit integers or 32-bit floats.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="source">Whose it is, for messages.</param>
    /// <exception cref="OptimizationError">It is not such a file.</exception>
    public static VoiceSound Read(ReadOnlySpan<byte> bytes, string source)
    {
        if (bytes.Length < 12 || !bytes[..4].SequenceEqual("RIFF"u8) || !bytes[8..12].SequenceEqual("WAVE"u8))
        {
            throw new OptimizationError($"{source} gave no WAVE file: {bytes.Length} bytes that do not begin with RIFF and WAVE.");
        }

        ushort kind = 0, channels = 0, bits = 0;
        var rate = 0;
        for (var at = 12; at + 8 <= bytes.Length;)
        {
            var id = bytes.Slice(at, 4);
            // Programs that write to a pipe do not know the length and give the largest, or none.
            var given = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + 4)..]);
            var left = bytes.Length - at - 8;
            var size = (int)Math.Min(given, (uint)left);
            var body = bytes.Slice(at + 8, size);
            if (id.SequenceEqual("fmt "u8) && size >= 16)
            {
                kind = BinaryPrimitives.ReadUInt16LittleEndian(body);
                channels = BinaryPrimitives.ReadUInt16LittleEndian(body[2..]);
                rate = BinaryPrimitives.ReadInt32LittleEndian(body[4..]);
                bits = BinaryPrimitives.ReadUInt16LittleEndian(body[14..]);
                kind = kind == Extensible && size >= 26 ? BinaryPrimitives.ReadUInt16LittleEndian(body[24..]) : kind;
            }
            else if (id.SequenceEqual("data"u8))
            {
                return Decode(given == 0 ? bytes[(at + 8)..] : body, kind, channels, bits, rate, source);
            }

            at += 8 + size + (size & 1);
        }

        throw new OptimizationError($"{source} gave a WAVE file without sound in it.");
    }

    private static void Interleave(Span<byte> bytes, ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        for (var i = 0; i < left.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes[(8 * i)..], left[i]);
            BinaryPrimitives.WriteSingleLittleEndian(bytes[((8 * i) + 4)..], right[i]);
        }
    }

    private static VoiceSound Decode(ReadOnlySpan<byte> data, ushort kind, ushort channels, ushort bits, int rate, string source)
    {
        var known = (kind == Integers && bits is 16 or 24 or 32) || (kind == Floats && bits == 32);
        if (!known || channels is 0 or > 8 || rate is < 8000 or > 192_000)
        {
            throw new OptimizationError($"{source} gave a WAVE file of format {kind}, {channels} channels, {bits} bits, {rate} samples a second; integers of 16, 24 or 32 bits or floats of 32, of 1 to 8 channels and 8,000 to 192,000 samples a second can be read.");
        }

        var width = bits / 8;
        var values = new float[data.Length / (width * channels)];
        for (var i = 0; i < values.Length; i++)
        {
            var sum = 0f;
            for (var c = 0; c < channels; c++)
            {
                sum += Value(data[(((i * channels) + c) * width)..], kind, bits);
            }

            values[i] = sum / channels;
        }

        return new VoiceSound(values, rate);
    }

    private static float Value(ReadOnlySpan<byte> at, ushort kind, ushort bits) => (kind, bits) switch
    {
        (Floats, _) => BinaryPrimitives.ReadSingleLittleEndian(at) is var f && float.IsFinite(f) ? f : 0,
        (_, 16) => BinaryPrimitives.ReadInt16LittleEndian(at) / 32768f,
        (_, 24) => ((at[0] << 8) | (at[1] << 16) | (at[2] << 24)) / 2147483648f,
        _ => BinaryPrimitives.ReadInt32LittleEndian(at) / 2147483648f,
    };

    private static void WriteHeader(Span<byte> bytes, int length)
    {
        "RIFF"u8.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[4..], HeaderSize - 8 + (8 * length));
        "WAVEfmt "u8.CopyTo(bytes[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[16..], 18);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[20..], Floats);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[22..], 2);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[24..], SoundBuffer.Rate);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[28..], 8 * SoundBuffer.Rate);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[32..], 8);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[34..], 32);
        "fact"u8.CopyTo(bytes[38..]);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[42..], 4);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[46..], length);
        "data"u8.CopyTo(bytes[50..]);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[54..], 8 * length);
    }
}
