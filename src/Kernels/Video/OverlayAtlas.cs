using System.Runtime.CompilerServices;
using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Video;

/// <summary>
/// Brings a frame's overlays under one view, as a kernel takes a fixed number of views and a frame any number of overlays.
/// One overlay is its own atlas. More are copied together on the device; on the CPU accelerator, where all memory is one
/// address space and the host's body reads through pointers, nothing is copied: offsets lead from the first to the others.
/// </summary>
internal static class OverlayAtlas
{
    /// <summary>Fills <paramref name="placed"/>.</summary>
    /// <param name="scope">The device.</param>
    /// <param name="overlays">What shows at all: none is transparent. At least one.</param>
    /// <param name="placed">As many.</param>
    /// <returns>The atlas.</returns>
    public static ArrayView<byte> Gather(IDeviceScope scope, ReadOnlySpan<FrameOverlay> overlays, Span<PlacedOverlay> placed)
    {
        var first = scope.Resident(overlays[0].Picture.Planes);
        placed[0] = Place(overlays[0], 0);
        if (overlays.Length == 1)
        {
            return first;
        }

        if (scope.Accelerator.AcceleratorType == AcceleratorType.CPU)
        {
            for (var i = 1; i < overlays.Length; i++)
            {
                var planes = scope.Resident(overlays[i].Picture.Planes);
                placed[i] = Place(overlays[i], Unsafe.ByteOffset(ref first[0], ref planes[0]));
            }

            return first;
        }

        long length = 0;
        foreach (var overlay in overlays)
        {
            length += overlay.Picture.Planes.Host.Length;
        }

        var atlas = scope.Scratch<byte>(length);
        long offset = 0;
        for (var i = 0; i < overlays.Length; i++)
        {
            var planes = i == 0 ? first : scope.Resident(overlays[i].Picture.Planes);
            planes.CopyTo(scope.Accelerator.DefaultStream, atlas.SubView(offset, planes.Length));
            placed[i] = Place(overlays[i], offset);
            offset += planes.Length;
        }

        return atlas;
    }

    /// <summary>How far an overlay lies from the even place that <see cref="Gather"/> gives it.</summary>
    public static OverlayMotion Motion(in FrameOverlay overlay) => new(overlay.MoveX - Even(overlay.MoveX), overlay.MoveY - Even(overlay.MoveY));

    private static PlacedOverlay Place(in FrameOverlay overlay, long offset)
    {
        var cut = overlay.Picture.Cut;
        int left = overlay.X + Even(overlay.MoveX) + cut.Left, top = overlay.Y + Even(overlay.MoveY) + cut.Top;
        return new PlacedOverlay(offset, left, top, cut.Width, cut.Height, FrameArithmetic.Fraction(overlay.Opacity));
    }

    private static int Even(double move) => 2 * (int)Math.Floor(move / 2);
}
