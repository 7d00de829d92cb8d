using Gpu.Kernels.Imaging;
using Gpu.Kernels.Launching;

namespace Gpu.Kernels.Judging;

/// <summary>
/// The light and the colours of a picture at its own size: histograms of luma (BT.601, as Pillow's <c>convert("L")</c> rounds
/// it) and of colour, Hasler and Suesstrunk's colourfulness (SPIE 5007, 2003), and the dominant colours. Integers on the device: the same
/// result on every device. Alpha is ignored.
/// </summary>
public sealed class MeasureColours : IDeviceWork
{
    /// <summary>Pixels at most: more could pass what a counter of 32 bits holds.</summary>
    public const int MaxPixels = 1 << 24;

    // Work that one core does in the time that waking another takes.
    private const int SmallestParts = 4;

    private readonly int _width;
    private readonly int _height;
    private readonly ReadOnlyMemory<byte> _rgba;
    private readonly BlockLayout _layout;
    private readonly long[] _sums = new long[ColourBlocks.Measures];
    private readonly uint[] _luma = new uint[LumaBins.Count];
    private readonly uint[] _bins = new uint[ColourBins.Count];
    private readonly long[] _clusters;

    /// <summary>Describes the work.</summary>
    /// <param name="width">Pixels, 1 to 16,384.</param>
    /// <param name="height">Pixels, 1 to 16,384; <see cref="MaxPixels"/> at most in all.</param>
    /// <param name="rgba">Four bytes a pixel, rows top down without padding.</param>
    /// <param name="colours">How many dominant colours to look for, 1 to 8.</param>
    /// <exception cref="ArgumentException">A size, the length or the number of colours is out of range; the message names it.</exception>
    public MeasureColours(int width, int height, ReadOnlyMemory<byte> rgba, int colours = 5)
    {
        PictureCheck.Size(width, height, nameof(width), nameof(height));
        PictureCheck.Length(rgba.Length, width, height, 4, nameof(rgba));
        if ((long)width * height > MaxPixels)
        {
            throw new ArgumentException($"{width}x{height} pixels are more than {MaxPixels}: bring the picture down first.", nameof(width));
        }

        if (colours is < 1 or > 8)
        {
            throw new ArgumentOutOfRangeException(nameof(colours), colours, "Give 1 to 8 colours.");
        }

        (_width, _height, _rgba, _layout) = (width, height, rgba, new BlockLayout([(width, height)]));
        _clusters = new long[colours * DominantColours.ColourLength];
    }

    /// <inheritdoc/>
    public string Operation => "picture.colours";

    /// <inheritdoc/>
    public string BatchKey => FormattableString.Invariant($"picture.colours:{_width}x{_height}:{_clusters.Length}");

    /// <summary>Pixels.</summary>
    public long Size => (long)_width * _height;

    /// <summary>Pixels of each luma, 0 to 255, when the work has been executed.</summary>
    public ReadOnlyMemory<uint> Luma => _luma;

    /// <summary>Pixels of each of 8 x 8 x 8 cells of colour: at 64 (R >> 5) + 8 (G >> 5) + (B >> 5).</summary>
    public ReadOnlyMemory<uint> Colours
    {
        get
        {
            var cells = new uint[ColourBins.Cells];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = _bins[i * ColourBins.CellLength];
            }

            return cells;
        }
    }

    /// <summary>0 is gray, 33 moderately, 109 extremely colourful.</summary>
    public double Colourfulness => ColourBlocks.Colourfulness(_sums, Size);

    /// <summary>The dominant colours, that of most pixels first.</summary>
    public IReadOnlyList<DominantColour> Dominant => JudgeOutputs.Palette(_clusters);

    /// <inheritdoc/>
    public void Execute(IDeviceScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var rgba = scope.Input(_rgba);
        var luma = scope.Scratch<byte>(_layout.Pixels);
        scope.Accelerator.RunRanges(new LumaPixels(rgba, luma), _layout.Pixels, LumaPixels.SmallestRange);
        _layout.Sum<ColourBlocks>(scope, rgba, scope.Output<long>(_sums));
        var parts = scope.Scratch<uint>((long)ColourBins.Count * _layout.Parts);
        _layout.Count(scope, new LumaBins(luma, parts), parts, scope.Output<uint>(_luma), SmallestParts);
        var bins = scope.Output<uint>(_bins);
        _layout.Count(scope, new ColourBins(rgba, parts), parts, bins, SmallestParts);
        var count = _clusters.Length / DominantColours.ColourLength;
        scope.Accelerator.Run(
            new DominantColours(bins, scope.Input<int>(Oklab.Table), count, scope.Scratch<int>(DominantColours.WorkLength(count)), scope.Output<long>(_clusters)), 1);
    }
}
