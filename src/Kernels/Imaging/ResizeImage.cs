using Gpu.Kernels.Launching;

namespace Gpu.Kernels.Imaging;

/// <summary>Antialiased resize of a straight-alpha picture, the bits those of Pillow's Image.resize on RGBA.</summary>
public sealed class ResizeImage : IDeviceWork
{
    private readonly int _sourceWidth;
    private readonly int _sourceHeight;
    private readonly ReadOnlyMemory<byte> _rgba;
    private readonly int _width;
    private readonly int _height;
    private readonly ResizeFilter _filter;
    private readonly CropBox? _crop;
    private readonly Memory<byte> _target;
    private ResizePlan? _plan;

    /// <summary>Describes the work.</summary>
    /// <param name="sourceWidth">Pixels, 1 to 16,384.</param>
    /// <param name="sourceHeight">Pixels, 1 to 16,384.</param>
    /// <param name="rgba">Straight R'G'B'A, 8 bits each, rows top down without padding.</param>
    /// <param name="width">Pixels to make, 1 to 16,384.</param>
    /// <param name="height">Pixels to make, 1 to 16,384.</param>
    /// <param name="filter">How to resize.</param>
    /// <param name="target">Takes the picture: 4 width height bytes.</param>
    /// <param name="crop">The part of the source to take, as Pillow's <c>box</c>; all of it unless given.</param>
    /// <exception cref="ArgumentException">A value is outside its range; the message names it.</exception>
    public ResizeImage(int sourceWidth, int sourceHeight, ReadOnlyMemory<byte> rgba, int width, int height, ResizeFilter filter, Memory<byte> target, CropBox? crop = null)
    {
        PictureCheck.Size(sourceWidth, sourceHeight, nameof(sourceWidth), nameof(sourceHeight));
        PictureCheck.Size(width, height, nameof(width), nameof(height));
        PictureCheck.Length(rgba.Length, sourceWidth, sourceHeight, 4, nameof(rgba));
        PictureCheck.Length(target.Length, width, height, 4, nameof(target));
        PictureCheck.Filter(filter);
        crop?.Check(sourceWidth, sourceHeight, nameof(crop));
        (_sourceWidth, _sourceHeight, _rgba) = (sourceWidth, sourceHeight, rgba);
        (_width, _height, _filter, _crop, _target) = (width, height, filter, crop, target);
    }

    /// <inheritdoc/>
    public string Operation => "picture.resize";

    /// <inheritdoc/>
    public string BatchKey => FormattableString.Invariant($"{_sourceWidth}x{_sourceHeight} {_width}x{_height} {_filter}{_crop}");

    /// <summary>Pixels of the source and of the picture made.</summary>
    public long Size => ((long)_sourceWidth * _sourceHeight) + ((long)_width * _height);

    /// <inheritdoc/>
    public void Execute(IDeviceScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var plan = _plan ??= new ResizePlan(_sourceWidth, _sourceHeight, _width, _height, _filter, _crop);

        // Opaque pictures give the same bits without alpha's arithmetic, and Pillow copies one that has its size already.
        var plain = ResizePlan.IsCopy(_sourceWidth, _sourceHeight, _width, _height, _crop) || Opacity.IsOpaque(_rgba.Span);
        plan.Run(scope, scope.Input(_rgba), scope.Output(_target), plan.Shape with { Alpha = plain ? ResizeAlpha.Ignore : ResizeAlpha.Straight });
    }
}
