namespace Gpu.Kernels.Video.Host;

/// <summary>The planes of a frame that overlays cover.</summary>
internal enum OverlayPlane
{
    /// <summary>Luma.</summary>
    Luma,

    /// <summary>Blue-difference chroma.</summary>
    Cb,

    /// <summary>Red-difference chroma.</summary>
    Cr,
}
