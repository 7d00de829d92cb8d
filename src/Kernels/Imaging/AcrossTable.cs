namespace Gpu.Kernels.Imaging;

/// <summary>
/// The pass across of <see cref="ResizeBand"/>, and its weights in the order in which vectors take them: byte offsets of
/// all windows, then for each two outputs and each four taps 128 bits an output: the high parts of taps 0 and 1, and of 2
/// and 3, then the low parts.
/// </summary>
internal static unsafe class AcrossTable
{
    /// <summary>Groups of four taps in the widest window.</summary>
    public static int Quads(in ResizeShape shape) => (shape.AcrossTaps + 3) / 4;

    public static int Bytes(in ResizeShape shape, int strip, HostPath path) => path == HostPath.Vbmi ? AcrossVbmi.Bytes(shape, strip) : HostScratch.Aligned(checked((4 * strip) + (strip / 2 * Quads(shape) * 32)));

    public static void Fill(byte* table, int* across, in ResizeShape shape, int x, int count, HostPath path)
    {
        if (path == HostPath.Plain)
        {
            return;
        }

        if (path == HostPath.Vbmi)
        {
            AcrossVbmi.Fill(table, across, shape, x, count);
            return;
        }

        int quads = Quads(shape), stride = shape.AcrossTaps + ResampleWeights.Header;
        var offsets = (int*)table;
        var weights = (int*)(table + (4 * count));
        for (var i = 0; i < count; i++)
        {
            // Behind the picture the last window again: what it makes is never stored.
            var entry = across + ((long)Math.Min(x + i, shape.Width - 1) * stride);
            var taps = entry + ResampleWeights.Header;
            offsets[i] = entry[0] * shape.Channels;
            var into = weights + (i / 2 * quads * 8) + (i % 2 * 4);
            for (var quad = 0; quad < quads; quad++, into += 8)
            {
                ResizeBand.Split(Tap(taps, shape, 4 * quad), Tap(taps, shape, (4 * quad) + 1), out into[0], out into[2]);
                ResizeBand.Split(Tap(taps, shape, (4 * quad) + 2), Tap(taps, shape, (4 * quad) + 3), out into[1], out into[3]);
            }
        }
    }

    public static void Resize(byte* table, byte* upper, byte* lower, int* across, in ResizeShape shape, int x, int count, int* into, HostPath path)
    {
        if (path == HostPath.Plain)
        {
            PlainLines(across, upper, lower, shape, x, Math.Min(count, shape.Width - x), into);
        }
        else if (path == HostPath.Vbmi)
        {
            AcrossVbmi.Lines(table, Quads(shape), upper, lower, count * shape.Channels / 16, into);
        }
        else
        {
            AcrossAvx2.Lines((int*)table, table + (4 * count), Quads(shape), shape.AcrossTaps % 4 is 1 or 2, upper, lower, shape.Channels, count, into);
        }
    }

    private static int Tap(int* taps, in ResizeShape shape, int k) => k < shape.AcrossTaps ? taps[k] : 0;

    private static void PlainLines(int* across, byte* upper, byte* lower, in ResizeShape shape, int x, int count, int* into)
    {
        for (var i = 0; i < count; i++)
        {
            var entry = across + ((long)(x + i) * (shape.AcrossTaps + ResampleWeights.Header));
            for (var c = 0; c < shape.Channels; c++)
            {
                int above = ResampleWeights.Half, below = ResampleWeights.Half, at = (entry[0] * shape.Channels) + c;
                for (var k = 0; k < entry[1]; k++, at += shape.Channels)
                {
                    above += entry[ResampleWeights.Header + k] * upper[at];
                    below += entry[ResampleWeights.Header + k] * lower[at];
                }

                into[(4 * i) + c] = Resample.Clip(above) | (Resample.Clip(below) << 16);
            }
        }
    }
}
