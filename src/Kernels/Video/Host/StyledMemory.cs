namespace Gpu.Kernels.Video.Host;

/// <summary>What a thread keeps for styled frames beside <see cref="HostMemory"/>: rows and tables of columns.</summary>
internal sealed unsafe class StyledMemory
{
    // As there, for overlays that are not aligned with the frame.
    private const int Slack = 64;

    [ThreadStatic]
    private static StyledMemory? _ofThread;

    private readonly PinnedMemory _memory = new();
    private readonly PinnedMemory _tables = new();

    /// <summary>This thread's.</summary>
    public static StyledMemory OfThread => _ofThread ??= new StyledMemory();

    /// <summary>Y, Cb and Cr of the first layer, then of the second, where they are sampled bicubically.</summary>
    public CubicLines[] Cubic { get; } = [new(), new(), new(), new(), new(), new()];

    /// <summary>A row of the first layer's levels, then of the frame's.</summary>
    public short* Levels { get; private set; }

    /// <summary>A row of the second layer's levels.</summary>
    public short* Others { get; private set; }

    /// <summary>A row of shares.</summary>
    public short* Shares { get; private set; }

    /// <summary>Rows of Cb and Cr that are interleaved afterwards.</summary>
    public byte* Chroma { get; private set; }

    /// <summary>For each luma, then each chroma column the one that a mosaic shows.</summary>
    public int* Columns { get; private set; }

    /// <summary>For each luma, then each chroma column its part of the squared distance from the middle.</summary>
    public short* Far { get; private set; }

    /// <summary>Makes room and tables for a frame.</summary>
    public void Reserve(in FrameStyle style, int width)
    {
        int length = ColumnTable.Padded(width), row = sizeof(short) * (length + (2 * Slack));
        var start = _memory.AtLeast((3 * row) + (2 * length));
        Levels = (short*)start + Slack;
        Others = (short*)(start + row) + Slack;
        Shares = (short*)(start + (2 * row)) + Slack;
        Chroma = start + (3 * row);

        // Chroma's tables start at the padded width.
        Columns = (int*)_tables.AtLeast((sizeof(int) + sizeof(short)) * 2 * length);
        Far = (short*)(Columns + (2 * length));
        for (var x = 0; style.Blocks.Any && x < length; x++)
        {
            Columns[x] = style.Blocks.Middle(0, Math.Min(x, width - 1), width);
            Columns[length + x] = style.Blocks.Middle(1, Math.Min(x, (width / 2) - 1), width);
        }

        for (var x = 0; style.Finish.Vignette != 0 && x < length; x++)
        {
            Far[x] = (short)style.Finish.FarX(2 * Math.Min(x, width - 1));
            Far[length + x] = (short)style.Finish.FarX(4 * Math.Min(x, (width / 2) - 1));
        }
    }

    /// <summary>Takes a layer's planes for <see cref="Cubic"/>.</summary>
    public void Take(in SampledLayer layer, int index, int width)
    {
        var plane = HostFrame.Address(layer.Planes);
        int columns = layer.Width / 2, rows = layer.Height / 2;
        Cubic[3 * index].Take(plane, layer.Width, layer.Height, layer.LumaX, layer.LumaY, width);
        plane += (long)layer.Width * layer.Height;
        Cubic[(3 * index) + 1].Take(plane, columns, rows, layer.ChromaX, layer.ChromaY, width / 2);
        plane += (long)columns * rows;
        Cubic[(3 * index) + 2].Take(plane, columns, rows, layer.ChromaX, layer.ChromaY, width / 2);
    }
}
