using Gpu.Kernels.Video.Finishing;
using Gpu.Kernels.Video.Transitions;
using ILGPU;

namespace Gpu.Kernels.Video;

/// <summary>What a <see cref="StyledFrame"/> has beside its pictures and overlays.</summary>
internal readonly struct FrameStyle
{
    /// <summary>The layers' shares.</summary>
    public BlendField Field { get; init; }

    /// <summary>A mosaic.</summary>
    public PixelBlocks Blocks { get; init; }

    /// <summary>Colours and dither.</summary>
    public FrameFinish Finish { get; init; }

    /// <summary>The order of the result.</summary>
    public FrameLayout Layout { get; init; }
}

/// <summary>The overlays of a <see cref="StyledFrame"/>, the last on top.</summary>
/// <param name="Atlas">Their planes; at least one byte.</param>
/// <param name="Placed">Where they lie; at least one element.</param>
/// <param name="Motions">How far from there; at least one element.</param>
/// <param name="Count">How many there are.</param>
internal readonly record struct StyledOverlays(ArrayView<byte> Atlas, ArrayView<PlacedOverlay> Placed, ArrayView<OverlayMotion> Motions, int Count);
