using Gpu.Kernels.Imaging;

namespace Gpu.Kernels.Tests.Imaging;

/// <summary>Pictures to test with, and how they are compared.</summary>
internal static class Pictures
{
    /// <summary>Noise in places, flat colour in others, hard edges between; alpha likewise, with much that is 0 or 255.</summary>
    public static byte[] Random(Random random, int width, int height, int channels)
    {
        var picture = new byte[width * height * channels];
        random.NextBytes(picture);
        for (var patch = 0; patch < 6; patch++)
        {
            int left = random.Next(width), top = random.Next(height), right = random.Next(left, width) + 1, bottom = random.Next(top, height) + 1;
            var colour = new byte[channels];
            random.NextBytes(colour);
            if (channels == 4 && random.Next(3) > 0)
            {
                colour[3] = random.Next(2) == 0 ? (byte)0 : (byte)255;
            }

            for (var y = top; y < bottom; y++)
            {
                for (var x = left; x < right; x++)
                {
                    colour.CopyTo(picture, ((y * width) + x) * channels);
                }
            }
        }

        return picture;
    }

    /// <summary>A box somewhere in a picture, its edges rarely whole.</summary>
    public static CropBox Box(Random random, int width, int height)
    {
        float left = random.NextSingle() * width * 0.9f, top = random.NextSingle() * height * 0.9f;
        return new(left, top, Math.Min(width, left + ((width - left) * (0.05f + random.NextSingle()))), Math.Min(height, top + ((height - top) * (0.05f + random.NextSingle()))));
    }

    public static void Same(byte[] expected, byte[] actual, string what)
    {
        var differing = expected.Zip(actual).Count(p => p.First != p.Second);
        Assert.True(expected.Length == actual.Length && differing == 0, $"{what}: {differing} of {expected.Length} bytes differ, the first at {expected.AsSpan().CommonPrefixLength(actual)}.");
    }

    public static int Worst(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        var worst = 0;
        for (var i = 0; i < a.Length; i++)
        {
            worst = Math.Max(worst, Math.Abs(a[i] - b[i]));
        }

        return worst;
    }
}
