using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Imaging;

/// <summary>
/// Box blurs of pictures of one size on a host's own accelerator: the mean of a square of 2 radius + 1 pixels, within 1 of
/// OpenCV's blur, with its default border, reflected about the edge pixel. On the CPU its cost does not depend on the
/// radius; three of them are nearly a Gaussian of variance radius (radius + 1).
/// </summary>
/// <remarks>Channels are alike: premultiply a picture with alpha. The planes of a 4:2:0 picture are pictures of one channel.</remarks>
/// <example><code>
/// using var blur = new BoxBlur(accelerator, 1920, 1080, radius: 12);
/// blur.Run(source.View, target.View);
/// accelerator.Synchronize();
/// </code></example>
public sealed class BoxBlur : IDisposable
{
    /// <summary>The largest radius: sums stay within 31 bits.</summary>
    public const int MaxRadius = 1000;

    private readonly Accelerator _accelerator;
    private readonly BlurShape _shape;
    private readonly MemoryBuffer1D<int, Stride1D.Dense>? _between;

    /// <summary>Takes what memory it needs from the accelerator: none on the CPU.</summary>
    /// <param name="accelerator">Where to run.</param>
    /// <param name="width">Pixels, 1 to 16,384.</param>
    /// <param name="height">Pixels, 1 to 16,384.</param>
    /// <param name="radius">Pixels on each side of the middle, 0 to <see cref="MaxRadius"/>.</param>
    /// <param name="channels">Bytes a pixel, 1 to 4.</param>
    /// <exception cref="ArgumentException">A value is outside its range; the message names it.</exception>
    public BoxBlur(Accelerator accelerator, int width, int height, int radius, int channels = 4)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        PictureCheck.Size(width, height, nameof(width), nameof(height));
        PictureCheck.Channels(channels);
        if (radius is < 0 or > MaxRadius)
        {
            throw new ArgumentOutOfRangeException(nameof(radius), radius, $"A box's radius is 0 to {MaxRadius}.");
        }

        _accelerator = accelerator;
        _shape = new(width, height, channels, radius);
        _between = accelerator.AcceleratorType == AcceleratorType.CPU ? null : accelerator.Allocate1D<int>((long)_shape.Values * height);
    }

    /// <summary>Blurs a picture on the accelerator's default stream, without waiting for its end.</summary>
    /// <param name="source">Rows top down without padding.</param>
    /// <param name="target">Takes the result, likewise; memory of its own.</param>
    /// <exception cref="ArgumentException">A length is not that of the picture, or the two overlap.</exception>
    public void Run(ArrayView<byte> source, ArrayView<byte> target)
    {
        PictureCheck.Length(source.Length, _shape.Width, _shape.Height, _shape.Channels, nameof(source));
        PictureCheck.Length(target.Length, _shape.Width, _shape.Height, _shape.Channels, nameof(target));
        ViewCheck.Apart(source, target, nameof(source), nameof(target));
        if (_between is null)
        {
            _accelerator.Run(new Box(source, target, _shape), _shape.Width, _shape.Height);
        }
        else
        {
            _accelerator.Run(new BoxColumns(source, _between.View, _shape), _shape.Width, _shape.Height);
            _accelerator.Run(new BoxLines(_between.View, target, _shape), _shape.Width, _shape.Height);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _between?.Dispose();
}
