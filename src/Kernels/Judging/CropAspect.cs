namespace Gpu.Kernels.Judging;

/// <summary>The shape of a crop: its width to its height, such as 16 and 9.</summary>
/// <param name="Width">Above 0.</param>
/// <param name="Height">Above 0.</param>
public readonly record struct CropAspect(double Width, double Height);
