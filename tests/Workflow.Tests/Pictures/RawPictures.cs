using System.Buffers.Binary;
using System.IO.Compression;
using TextEncoding = System.Text.Encoding;

namespace Gpu.Workflow.Tests.Pictures;

/// <summary>Picture files written byte by byte, for what no encoder writes.</summary>
internal static class RawPictures
{
    /// <summary>A PNG of 8-bit RGBA whose header may claim another size than its rows have.</summary>
    public static byte[] Png(int width, int height, byte[] rgba, int rowLength)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        header[9] = 6;
        Chunk(file, "IHDR", header);
        using var packed = new MemoryStream();
        using (var packer = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var at = 0; at < rgba.Length; at += rowLength * 4)
            {
                packer.WriteByte(0);
                packer.Write(rgba, at, rowLength * 4);
            }
        }

        Chunk(file, "IDAT", packed.ToArray());
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>A JPEG with an EXIF segment of nothing but an orientation put behind its start.</summary>
    public static byte[] WithOrientation(byte[] jpeg, int orientation) =>
    [
        .. jpeg[..2],
        0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8,
        (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8,
        0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0,
        0, 0, 0, 0,
        .. jpeg[2..],
    ];

    private static void Chunk(MemoryStream file, string type, byte[] content)
    {
        byte[] typed = [.. TextEncoding.ASCII.GetBytes(type), .. content];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(typed);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(typed));
        file.Write(number);
    }

    private static uint Crc(byte[] content)
    {
        var crc = uint.MaxValue;
        foreach (var value in content)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320u);
            }
        }

        return ~crc;
    }
}
