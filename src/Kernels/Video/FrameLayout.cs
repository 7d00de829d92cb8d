namespace Gpu.Kernels.Video;

/// <summary>The order of a 4:2:0 frame's samples. Both take <see cref="I420.Length"/> bytes.</summary>
public enum FrameLayout
{
    /// <summary>Y, then Cb, then Cr.</summary>
    I420,

    /// <summary>Y, then Cb and Cr in turns: what hardware encoders take.</summary>
    Nv12,
}
