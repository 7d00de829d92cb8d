namespace Gpu.Kernels.Judging;

/// <summary>A picture to judge.</summary>
/// <param name="Width">Pixels, 1 to 16,384.</param>
/// <param name="Height">Pixels, 1 to 16,384.</param>
/// <param name="Rgba">Straight R'G'B'A, 8 bits each, rows top down without padding.</param>
public sealed record RgbaPicture(int Width, int Height, ReadOnlyMemory<byte> Rgba);
