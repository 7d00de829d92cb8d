namespace Gpu.Kernels.Judging;

/// <summary>A colour that stands for many of a picture's pixels: the mean of a cluster in Oklab.</summary>
/// <param name="Red">R', 0 to 255.</param>
/// <param name="Green">G', 0 to 255.</param>
/// <param name="Blue">B', 0 to 255.</param>
/// <param name="Share">The share of pixels, above 0 and up to 1.</param>
public readonly record struct DominantColour(byte Red, byte Green, byte Blue, double Share);
