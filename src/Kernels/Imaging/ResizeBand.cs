namespace Gpu.Kernels.Imaging;

/// <summary>
/// Host body of <see cref="Resize"/> for a band of rows. Source rows are resized across two at a time into a ring, as
/// dwords of two 16-bit values (one column and channel, the upper row low), which is what the multiply-add of the pass
/// down wants; four channels a pixel, or those of the picture on the path that can. Each line is made once a band. Wide pictures go in strips, so that the ring
/// stays in the cache and its size is bounded.
/// </summary>
internal static unsafe class ResizeBand
{
    // A share of the second-level cache that leaves room for the source rows and the weights.
    private const int RingBytes = 256 * 1024;
    private const int LeastStrip = 64;

    /// <summary>Pixels that the widest body makes at once.</summary>
    private const int Step = 16;

    // Bodies load whole vectors at a window's start.
    private const int Slack = 64;

    public static void Run(byte* source, byte* target, int* across, int* down, in ResizeShape shape, int first, int end, HostPath path)
    {
        path = path == HostPath.Vbmi && !AcrossVbmi.Fits(across, shape) ? HostPath.Avx2 : path;
        var channels = path == HostPath.Vbmi ? shape.Channels : 4;
        var pairs = (shape.DownTaps / 2) + 2;
        var strip = Math.Min(RoundUp(shape.Width), Math.Max(LeastStrip, RingBytes / (16 * pairs) / Step * Step));
        int rowBytes = HostScratch.Aligned((shape.SourceWidth * shape.Channels) + (4 * AcrossTable.Quads(shape) * shape.Channels) + Slack);
        int ringBytes = checked(pairs * strip * 16), lineBytes = HostScratch.Aligned(4 * strip), weightBytes = HostScratch.Aligned(8 * pairs), pointerBytes = HostScratch.Aligned(8 * pairs);
        var tableBytes = AcrossTable.Bytes(shape, strip, path);
        var scratch = HostScratch.Take((long)ringBytes + lineBytes + weightBytes + pointerBytes + tableBytes + (2L * rowBytes));
        var ring = (int*)scratch;
        var line = scratch + ringBytes;
        var weights = (int*)(line + lineBytes);
        var lines = (int**)((byte*)weights + weightBytes);
        var table = (byte*)lines + pointerBytes;
        var rows = table + tableBytes;
        for (var x = 0; x < shape.Width; x += strip)
        {
            var count = Math.Min(strip, shape.Width - x);
            AcrossTable.Fill(table, across, shape, x, RoundUp(count), path);
            var made = 0;
            for (var y = first; y < end; y++)
            {
                var entry = down + ((long)y * (shape.DownTaps + ResampleWeights.Header));
                int from = entry[0] / 2, used = ((entry[0] + entry[1] + 1) / 2) - from;
                for (made = Math.Max(made, from); made < from + used; made++)
                {
                    var into = ring + ((long)(made % pairs) * strip * 4);
                    var upper = Row(source, rows, across, shape, 2 * made, x, count, path);
                    var lower = Row(source, rows + rowBytes, across, shape, Math.Min((2 * made) + 1, shape.SourceHeight - 1), x, count, path);
                    AcrossTable.Resize(table, upper, lower, across, shape, x, RoundUp(count), into, path);
                }

                for (var i = 0; i < used; i++)
                {
                    lines[i] = ring + ((long)((from + i) % pairs) * strip * 4);
                    var tap = (2 * (from + i)) - entry[0];
                    Split(tap < 0 ? 0 : entry[ResampleWeights.Header + tap], tap + 1 < entry[1] ? entry[ResampleWeights.Header + tap + 1] : 0, out weights[2 * i], out weights[(2 * i) + 1]);
                }

                DownRows.Resize(lines, weights, used, line, HostScratch.Aligned(channels * RoundUp(count)), path);
                ResizeFinish.Store(line, target + ((((long)y * shape.Width) + x) * shape.Channels), count, channels, shape, path);
            }
        }
    }

    /// <summary>Two weights as signed pairs of their high and low parts: w = 256 high + low.</summary>
    public static void Split(int first, int second, out int high, out int low)
    {
        high = ((first >> 8) & 0xFFFF) | (second >> 8 << 16);
        low = (first & 0xFF) | ((second & 0xFF) << 16);
    }

    // A row as the pass across reads it: where it lies if nothing is read behind the picture, premultiplied where alpha counts.
    private static byte* Row(byte* source, byte* scratch, int* across, in ResizeShape shape, int row, int x, int count, HostPath path)
    {
        long rowBytes = (long)shape.SourceWidth * shape.Channels, total = rowBytes * shape.SourceHeight;
        var from = source + (row * rowBytes);
        var stride = shape.AcrossTaps + ResampleWeights.Header;
        int start = across[(long)x * stride], last = across[(long)(x + count - 1) * stride] + across[((long)(x + count - 1) * stride) + 1];
        if (shape.Alpha != ResizeAlpha.Ignore)
        {
            ResizeFinish.Premultiply(from + (4L * start), scratch + (4L * start), last - start, path);
            return scratch;
        }

        if (((row + 1) * rowBytes) + (4L * AcrossTable.Quads(shape) * shape.Channels) + Slack <= total)
        {
            return from;
        }

        var bytes = (last - start) * shape.Channels;
        Buffer.MemoryCopy(from + ((long)start * shape.Channels), scratch + ((long)start * shape.Channels), bytes, bytes);
        return scratch;
    }

    private static int RoundUp(int pixels) => (pixels + Step - 1) / Step * Step;
}
