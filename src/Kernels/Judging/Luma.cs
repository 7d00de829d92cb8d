namespace Gpu.Kernels.Judging;

/// <summary>Luma as Pillow's mode L has it (BT.601, 16-bit weights), which perceptual hashes are defined on.</summary>
internal static class Luma
{
    public const int Red = 19595;
    public const int Green = 38470;
    public const int Blue = 7471;

    public static byte Of(int red, int green, int blue) => (byte)(((Red * red) + (Green * green) + (Blue * blue) + 0x8000) >> 16);
}
