namespace Gpu.Workflow.Pictures;

/// <summary>A decoded picture, upright (EXIF orientation applied), in sRGB.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Rgba">Straight R'G'B'A, 8 bits each, rows top down without padding.</param>
public sealed record Bitmap(int Width, int Height, ReadOnlyMemory<byte> Rgba);
