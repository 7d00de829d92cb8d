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
    private short* _covers;

    /// <summary>This thread's.</summary>
    public static StyledMemory OfThread => _ofThread ??= new StyledMemory();

    /// <summary>Y, Cb and Cr of the first layer, then of the second, where they are sampled bicubically.</summary>
    public CubicLines[] Cubic { get; } = [new(), new(), new(), new(), new(), new()];

    /// <summary>The same where they are made smaller.</summary>
    public WideLines[] Wide { get; } = [new(), new(), new(), new(), new(), new()];

    /// <summary>A row of a ground's levels.</summary>
    public short* Ground { get; private set; }

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
        var start = _memory.AtLeast((4 * row) + (2 * length));
        Levels = (short*)start + Slack;
        Others = (short*)(start + row) + Slack;
        Shares = (short*)(start + (2 * row)) + Slack;
        Ground = (short*)(start + (3 * row)) + Slack;
        Chroma = start + (4 * row);

        // Chroma's tables start at the padded width.
        Columns = (int*)_tables.AtLeast((sizeof(int) + (3 * sizeof(short))) * 2 * length);
        Far = (short*)(Columns + (2 * length));
        _covers = Far + (2 * length);
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

    /// <summary>The share of each column of a plane that a layer's picture covers.</summary>
    public short* Covers(int index, int plane, int width)
    {
        var length = ColumnTable.Padded(width);
        return _covers + (2 * index * length) + (plane == 0 ? 0 : length);
    }

    /// <summary>Makes <see cref="Covers"/>, unless rows cross the picture's own.</summary>
    public void Cover(in SampledLayer layer, int index, int width)
    {
        for (var plane = 0; layer.Turned == 0 && plane < 2; plane++)
        {
            short* covers = Covers(index, plane, width);
            int count = plane == 0 ? width : width / 2, length = ColumnTable.Padded(count), rim = SampledLayer.RimX(plane);
            for (var x = 0; x < length; x++)
            {
                covers[x] = (short)layer.EdgeX.Share(layer.X(plane, Math.Min(x, count - 1), 0), layer.Columns(plane), rim);
            }
        }
    }

    /// <summary>Takes a layer's planes for <see cref="Cubic"/> or <see cref="Wide"/>.</summary>
    public void Take(in SampledLayer layer, int index, int width)
    {
        var planes = HostFrame.Address(layer.Planes);
        for (var plane = 0; plane < 3; plane++)
        {
            var outputs = plane == 0 ? width : width / 2;
            if (layer.Sampling == LayerSampling.Wide)
            {
                Wide[(3 * index) + plane].Take(planes, layer, plane, outputs);
            }
            else
            {
                var chroma = plane != 0;
                Cubic[(3 * index) + plane].Take(
                    planes + layer.Start(plane), layer.Columns(plane), layer.Rows(plane), chroma ? layer.ChromaX : layer.LumaX, chroma ? layer.ChromaY : layer.LumaY, outputs);
            }
        }
    }
}
