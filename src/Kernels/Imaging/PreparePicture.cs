using Gpu.Kernels.Launching;
using Gpu.Kernels.Video;

namespace Gpu.Kernels.Imaging;

/// <summary>
/// Makes a decoded picture ready for frames: antialiased resize, source-over onto an opaque colour where it has alpha,
/// and conversion to I420 (BT.709, limited range, left-sited).
/// </summary>
public sealed class PreparePicture : IDeviceWork
{
    private readonly int _sourceWidth;
    private readonly int _sourceHeight;
    private readonly ReadOnlyMemory<byte> _rgba;
    private readonly int _width;
    private readonly int _height;
    private readonly ResizeFilter _filter;
    private readonly CropBox? _crop;
    private readonly int _background;
    private readonly Memory<byte> _target;
    private ResizePlan? _plan;

    /// <summary>Describes the work.</summary>
    /// <param name="sourceWidth">Pixels, 1 to 16,384.</param>
    /// <param name="sourceHeight">Pixels, 1 to 16,384.</param>
    /// <param name="rgba">Straight R'G'B'A, 8 bits each, rows top down without padding.</param>
    /// <param name="width">Pixels to make, even, 2 to 16,384.</param>
    /// <param name="height">Pixels to make, even, 2 to 16,384.</param>
    /// <param name="filter">How to resize.</param>
    /// <param name="background">What shows through transparent parts: 0xRRGGBB.</param>
    /// <param name="target">Takes the picture: <see cref="I420.Length"/> bytes.</param>
    /// <param name="crop">The part of the source to take, as Pillow's <c>box</c>; all of it unless given.</param>
    /// <exception cref="ArgumentException">A value is outside its range; the message names it.</exception>
    public PreparePicture(int sourceWidth, int sourceHeight, ReadOnlyMemory<byte> rgba, int width, int height, ResizeFilter filter, int background, Memory<byte> target, CropBox? crop = null)
    {
        PictureCheck.Size(sourceWidth, sourceHeight, nameof(sourceWidth), nameof(sourceHeight));
        PictureCheck.Size(width, height, nameof(width), nameof(height));
        PictureCheck.Length(rgba.Length, sourceWidth, sourceHeight, 4, nameof(rgba));
        PictureCheck.Filter(filter);
        crop?.Check(sourceWidth, sourceHeight, nameof(crop));
        I420.Check(width, height, target.Length);
        PictureCheck.Background(background);
        (_sourceWidth, _sourceHeight, _rgba) = (sourceWidth, sourceHeight, rgba);
        (_width, _height, _filter, _crop, _background, _target) = (width, height, filter, crop, background, target);
    }

    /// <inheritdoc/>
    public string Operation => "picture.prepare";

    /// <inheritdoc/>
    public string BatchKey => FormattableString.Invariant($"{_sourceWidth}x{_sourceHeight} {_width}x{_height} {_filter}{_crop}");

    /// <summary>Pixels of the source and of the picture made.</summary>
    public long Size => ((long)_sourceWidth * _sourceHeight) + ((long)_width * _height);

    /// <inheritdoc/>
    public void Execute(IDeviceScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var rgba = scope.Input(_rgba);
        var planes = scope.Output(_target);

        // An opaque picture takes the cheap way, to the same bits: there premultiplying and laying over change nothing,
        // and a resize that loses nothing is none.
        var opaque = Opacity.IsOpaque(_rgba.Span);
        if (opaque && ResizePlan.IsCopy(_sourceWidth, _sourceHeight, _width, _height, _crop))
        {
            scope.Accelerator.ConvertToI420(rgba, planes, _width, _height);
            return;
        }

        var plan = _plan ??= new ResizePlan(_sourceWidth, _sourceHeight, _width, _height, _filter, _crop);
        var shape = plan.Shape with { Alpha = opaque ? ResizeAlpha.Ignore : ResizeAlpha.Over, Background = _background };
        var resized = scope.Scratch<byte>(4L * _width * _height);
        plan.Run(scope, rgba, resized, shape);
        scope.Accelerator.ConvertToI420(resized, planes, _width, _height);
    }
}
