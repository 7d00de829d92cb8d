using Gpu.Kernels.Imaging;
using Gpu.Kernels.Launching;

namespace Gpu.Kernels.Judging;

/// <summary>
/// What each cell of 8 x 8 pixels is worth to a crop, as smartcrop.js 2.0.5 weights its maps of detail, skin and saturation:
/// .2 d + 1.8 sk (d + .01) + .1 sat (d + .2), without importance, which depends on the crop. Made for pictures with a short side of 256, as <see cref="JudgePictures"/> brings them
/// down. Integers: the same bits on every device. Alpha is ignored.
/// </summary>
public sealed class MapSaliency : IDeviceWork
{
    /// <summary>Pixels on a cell's side.</summary>
    public const int CellSide = SaliencyCells.Side;

    /// <summary>The number that stands for a worth of 1.</summary>
    public const int Unit = 100 * 255 * 255;

    private const int SmallestCells = 128;

    private readonly int _width;
    private readonly int _height;
    private readonly ReadOnlyMemory<byte> _rgba;
    private readonly Memory<int> _worth;
    private readonly int[] _shape;
    private readonly int[] _cells;

    /// <summary>Describes the work.</summary>
    /// <param name="width">Pixels, 8 to 16,384.</param>
    /// <param name="height">Pixels, 8 to 16,384.</param>
    /// <param name="rgba">Four bytes a pixel, rows top down without padding.</param>
    /// <param name="worth">Takes (width / 8) x (height / 8) numbers, row by row, in <see cref="Unit"/>; pixels beyond whole cells have none.</param>
    /// <exception cref="ArgumentException">A size or a length is out of range; the message names it.</exception>
    public MapSaliency(int width, int height, ReadOnlyMemory<byte> rgba, Memory<int> worth)
    {
        PictureCheck.Size(width, height, nameof(width), nameof(height));
        PictureCheck.Length(rgba.Length, width, height, 4, nameof(rgba));
        var cells = width / CellSide * (height / CellSide);
        if (cells == 0 || worth.Length != cells)
        {
            throw new ArgumentException($"{width}x{height} pixels are {cells} whole cells of {CellSide}x{CellSide}: give room for as many, and at least 1; there is room for {worth.Length}.", nameof(worth));
        }

        (_width, _height, _rgba, _worth) = (width, height, rgba, worth);
        (_shape, _cells) = ([0, width, height], [0, cells]);
    }

    /// <inheritdoc/>
    public string Operation => "picture.saliency";

    /// <inheritdoc/>
    public string BatchKey => FormattableString.Invariant($"picture.saliency:{_width}x{_height}");

    /// <summary>Pixels.</summary>
    public long Size => (long)_width * _height;

    /// <inheritdoc/>
    public void Execute(IDeviceScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        scope.Accelerator.RunRanges(
            new SaliencyCells(scope.Input(_rgba), scope.Input<int>(_shape), scope.Input<int>(_cells), scope.Output(_worth)), _worth.Length, SmallestCells);
    }
}
