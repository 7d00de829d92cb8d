using Gpu.Kernels.Launching;

namespace Gpu.Kernels.Imaging.Grading;

/// <summary>
/// Tables between R'G'B' of 8 bits and light of 16, by sRGB's transfer function (IEC 61966-2-1: v/12.92 up to .04045, else
/// ((v + .055)/1.055)^2.4). A level of the darkest is 20 units of light: every level comes back as it was.
/// </summary>
internal static class LinearLight
{
    /// <summary>All light.</summary>
    public const int White = 65535;

    private static readonly Lazy<ResidentData<ushort>> Lights = new(() => new ResidentData<ushort>(Decode()));
    private static readonly Lazy<ResidentData<byte>> Levels = new(() => new ResidentData<byte>(Encode()));

    /// <summary>The light of each level.</summary>
    public static ResidentData<ushort> Light => Lights.Value;

    /// <summary>The level of each light.</summary>
    public static ResidentData<byte> Level => Levels.Value;

    private static ushort[] Decode()
    {
        var lights = new ushort[256];
        for (var i = 0; i < lights.Length; i++)
        {
            var v = i / 255.0;
            lights[i] = (ushort)Math.Round(White * (v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4)));
        }

        return lights;
    }

    private static byte[] Encode()
    {
        var levels = new byte[White + 1];
        for (var i = 0; i < levels.Length; i++)
        {
            var light = i / (double)White;
            levels[i] = (byte)Math.Round(255 * (light <= 0.0031308 ? 12.92 * light : (1.055 * Math.Pow(light, 1 / 2.4)) - 0.055));
        }

        return levels;
    }
}
