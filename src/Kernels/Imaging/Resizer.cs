using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Imaging;

/// <summary>
/// Antialiased resizes of one size to another on a host's own accelerator, the bits those of Pillow's Image.resize. Its
/// weights stay on the accelerator; use it for any number of pictures, on one thread at a time.
/// </summary>
/// <example><code>
/// using var resizer = new Resizer(accelerator, 2500, 1667, 1920, 1080, ResizeFilter.Lanczos);
/// resizer.Run(source.View, target.View);
/// accelerator.Synchronize();
/// </code></example>
public sealed class Resizer : IDisposable
{
    private readonly Accelerator _accelerator;
    private readonly ResizeShape _shape;
    private readonly (int First, int End) _rows;
    private readonly MemoryBuffer1D<int, Stride1D.Dense> _across;
    private readonly MemoryBuffer1D<int, Stride1D.Dense> _down;
    private readonly MemoryBuffer1D<uint, Stride1D.Dense>? _between;

    /// <summary>Computes weights and takes them to the accelerator.</summary>
    /// <param name="accelerator">Where to run.</param>
    /// <param name="sourceWidth">Pixels, 1 to 16,384.</param>
    /// <param name="sourceHeight">Pixels, 1 to 16,384.</param>
    /// <param name="width">Pixels to make, 1 to 16,384.</param>
    /// <param name="height">Pixels to make, 1 to 16,384.</param>
    /// <param name="filter">How to resize.</param>
    /// <param name="channels">Bytes a pixel: 3 for RGB, 4 for RGBA.</param>
    /// <param name="opaque">With four channels: the fourth is a channel like the others. Else alpha is straight, and
    /// colours are premultiplied while they are resized.</param>
    /// <param name="crop">The part of the source to take, as Pillow's <c>box</c>; all of it unless given.</param>
    /// <exception cref="ArgumentException">A value is outside its range; the message names it.</exception>
    public Resizer(Accelerator accelerator, int sourceWidth, int sourceHeight, int width, int height, ResizeFilter filter, int channels = 4, bool opaque = false, CropBox? crop = null)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        PictureCheck.Size(sourceWidth, sourceHeight, nameof(sourceWidth), nameof(sourceHeight));
        PictureCheck.Size(width, height, nameof(width), nameof(height));
        PictureCheck.Filter(filter);
        if (channels is not (3 or 4))
        {
            throw new ArgumentOutOfRangeException(nameof(channels), channels, "A picture has 3 or 4 bytes a pixel.");
        }

        crop?.Check(sourceWidth, sourceHeight, nameof(crop));
        var plan = new ResizePlan(sourceWidth, sourceHeight, width, height, filter, crop);

        // Pillow copies a picture that has its size already, and so keeps the colours of transparent pixels.
        var straight = channels == 4 && !opaque && !ResizePlan.IsCopy(sourceWidth, sourceHeight, width, height, crop);
        _accelerator = accelerator;
        _rows = plan.SourceRows;
        _shape = plan.Shape with { Channels = channels, Alpha = straight ? ResizeAlpha.Straight : ResizeAlpha.Ignore };
        _across = accelerator.Allocate1D(plan.Across);
        _down = accelerator.Allocate1D(plan.Down);
        var between = ResizePlan.BetweenLength(accelerator, _shape);
        _between = between == 0 ? null : accelerator.Allocate1D<uint>(between);
    }

    /// <summary>Resizes a picture on the accelerator's default stream, without waiting for its end.</summary>
    /// <param name="source">Rows top down without padding.</param>
    /// <param name="target">Takes the result, likewise.</param>
    /// <exception cref="ArgumentException">A length is not that of the picture, or the two overlap.</exception>
    public void Run(ArrayView<byte> source, ArrayView<byte> target)
    {
        PictureCheck.Length(source.Length, _shape.SourceWidth, _shape.SourceHeight, _shape.Channels, nameof(source));
        PictureCheck.Length(target.Length, _shape.Width, _shape.Height, _shape.Channels, nameof(target));
        ViewCheck.Apart(source, target, nameof(source), nameof(target));
        ResizePlan.Run(_accelerator, source, target, _across.View, _down.View, _between is null ? default : _between.View, _shape, _rows);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _across.Dispose();
        _down.Dispose();
        _between?.Dispose();
    }
}
