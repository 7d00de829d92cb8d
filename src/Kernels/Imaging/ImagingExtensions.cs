using Gpu.Kernels.Launching;
using Gpu.Kernels.Video;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Imaging;

/// <summary>
/// Imaging operations on views of a host's own accelerator. They are launched on its default stream and not waited for.
/// Pictures are rows top down without padding, 8 bits a channel. Sizes and lengths are checked before the launch.
/// </summary>
public static class ImagingExtensions
{
    /// <summary>
    /// Converts R'G'B'A, its alpha ignored, to planar 4:2:0 Y'CbCr: BT.709, limited range, chroma left-sited and filtered
    /// ([1 2 1]/4 across, [1 3 3 1]/8 down, edges repeated, before rounding).
    /// </summary>
    /// <param name="accelerator">Where to run.</param>
    /// <param name="rgba">4 width height bytes.</param>
    /// <param name="planes">Takes Y, then Cb, then Cr: <see cref="I420.Length"/> bytes.</param>
    /// <param name="width">Pixels, even.</param>
    /// <param name="height">Pixels, even.</param>
    /// <exception cref="ArgumentException">A size is odd or a length wrong; the message names it.</exception>
    public static void ConvertToI420(this Accelerator accelerator, ArrayView<byte> rgba, ArrayView<byte> planes, int width, int height) =>
        accelerator.ConvertToPlanes(rgba, planes, width, height, PlaneFormat.Video);

    /// <summary>
    /// Converts R'G'B'A, its alpha ignored, to 4:2:0 Y'CbCr (ITU-R BT.601 or BT.709), chroma left-sited and filtered
    /// ([1 2 1]/4 across, [1 3 3 1]/8 down, edges repeated, before rounding): what zscale's bilinear filter gives.
    /// </summary>
    /// <param name="accelerator">Where to run.</param>
    /// <param name="rgba">4 width height bytes.</param>
    /// <param name="planes">Takes the planes: <see cref="I420.Length"/> bytes in either layout. Not the same memory.</param>
    /// <param name="width">Pixels, even.</param>
    /// <param name="height">Pixels, even.</param>
    /// <param name="format">What to make.</param>
    /// <exception cref="ArgumentException">A size is odd, a length wrong, or the format unknown; the message names it.</exception>
    public static void ConvertToPlanes(this Accelerator accelerator, ArrayView<byte> rgba, ArrayView<byte> planes, int width, int height, PlaneFormat format)
    {
        PictureCheck.Planes(rgba, planes, width, height, format);
        accelerator.Run(new RgbaToPlanes(rgba, planes, PlaneShape.Of(width, height, format.Layout), new YuvFromRgb(format)), width / 2, height / 2);
    }

    /// <summary>
    /// Converts 4:2:0 Y'CbCr (ITU-R BT.601 or BT.709) to opaque R'G'B'A; left-sited chroma is upsampled bilinearly before
    /// rounding, edges repeated: within 1 of zscale's bilinear filter.
    /// </summary>
    /// <param name="accelerator">Where to run.</param>
    /// <param name="planes"><see cref="I420.Length"/> bytes in either layout.</param>
    /// <param name="rgba">Takes the picture: 4 width height bytes. Not the same memory.</param>
    /// <param name="width">Pixels, even.</param>
    /// <param name="height">Pixels, even.</param>
    /// <param name="format">What the planes are.</param>
    /// <exception cref="ArgumentException">A size is odd, a length wrong, or the format unknown; the message names it.</exception>
    public static void ConvertToRgba(this Accelerator accelerator, ArrayView<byte> planes, ArrayView<byte> rgba, int width, int height, PlaneFormat format)
    {
        PictureCheck.Planes(rgba, planes, width, height, format);
        accelerator.Run(new PlanesToRgba(planes, rgba, PlaneShape.Of(width, height, format.Layout), new RgbFromYuv(format)), width / 2, height / 2);
    }

    /// <summary>Crossfades two R'G'B'A pictures, alpha included: within 1 of trunc(from (1 - mix) + to mix).</summary>
    /// <param name="accelerator">Where to run.</param>
    /// <param name="from">The picture that goes: 4 width height bytes.</param>
    /// <param name="to">The picture that comes: as many.</param>
    /// <param name="target">Takes the mixture: as many. It may be one of the two.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="mix">0 gives <paramref name="from"/> itself, 1 <paramref name="to"/>.</param>
    /// <exception cref="ArgumentException">A size, a length or the mix is out of range; the message names it.</exception>
    public static void Crossfade(this Accelerator accelerator, ArrayView<byte> from, ArrayView<byte> to, ArrayView<byte> target, int width, int height, double mix)
    {
        PictureCheck.Size(width, height, nameof(width), nameof(height));
        PictureCheck.Length(from.Length, width, height, 4, nameof(from));
        PictureCheck.Length(to.Length, width, height, 4, nameof(to));
        PictureCheck.Length(target.Length, width, height, 4, nameof(target));
        if (!(mix is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(mix), mix, "A crossfade's mix is from 0 to 1.");
        }

        var weight = Math.Min(Imaging.Crossfade.Whole, (int)((mix * (Imaging.Crossfade.Whole + 1)) + 0.5));
        PictureCheck.SameOrApart(from, target, nameof(from), nameof(target));
        PictureCheck.SameOrApart(to, target, nameof(to), nameof(target));
        accelerator.Run(new Crossfade(from, to, target, width, weight), width, height);
    }

    /// <summary>Lays a straight-alpha R'G'B'A picture over an opaque one: round(((255 - a) D + a S) / 255), opaque again.</summary>
    /// <param name="accelerator">Where to run.</param>
    /// <param name="source">What lies on top: 4 width height bytes.</param>
    /// <param name="ground">What it lies on, its alpha taken as 255: as many.</param>
    /// <param name="target">Takes the result: as many. It may be the ground.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <exception cref="ArgumentException">A size or a length is out of range; the message names it.</exception>
    public static void CompositeOver(this Accelerator accelerator, ArrayView<byte> source, ArrayView<byte> ground, ArrayView<byte> target, int width, int height)
    {
        PictureCheck.Size(width, height, nameof(width), nameof(height));
        PictureCheck.Length(source.Length, width, height, 4, nameof(source));
        PictureCheck.Length(ground.Length, width, height, 4, nameof(ground));
        PictureCheck.Length(target.Length, width, height, 4, nameof(target));
        PictureCheck.SameOrApart(source, target, nameof(source), nameof(target));
        PictureCheck.SameOrApart(ground, target, nameof(ground), nameof(target));
        accelerator.Run(new CompositeOver(source, ground, target, width), width, height);
    }
}
