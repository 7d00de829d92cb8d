using Gpu.Kernels.Imaging;
using Gpu.Kernels.Launching;

namespace Gpu.Kernels.Judging;

/// <summary>
/// The sharpness of a gray picture: the variance of its Laplacian [0 1 0; 1 -4 1; 0 1 0] with the border reflected
/// (REFLECT_101), as OpenCV's <c>Laplacian(gray, CV_64F).var()</c> has it (Pech-Pacheco et al., ICPR 2000). Summed in
/// integers: the same bits on every device. Comparable between pictures of one size only.
/// </summary>
public sealed class MeasureSharpness : IDeviceWork
{
    private readonly int _width;
    private readonly int _height;
    private readonly ReadOnlyMemory<byte> _gray;
    private readonly BlockLayout _layout;
    private readonly long[] _sums = new long[LaplacianBlocks.Measures];

    /// <summary>Describes the work.</summary>
    /// <param name="width">Pixels, 1 to 16,384.</param>
    /// <param name="height">Pixels, 1 to 16,384.</param>
    /// <param name="gray">A byte a pixel, rows top down without padding.</param>
    /// <exception cref="ArgumentException">A size or the length is out of range; the message names it.</exception>
    public MeasureSharpness(int width, int height, ReadOnlyMemory<byte> gray)
    {
        PictureCheck.Size(width, height, nameof(width), nameof(height));
        PictureCheck.Length(gray.Length, width, height, 1, nameof(gray));
        (_width, _height, _gray, _layout) = (width, height, gray, new BlockLayout([(width, height)]));
    }

    /// <inheritdoc/>
    public string Operation => "picture.sharpness";

    /// <inheritdoc/>
    public string BatchKey => FormattableString.Invariant($"{_width}x{_height}");

    /// <summary>Pixels.</summary>
    public long Size => (long)_width * _height;

    /// <summary>The variance, when the work has been executed: 0 for flat pictures.</summary>
    public double Variance => Moments.Variance(_sums[0], _sums[1], Size);

    /// <inheritdoc/>
    public void Execute(IDeviceScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        _layout.Sum<LaplacianBlocks>(scope, scope.Input(_gray), scope.Output<long>(_sums));
    }
}
