namespace Gpu.Workflow.Pictures;

/// <summary>A size in pixels.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public readonly record struct PictureSize(int Width, int Height);
