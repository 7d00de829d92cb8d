using Gpu.Kernels.Launching;
using Gpu.Kernels.Video;

namespace Gpu.Kernels.Imaging;

/// <summary>Conversion of a picture, its alpha ignored, to I420 (BT.709, limited range, left-sited).</summary>
public sealed class ConvertToI420 : IDeviceWork
{
    private readonly int _width;
    private readonly int _height;
    private readonly ReadOnlyMemory<byte> _rgba;
    private readonly Memory<byte> _target;

    /// <summary>Describes the work.</summary>
    /// <param name="width">Pixels, even, 2 to 16,384.</param>
    /// <param name="height">Pixels, even, 2 to 16,384.</param>
    /// <param name="rgba">R'G'B'A, 8 bits each, rows top down without padding.</param>
    /// <param name="target">Takes the picture: <see cref="I420.Length"/> bytes.</param>
    /// <exception cref="ArgumentException">A value is outside its range; the message names it.</exception>
    public ConvertToI420(int width, int height, ReadOnlyMemory<byte> rgba, Memory<byte> target)
    {
        PictureCheck.Size(width, height, nameof(width), nameof(height));
        PictureCheck.Length(rgba.Length, width, height, 4, nameof(rgba));
        I420.Check(width, height, target.Length);
        (_width, _height, _rgba, _target) = (width, height, rgba, target);
    }

    /// <inheritdoc/>
    public string Operation => "picture.i420";

    /// <inheritdoc/>
    public string BatchKey => FormattableString.Invariant($"{_width}x{_height}");

    /// <summary>Pixels.</summary>
    public long Size => (long)_width * _height;

    /// <inheritdoc/>
    public void Execute(IDeviceScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        scope.Accelerator.ConvertToI420(scope.Input(_rgba), scope.Output(_target), _width, _height);
    }
}
