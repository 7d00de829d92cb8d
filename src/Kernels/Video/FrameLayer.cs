namespace Gpu.Kernels.Video;

/// <summary>A picture and the part of it that fills the frame.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="Box">The part, in pixels of the picture.</param>
public readonly record struct FrameLayer(FramePicture Picture, SampleBox Box);
