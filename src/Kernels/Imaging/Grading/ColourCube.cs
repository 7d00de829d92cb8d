using Gpu.Kernels.Launching;

namespace Gpu.Kernels.Imaging.Grading;

/// <summary>
/// A table of colours by red, green and blue (a 3D LUT), such as colourists hand over as <c>.cube</c> files (Adobe's Cube
/// LUT Specification 1.0). Between its colours lie others by tetrahedra, as in ffmpeg's <c>lut3d=interp=tetrahedral</c>:
/// grey stays on the line between greys. Resident on the devices that use it.
/// </summary>
public sealed class ColourCube : IDisposable
{
    /// <summary>The largest table: 65 colours a side.</summary>
    public const int MaxSize = 65;

    /// <summary>Before the colours: for each level of red, of green and of blue its place in the table and the rest.</summary>
    internal const int Axes = 3 * 256;

    /// <summary>Makes a cube.</summary>
    /// <param name="size">Colours a side, 2 to <see cref="MaxSize"/>.</param>
    /// <param name="colours">Red, green and blue of each, 0 to 1 and held there; red changes fastest, then green.</param>
    /// <exception cref="ArgumentException">The size is out of range, the colours are not size³ triples, or one is not finite.</exception>
    public ColourCube(int size, ReadOnlySpan<float> colours)
        : this(size, colours, [0, 0, 0], [1, 1, 1])
    {
    }

    internal ColourCube(int size, ReadOnlySpan<float> colours, ReadOnlySpan<float> least, ReadOnlySpan<float> most)
    {
        if (size is < 2 or > MaxSize)
        {
            throw new ArgumentOutOfRangeException(nameof(size), size, $"A cube has 2 to {MaxSize} colours a side.");
        }

        if (colours.Length != 3 * size * size * size)
        {
            throw new ArgumentException($"A cube of {size} a side has {3 * size * size * size} numbers; these are {colours.Length}.", nameof(colours));
        }

        Size = size;
        var table = new long[Axes + (size * size * size)];
        for (var i = 0; i < Axes; i++)
        {
            var channel = i / 256;
            var place = Math.Clamp((((i % 256) / 255.0) - least[channel]) / ((double)most[channel] - least[channel]), 0, 1) * (size - 1);
            var index = Math.Min((int)place, size - 2);
            table[i] = (index << 8) | (int)Math.Round((place - index) * 255);
        }

        for (var i = 0; i < size * size * size; i++)
        {
            table[Axes + i] = Entry(colours, 3 * i) | (Entry(colours, (3 * i) + 1) << 16) | (Entry(colours, (3 * i) + 2) << 32);
        }

        Table = new ResidentData<long>(table);
    }

    /// <summary>Colours a side.</summary>
    public int Size { get; }

    /// <summary>The axes' places, then the colours: three numbers of 16 bits around 0.</summary>
    internal ResidentData<long> Table { get; }

    /// <summary>Reads a <c>.cube</c> file's text.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">It is not a cube that is understood here; the message names the line.</exception>
    public static ColourCube Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return CubeFile.Parse(text);
    }

    /// <inheritdoc/>
    public void Dispose() => Table.Dispose();

    private static long Entry(ReadOnlySpan<float> colours, int at)
    {
        if (!float.IsFinite(colours[at]))
        {
            throw new ArgumentException(FormattableString.Invariant($"Number {at} of the colours is {colours[at]}; it must be finite."), nameof(colours));
        }

        return (ushort)((int)Math.Min(65535, Math.Round(Math.Clamp(colours[at], 0, 1) * 65536.0)) - 32768);
    }
}
