using Gpu.Kernels.Launching;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Imaging;

/// <summary>
/// Gaussian blurs of pictures of one size on a host's own accelerator, within 1 of OpenCV's GaussianBlur in floats (its own
/// of 8 bits is up to 3 off that): its window for 8 bits, three sigmas to either side, and its default border, reflected
/// about the edge pixel. It takes time in proportion to sigma; for the ground behind a picture, where sigma is large,
/// <see cref="BackgroundFill"/> is the cheap way.
/// </summary>
/// <remarks>Channels are alike: premultiply a picture with alpha. The planes of a 4:2:0 picture are pictures of one channel.</remarks>
/// <example><code>
/// using var blur = new GaussianBlur(accelerator, 1920, 1080, sigma: 4);
/// blur.Run(source.View, target.View);
/// accelerator.Synchronize();
/// </code></example>
public sealed class GaussianBlur : IDisposable
{
    /// <summary>The largest sigma.</summary>
    public const double MaxSigma = 500;

    private readonly Accelerator _accelerator;
    private readonly BlurShape _shape;
    private readonly MemoryBuffer1D<int, Stride1D.Dense> _weights;
    private readonly MemoryBuffer1D<ushort, Stride1D.Dense>? _between;

    /// <summary>Computes weights and takes them to the accelerator.</summary>
    /// <param name="accelerator">Where to run.</param>
    /// <param name="width">Pixels, 1 to 16,384.</param>
    /// <param name="height">Pixels, 1 to 16,384.</param>
    /// <param name="sigma">The standard deviation in pixels, over 0, to <see cref="MaxSigma"/>.</param>
    /// <param name="channels">Bytes a pixel, 1 to 4.</param>
    /// <exception cref="ArgumentException">A value is outside its range; the message names it.</exception>
    public GaussianBlur(Accelerator accelerator, int width, int height, double sigma, int channels = 4)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        PictureCheck.Size(width, height, nameof(width), nameof(height));
        PictureCheck.Channels(channels);
        if (!(sigma is > 0 and <= MaxSigma))
        {
            throw new ArgumentOutOfRangeException(nameof(sigma), sigma, $"A blur's sigma is over 0 and at most {MaxSigma}.");
        }

        _accelerator = accelerator;
        _shape = new(width, height, channels, GaussianWeights.Radius(sigma));
        _weights = accelerator.Allocate1D(GaussianWeights.Create(sigma));
        _between = accelerator.AcceleratorType == AcceleratorType.CPU ? null : accelerator.Allocate1D<ushort>((long)_shape.Values * height);
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
        BlurLaunch.Run(_accelerator, source, target, _weights.View, _weights.View, _between is null ? default : _between.View, _shape);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _weights.Dispose();
        _between?.Dispose();
    }
}
