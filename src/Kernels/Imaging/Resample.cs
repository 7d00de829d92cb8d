using ILGPU;

namespace Gpu.Kernels.Imaging;

/// <summary>What the resize operations share: pixels as one unsigned integer, red in the low bits.</summary>
internal static class Resample
{
    /// <summary>One pixel of a source row resized across, premultiplied where alpha counts.</summary>
    public static uint Across(ArrayView<byte> source, ArrayView<int> table, ResizeShape shape, int x, int row)
    {
        var entry = x * (shape.AcrossTaps + ResampleWeights.Header);
        var at = ((row * shape.SourceWidth) + table[entry]) * shape.Channels;
        int red = ResampleWeights.Half, green = ResampleWeights.Half, blue = ResampleWeights.Half, alpha = ResampleWeights.Half;
        for (var k = 0; k < table[entry + 1]; k++)
        {
            var weight = table[entry + ResampleWeights.Header + k];
            int r = source[at], g = source[at + 1], b = source[at + 2], a = shape.Channels == 4 ? source[at + 3] : 255;
            if (shape.Alpha != ResizeAlpha.Ignore)
            {
                r = Over255(r * a);
                g = Over255(g * a);
                b = Over255(b * a);
            }

            red += weight * r;
            green += weight * g;
            blue += weight * b;
            alpha += weight * a;
            at += shape.Channels;
        }

        return Pack(Clip(red), Clip(green), Clip(blue), Clip(alpha));
    }

    /// <summary>Writes a resized pixel, its alpha dealt with.</summary>
    public static void Store(ArrayView<byte> target, ResizeShape shape, int x, int y, int r, int g, int b, int a)
    {
        var at = ((y * shape.Width) + x) * shape.Channels;
        if (shape.Alpha == ResizeAlpha.Straight && a > 0 && a < 255)
        {
            // As Pillow has it: truncated. The only division, and only where a pixel is half transparent.
            r = Least(255 * r / a, 255);
            g = Least(255 * g / a, 255);
            b = Least(255 * b / a, 255);
        }
        else if (shape.Alpha == ResizeAlpha.Over)
        {
            r = Least(r, a) + Over255((255 - a) * ((shape.Background >> 16) & 255));
            g = Least(g, a) + Over255((255 - a) * ((shape.Background >> 8) & 255));
            b = Least(b, a) + Over255((255 - a) * (shape.Background & 255));
            a = 255;
        }

        target[at] = (byte)r;
        target[at + 1] = (byte)g;
        target[at + 2] = (byte)b;
        if (shape.Channels == 4)
        {
            target[at + 3] = (byte)a;
        }
    }

    /// <summary>A sum of weighted bytes, a half included, as a byte.</summary>
    public static int Clip(int sum) => Least(Most(sum >> ResampleWeights.Bits, 0), 255);

    /// <summary>A product of two bytes / 255, rounded.</summary>
    public static int Over255(int product) => (product + 128 + ((product + 128) >> 8)) >> 8;

    private static uint Pack(int r, int g, int b, int a) => (uint)r | ((uint)g << 8) | ((uint)b << 16) | ((uint)a << 24);

    private static int Least(int a, int b) => a < b ? a : b;

    private static int Most(int a, int b) => a > b ? a : b;
}
