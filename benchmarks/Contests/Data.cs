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
