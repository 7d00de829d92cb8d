namespace Gpu.Workflow.Encoding;

/// <summary>Turns a frame back into R'G'B': the inverse of BT.709, limited range, chroma on the left.</summary>
internal static class FrameColours
{
    /// <summary>Converts I420 to R'G'B'A.</summary>
    /// <param name="frame">Y, Cb and Cr planes.</param>
    /// <param name="width">Pixels, even.</param>
    /// <param name="height">Pixels, even.</param>
    /// <returns>Opaque R'G'B'A, 8 bits each.</returns>
    public static byte[] ToRgba(ReadOnlySpan<byte> frame, int width, int height)
    {
        var rgba = new byte[checked(width * height * 4)];
        var (w, h) = (width / 2, height / 2);
        var cb = frame.Slice(width * height, w * h);
        var cr = frame[((width * height) + (w * h))..];
        for (var y = 0; y < height; y++)
        {
            // Chroma rows lie between pairs of luma rows: three parts of the near one, one of the far.
            var near = y / 2;
            var far = Math.Clamp((y & 1) == 0 ? near - 1 : near + 1, 0, h - 1);
            for (var x = 0; x < width; x++)
            {
                var luma = (frame[(y * width) + x] - 16) * 1.164384;
                var blue = Chroma(cb, w, near, far, x) - 128;
                var red = Chroma(cr, w, near, far, x) - 128;
                var to = ((y * width) + x) * 4;
                rgba[to] = Clamp(luma + (1.792741 * red));
                rgba[to + 1] = Clamp(luma - (0.213249 * blue) - (0.532909 * red));
                rgba[to + 2] = Clamp(luma + (2.112402 * blue));
                rgba[to + 3] = 255;
            }
        }

        return rgba;
    }

    private static double Chroma(ReadOnlySpan<byte> plane, int width, int near, int far, int x)
    {
        var (left, right) = (x / 2, Math.Min((x + 1) / 2, width - 1));
        var a = (3 * plane[(near * width) + left]) + plane[(far * width) + left];
        var b = (3 * plane[(near * width) + right]) + plane[(far * width) + right];
        return (a + b) / 8.0;
    }

    private static byte Clamp(double value) => (byte)Math.Clamp(Math.Floor(value + 0.5), 0, 255);
}
