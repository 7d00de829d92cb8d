namespace Gpu.Kernels.Judging;

/// <summary>A block of a picture.</summary>
/// <param name="Picture">The picture's number.</param>
/// <param name="Offset">Index of the picture's first pixel.</param>
/// <param name="Width">The picture's.</param>
/// <param name="Height">The picture's.</param>
/// <param name="Left">First column.</param>
/// <param name="Top">First row.</param>
/// <param name="Right">The column after the last.</param>
/// <param name="Bottom">The row after the last.</param>
internal readonly record struct BlockArea(int Picture, int Offset, int Width, int Height, int Left, int Top, int Right, int Bottom);
