namespace Gpu.Kernels.Video.Host;

/// <summary>The lines of a layer's three planes.</summary>
internal unsafe struct LayerLines
{
    /// <summary>Luma.</summary>
    public PlaneLines Y;

    /// <summary>Chroma.</summary>
    public PlaneLines Cb;

    /// <summary>Chroma.</summary>
    public PlaneLines Cr;

    /// <summary>Prepares a layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="frame">The frame it fills.</param>
    /// <param name="memory">The thread's memory, with room for the frame.</param>
    /// <param name="index">0 for the first layer, 1 for the second.</param>
    /// <param name="window">Bytes that a shuffle reaches.</param>
    public LayerLines(in SampledLayer layer, in HostFrame frame, HostMemory memory, int index, int window)
    {
        int width = frame.Width / 2, columns = layer.Width / 2, rows = layer.Height / 2;
        ColumnTable luma = memory.Luma[index], chroma = memory.Chroma[index];
        luma.Make(layer.LumaX, layer.Width, frame.Width, window);
        chroma.Make(layer.ChromaX, columns, width, window);
        byte* plane = HostFrame.Address(layer.Planes), lines = memory.Lines + (index * HostMemory.LayerBytes(frame.Width));
        Y = new PlaneLines(plane, layer.Width, layer.Height, layer.LumaY, luma, lines);
        plane += (long)layer.Width * layer.Height;
        lines += PlaneLines.Bytes(frame.Width);
        Cb = new PlaneLines(plane, columns, rows, layer.ChromaY, chroma, lines);
        plane += (long)columns * rows;
        lines += PlaneLines.Bytes(width);
        Cr = new PlaneLines(plane, columns, rows, layer.ChromaY, chroma, lines);
    }
}
