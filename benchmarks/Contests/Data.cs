namespace Gpu.Benchmarks.Contests;

/// <summary>Data of the sizes that the contests share with peers.py.</summary>
internal static class Data
{
    public const int Width = 1920;
    public const int Height = 1080;
    public const int SourceWidth = 2500;
    public const int SourceHeight = 1667;
    public const int Candidates = 65_536;
    public const int Features = 128;
    public const int Top = 10;

    /// <summary>Bytes that look like noise, the same at each run.</summary>
    public static byte[] Noise(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    /// <summary>An opaque picture with slopes, edges, skin and some noise: noise alone has no colours and no best crop.</summary>
    public static byte[] Photograph(int width, int height, int seed)
    {
        var rgba = Noise(4 * width * height, seed);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var pixel = rgba.AsSpan(4 * ((y * width) + x), 4);
                var light = 40 + (120 * y / height) + ((x / 100) + (y / 70)) % 3 * 20;
                var skin = Math.Abs(x - (width / 3)) + Math.Abs(y - (height / 2)) < height / 4;
                pixel[0] = (byte)(light + (skin ? 60 : (40 * x / width)) + (pixel[0] >> 5));
                pixel[1] = (byte)(light + (skin ? 15 : 0) + (pixel[1] >> 5));
                pixel[2] = (byte)(light + (skin ? 0 : 50) + (pixel[2] >> 5));
                pixel[3] = 255;
            }
        }

        return rgba;
    }

    /// <summary>Numbers of 0 to 1, the same at each run.</summary>
    public static float[] Numbers(int length, int seed)
    {
        var random = new Random(seed);
        var numbers = new float[length];
        for (var i = 0; i < length; i++)
        {
            numbers[i] = random.NextSingle();
        }

        return numbers;
    }
}
