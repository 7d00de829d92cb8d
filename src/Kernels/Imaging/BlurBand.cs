namespace Gpu.Kernels.Imaging;

/// <summary>
/// Host body of <see cref="Blur"/> for a band of rows: lines blurred across go to a ring, each made once a band, and a row
/// is their sum down. Both sums are of pairs of lines, or of one line moved both ways, which have one weight. Wide pictures
/// go in strips, so that the ring stays in the cache.
/// </summary>
internal static unsafe class BlurBand
{
    private const int RingBytes = 256 * 1024;

    /// <summary>Values that the vectors make at once.</summary>
    private const int Step = 32;

    public static void Run(byte* source, byte* target, int* across, int* down, in BlurShape shape, int first, int end, HostPath path)
    {
        int kept = Math.Min((2 * shape.Radius) + 1, shape.Height), reach = shape.Radius * shape.Channels;
        var strip = Math.Min(RoundUp(shape.Values), Math.Max(2 * Step, RingBytes / (2 * kept) / Step * Step));
        int lineBytes = HostScratch.Aligned(2 * strip), paddedBytes = HostScratch.Aligned(2 * (strip + (2 * reach))), tapBytes = BlurTaps.Bytes(shape.Radius), rowBytes = HostScratch.Aligned(strip);
        var scratch = HostScratch.Take(((long)kept * lineBytes) + lineBytes + paddedBytes + rowBytes + (2L * tapBytes));
        ushort* ring = (ushort*)scratch, nothing = (ushort*)(scratch + ((long)kept * lineBytes)), padded = (ushort*)((byte*)nothing + lineBytes);
        var row = (byte*)padded + paddedBytes;
        var taps = row + rowBytes;
        new Span<byte>(nothing, lineBytes).Clear();
        BlurTaps sideways = new(taps, across, shape.Radius), upright = new(taps + tapBytes, down, shape.Radius);
        for (var x = 0; x < shape.Values; x += strip)
        {
            int count = Math.Min(strip, shape.Values - x), made = Math.Max(0, first - shape.Radius);
            for (var k = 0; k <= shape.Radius; k++)
            {
                sideways.Set(k, padded + reach - (k * shape.Channels), k == 0 ? nothing : padded + reach + (k * shape.Channels));
            }

            sideways.Close(nothing);
            for (var y = first; y < end; y++)
            {
                for (; made <= Math.Min(shape.Height - 1, y + shape.Radius); made++)
                {
                    Pad(source + ((long)made * shape.Values), padded, shape, x, count);
                    BlurSums.Across(sideways, RoundUp(count), Line(ring, made, kept, lineBytes), path);
                }

                for (var k = 0; k <= shape.Radius; k++)
                {
                    upright.Set(k, Line(ring, BlurShape.Reflect(y - k, shape.Height, shape.Edge), kept, lineBytes), k == 0 ? nothing : Line(ring, BlurShape.Reflect(y + k, shape.Height, shape.Edge), kept, lineBytes));
                }

                upright.Close(nothing);
                BlurSums.Down(upright, RoundUp(count), row, path);
                Buffer.MemoryCopy(row, target + ((long)y * shape.Values) + x, count, count);
            }
        }
    }

    private static ushort* Line(ushort* ring, int y, int kept, int lineBytes) => (ushort*)((byte*)ring + ((long)(y % kept) * lineBytes));

    // A strip of a source line and what is on either side of it, reflected at the picture's edges, as 16 bits.
    private static void Pad(byte* source, ushort* padded, in BlurShape shape, int x, int count)
    {
        int reach = shape.Radius * shape.Channels, first = x - reach, end = x + count + reach;
        int inner = Math.Max(first, 0), innerEnd = Math.Min(end, shape.Values);
        for (var i = first; i < inner; i++)
        {
            padded[i - first] = source[Outside(i, shape)];
        }

        BlurSums.Widen(source + inner, padded + (inner - first), innerEnd - inner);
        for (var i = innerEnd; i < end; i++)
        {
            padded[i - first] = source[Outside(i, shape)];
        }
    }

    private static int Outside(int value, in BlurShape shape)
    {
        var pixel = value >= 0 ? value / shape.Channels : -((-value + shape.Channels - 1) / shape.Channels);
        return (BlurShape.Reflect(pixel, shape.Width, shape.Edge) * shape.Channels) + value - (pixel * shape.Channels);
    }

    private static int RoundUp(int values) => (values + Step - 1) / Step * Step;
}
