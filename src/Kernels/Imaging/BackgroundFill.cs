using Gpu.Kernels.Launching;
using Gpu.Kernels.Video;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Imaging;

/// <summary>
/// The ground for a picture that does not fill its frame: the picture itself scaled to cover the frame about its centre,
/// blurred, darker if wanted, as I420 (BT.709, limited range, left-sited). A wide blur keeps nothing that a small picture
/// cannot hold, so it is made of one: resized down, a Gaussian there for what the resize leaves, and up again (bicubic).
/// The cost hardly depends on sigma, and the result is within a few levels of the blur of the whole, less than one on average.
/// </summary>
public sealed class BackgroundFill : IDeviceWork
{
    // Sigma in pixels of the small picture: above this nothing shows of how it was made.
    private const double SmallSigma = 2.5;

    // The variance, in pixels of the small picture, of the triangle with which it is made.
    private const double TriangleVariance = 1 / 6.0;

    private readonly int _sourceWidth;
    private readonly int _sourceHeight;
    private readonly ReadOnlyMemory<byte> _rgba;
    private readonly int _width;
    private readonly int _height;
    private readonly double _sigma;
    private readonly double _brightness;
    private readonly int _background;
    private readonly Memory<byte> _target;
    private Tables? _tables;

    /// <summary>Describes the work.</summary>
    /// <param name="sourceWidth">Pixels, 1 to 16,384.</param>
    /// <param name="sourceHeight">Pixels, 1 to 16,384.</param>
    /// <param name="rgba">Straight R'G'B'A, 8 bits each, rows top down without padding.</param>
    /// <param name="width">Pixels of the frame, even, 2 to 16,384.</param>
    /// <param name="height">Pixels of the frame, even, 2 to 16,384.</param>
    /// <param name="sigma">The blur's standard deviation in pixels of the frame, 1 to <see cref="GaussianBlur.MaxSigma"/>; 40 suits 1080p.</param>
    /// <param name="brightness">What R'G'B' are multiplied by, 0 to 1.</param>
    /// <param name="background">What shows through transparent parts: 0xRRGGBB.</param>
    /// <param name="target">Takes the ground: <see cref="I420.Length"/> bytes.</param>
    /// <exception cref="ArgumentException">A value is outside its range; the message names it.</exception>
    public BackgroundFill(int sourceWidth, int sourceHeight, ReadOnlyMemory<byte> rgba, int width, int height, double sigma, double brightness, int background, Memory<byte> target)
    {
        PictureCheck.Size(sourceWidth, sourceHeight, nameof(sourceWidth), nameof(sourceHeight));
        PictureCheck.Size(width, height, nameof(width), nameof(height));
        PictureCheck.Length(rgba.Length, sourceWidth, sourceHeight, 4, nameof(rgba));
        I420.Check(width, height, target.Length);
        PictureCheck.Background(background);
        if (!(sigma is >= 1 and <= GaussianBlur.MaxSigma))
        {
            throw new ArgumentOutOfRangeException(nameof(sigma), sigma, $"A background's sigma is 1 to {GaussianBlur.MaxSigma}.");
        }

        if (!(brightness is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(brightness), brightness, "A background's brightness is from 0 to 1.");
        }

        (_sourceWidth, _sourceHeight, _rgba, _width, _height) = (sourceWidth, sourceHeight, rgba, width, height);
        (_sigma, _brightness, _background, _target) = (sigma, brightness, background, target);
    }

    /// <inheritdoc/>
    public string Operation => "picture.background";

    /// <inheritdoc/>
    public string BatchKey => FormattableString.Invariant($"{_sourceWidth}x{_sourceHeight} {_width}x{_height} {_sigma}");

    /// <summary>Pixels of the source and of the frame.</summary>
    public long Size => ((long)_sourceWidth * _sourceHeight) + ((long)_width * _height);

    /// <inheritdoc/>
    public void Execute(IDeviceScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var tables = _tables ??= MakeTables();
        var (down, blur, up) = (tables.Down, tables.Blur, tables.Up);
        var pixels = 4L * blur.Width * blur.Height;
        ArrayView<byte> small = scope.Scratch<byte>(pixels), blurred = scope.Scratch<byte>(pixels), full = scope.Scratch<byte>(4L * _width * _height);
        down.Run(scope, scope.Input(_rgba), small, down.Shape with { Alpha = Opacity.IsOpaque(_rgba.Span) ? ResizeAlpha.Ignore : ResizeAlpha.Over, Background = _background });
        var between = scope.Accelerator.AcceleratorType == AcceleratorType.CPU ? default : scope.Scratch<ushort>((long)blur.Values * blur.Height);
        BlurLaunch.Run(scope.Accelerator, small, blurred, scope.Input<int>(tables.Across), scope.Input<int>(tables.Darkened), between, blur);
        up.Run(scope, blurred, full, up.Shape);
        scope.Accelerator.ConvertToI420(full, scope.Output(_target), _width, _height);
    }

    private Tables MakeTables()
    {
        var factor = Math.Max(1, _sigma / SmallSigma);
        int width = Math.Max(1, (int)Math.Round(_width / factor)), height = Math.Max(1, (int)Math.Round(_height / factor));
        var variance = _sigma / factor * (_sigma / factor);
        var sigma = Math.Sqrt(factor > 1 ? variance - TriangleVariance : variance);
        return new Tables(
            new ResizePlan(_sourceWidth, _sourceHeight, width, height, ResizeFilter.Triangle, CropBox.Cover(_sourceWidth, _sourceHeight, _width, _height)),
            new BlurShape(width, height, 4, GaussianWeights.Radius(sigma), factor > 1 ? 1 : 0),
            GaussianWeights.Create(sigma),
            GaussianWeights.Create(sigma, _brightness),
            new ResizePlan(width, height, _width, _height, ResizeFilter.Bicubic));
    }

    // Made at the first execution, which may be the only one.
    private sealed record Tables(ResizePlan Down, BlurShape Blur, int[] Across, int[] Darkened, ResizePlan Up);
}
