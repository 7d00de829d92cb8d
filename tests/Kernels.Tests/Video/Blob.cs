using Gpu.Kernels.Video;

namespace Gpu.Kernels.Tests.Video;

/// <summary>
/// A spot in one plane, for measuring where it moves. Its rim is steep: where a picture rises by g levels a pixel, 8 bits
/// cannot show a motion under 0.5/g pixel, with any arithmetic.
/// </summary>
internal static class Blob
{
    private const byte Ground = 16;

    /// <summary>A picture with a spot in a plane (0 Y, 1 Cb, 2 Cr), the other planes flat.</summary>
    public static FramePicture Picture(int width, int height, int plane, double x, double y, double radius)
    {
        var bytes = new byte[I420.Length(width, height)];
        bytes.AsSpan().Fill(Ground);
        var (start, columns, rows) = Plane(width, height, plane);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var distance = Math.Sqrt(((column - x) * (column - x)) + ((row - y) * (row - y)));
                bytes[start + (row * columns) + column] += (byte)Math.Round(219 * Math.Clamp(0.5 + ((radius - distance) / 2), 0, 1));
            }
        }

        return new FramePicture(width, height, bytes);
    }

    /// <summary>Where the spot of a plane is, in samples of that plane.</summary>
    public static (double X, double Y) Centre(ReadOnlySpan<byte> frame, int width, int height, int plane)
    {
        var (start, columns, rows) = Plane(width, height, plane);
        double sum = 0, across = 0, down = 0;
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                double weight = frame[start + (row * columns) + column] - Ground;
                sum += weight;
                across += weight * column;
                down += weight * row;
            }
        }

        return (across / sum, down / sum);
    }

    private static (int Start, int Columns, int Rows) Plane(int width, int height, int plane) =>
        plane == 0 ? (0, width, height) : ((width * height) + ((plane - 1) * width * height / 4), width / 2, height / 2);
}
