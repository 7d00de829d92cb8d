namespace Gpu.Kernels.Video.Host;

/// <summary>
/// What a thread keeps from band to band and frame to frame: tables of columns and lines of samples, too large for a stack
/// at 16,384 columns. At most about 2 MB, for frames of that width.
/// </summary>
internal sealed unsafe class HostMemory
{
    // A vector of slack on either side of the levels, for overlays that are not aligned with the frame.
    private const int Slack = 64;

    [ThreadStatic]
    private static HostMemory? _ofThread;

    private readonly PinnedMemory _lines = new();

    /// <summary>This thread's.</summary>
    public static HostMemory OfThread => _ofThread ??= new HostMemory();

    /// <summary>The luma columns of the first and the second layer, then of their grounds.</summary>
    public ColumnTable[] Luma { get; } = [new(), new(), new(), new()];

    /// <summary>Their chroma columns.</summary>
    public ColumnTable[] Chroma { get; } = [new(), new(), new(), new()];

    /// <summary>A row of levels.</summary>
    public short* Levels { get; private set; }

    /// <summary>Takes <see cref="PlaneLines.Bytes"/> for Y, Cb and Cr of the first layer, then the second's, then their grounds'.</summary>
    public byte* Lines { get; private set; }

    /// <summary>Makes room for frames of a width.</summary>
    public void Reserve(int width)
    {
        var levels = sizeof(short) * (ColumnTable.Padded(width) + (2 * Slack));
        var start = _lines.AtLeast(levels + (4 * LayerBytes(width)));
        Levels = (short*)start + Slack;
        Lines = start + levels;
    }

    /// <summary>The bytes of a layer's lines.</summary>
    public static int LayerBytes(int width) => PlaneLines.Bytes(width) + (2 * PlaneLines.Bytes(width / 2));
}
