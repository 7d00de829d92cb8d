namespace Gpu.Kernels.Tests.Video;

/// <summary>FORMULAS.md in doubles: source-over in R'G'B', then conversion to I420 with left siting.</summary>
internal static class RgbReference
{
    /// <summary>Lays a straight RGBA picture over RGB with bytes, rounding to bytes.</summary>
    public static void Over(byte[] ground, int width, int height, byte[] rgba, int columns, int rows, int x, int y, double opacity)
    {
        for (var row = Math.Max(0, -y); row < Math.Min(rows, height - y); row++)
        {
            for (var column = Math.Max(0, -x); column < Math.Min(columns, width - x); column++)
            {
                int from = ((row * columns) + column) * 4, to = (((y + row) * width) + x + column) * 3;
                var alpha = rgba[from + 3] * opacity / 255;
                for (var c = 0; c < 3; c++)
                {
                    ground[to + c] = (byte)Math.Floor((ground[to + c] * (1 - alpha)) + (rgba[from + c] * alpha) + 0.5);
                }
            }
        }
    }

    /// <summary>BT.709, limited range, [1 2 1]/4 on even columns, [1 3 3 1]/8 between rows, edges replicated.</summary>
    public static byte[] ToI420(byte[] rgb, int width, int height)
    {
        var planes = new byte[width * height * 3 / 2];
        for (var i = 0; i < width * height; i++)
        {
            planes[i] = Round(16 + Dot(rgb, i, 0.182586, 0.614231, 0.062007));
        }

        int[] acrossWeights = [1, 2, 1], downWeights = [1, 3, 3, 1];
        for (var y = 0; y < height / 2; y++)
        {
            for (var x = 0; x < width / 2; x++)
            {
                double cb = 0, cr = 0;
                for (var v = 0; v < 4; v++)
                {
                    for (var u = 0; u < 3; u++)
                    {
                        var at = (Math.Clamp((2 * y) - 1 + v, 0, height - 1) * width) + Math.Clamp((2 * x) - 1 + u, 0, width - 1);
                        var weight = acrossWeights[u] * downWeights[v] / 32.0;
                        cb += weight * Dot(rgb, at, -0.100644, -0.338572, 0.439216);
                        cr += weight * Dot(rgb, at, 0.439216, -0.398942, -0.040274);
                    }
                }

                var chroma = (width * height) + (y * width / 2) + x;
                planes[chroma] = Round(128 + cb);
                planes[chroma + (width * height / 4)] = Round(128 + cr);
            }
        }

        return planes;
    }

    private static double Dot(byte[] rgb, int pixel, double red, double green, double blue) =>
        (red * rgb[3 * pixel]) + (green * rgb[(3 * pixel) + 1]) + (blue * rgb[(3 * pixel) + 2]);

    private static byte Round(double value) => (byte)Math.Floor(value + 0.5);
}
