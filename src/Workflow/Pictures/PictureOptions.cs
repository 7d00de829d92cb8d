using Gpu.Runtime;

namespace Gpu.Workflow.Pictures;

/// <summary>How pictures are decoded. Pictures are untrusted: their size is checked before any pixel is decoded.</summary>
public sealed record PictureOptions
{
    /// <summary>The most pixels of an encoded picture.</summary>
    /// <value>64 megapixels. From 1 to 512 megapixels.</value>
    public long MaxPixels { get; init; } = 64_000_000;

    /// <summary>JPEGs whose longer side is at least twice this are decoded at a half, a quarter or an eighth, never below it.</summary>
    /// <value>3,840. From 256 to 65,535.</value>
    public int EnoughSide { get; init; } = 3_840;

    /// <summary>How many bytes of decoded pictures are remembered after their use.</summary>
    /// <value>128 MiB. From 0 to 16 GiB.</value>
    public long CacheBytes { get; init; } = 128L << 20;

    /// <summary>Checks every setting.</summary>
    /// <exception cref="ConfigurationError">A setting is out of its bounds; the message names it, its value and the bounds.</exception>
    public void Validate()
    {
        Check(nameof(MaxPixels), MaxPixels, 1_000_000, 512_000_000);
        Check(nameof(EnoughSide), EnoughSide, 256, 65_535);
        Check(nameof(CacheBytes), CacheBytes, 0, 16L << 30);
    }

    private static void Check(string name, long value, long least, long most)
    {
        if (value < least || value > most)
        {
            throw new ConfigurationError($"{nameof(PictureOptions)}.{name} is {value}; give a value from {least} to {most}.");
        }
    }
}
