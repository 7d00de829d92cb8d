using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Video.Host;

/// <summary>The rows of a layer of a styled frame, whichever way it is sampled, over its ground where it has one.</summary>
internal unsafe ref struct LayerRows<TLanes, TVector>
    where TLanes : struct, IHostLanes<TVector>
    where TVector : struct
{
    private readonly ref readonly StyledLayer _layer;
    private readonly StyledMemory _memory;
    private readonly int _index;
    private readonly int _width;
    private LayerLines _lines;
    private LayerLines _under;

    /// <summary>Prepares a layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="frame">The frame it fills.</param>
    /// <param name="lines">The thread's memory, with room for the frame.</param>
    /// <param name="memory">The same for styled frames.</param>
    /// <param name="index">0 for the first layer, 1 for the second.</param>
    public LayerRows(in StyledLayer layer, in HostFrame frame, HostMemory lines, StyledMemory memory, int index)
    {
        _layer = ref layer;
        _memory = memory;
        _index = index;
        _width = frame.Width;
        ref readonly var picture = ref layer.Picture;
        if (picture.Plain)
        {
            _lines = new LayerLines(picture, frame, lines, index, TLanes.Window);
        }
        else if (picture.Turned == 0)
        {
            memory.Take(picture, index, frame.Width);
        }

        if (layer.Grounded != 0)
        {
            _under = new LayerLines(layer.Ground, frame, lines, 2 + index, TLanes.Window);
            memory.Cover(picture, index, frame.Width);
        }
    }

    /// <summary>A row of levels, with its padding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Levels(int plane, int y, short* to, int count)
    {
        var length = ColumnTable.Padded(count);
        ref readonly var picture = ref _layer.Picture;
        if (_layer.Grounded == 0)
        {
            Picture(plane, y, to, count, length);
            return;
        }

        var share = picture.Turned != 0 ? FrameArithmetic.Unit : picture.EdgeY.Share(picture.Y(plane, 0, y), picture.Rows(plane), SampledLayer.RimY);
        if (share > 0)
        {
            Picture(plane, y, to, count, length);
        }

        ref var under = ref Plane(ref _under, plane);
        under.MoveTo<TLanes, TVector>(y);
        if (share == 0)
        {
            HostLoops<TLanes, TVector>.Levels(under, to, length);
            return;
        }

        HostLoops<TLanes, TVector>.Levels(under, _memory.Ground, length);
        var cover = _memory.Covers(_index, plane, _width);
        if (picture.Turned != 0)
        {
            for (var x = 0; x < length; x++)
            {
                cover[x] = (short)picture.Cover(plane, Math.Min(x, count - 1), y);
            }

            StyledLoops<TLanes, TVector>.Lay(_memory.Ground, to, cover, length);
            return;
        }

        StyledLoops<TLanes, TVector>.Lay(_memory.Ground, to, cover, share, length);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Picture(int plane, int y, short* to, int count, int length)
    {
        ref readonly var picture = ref _layer.Picture;
        if (picture.Turned != 0)
        {
            TurnedRow.Make(picture, plane, y, to, count, length);
        }
        else if (picture.Sampling == LayerSampling.Wide)
        {
            _memory.Wide[(3 * _index) + plane].Levels(y, to);
        }
        else if (picture.Sampling == LayerSampling.Cubic)
        {
            _memory.Cubic[(3 * _index) + plane].Levels<TLanes, TVector>(y, to);
        }
        else
        {
            ref var lines = ref Plane(ref _lines, plane);
            lines.MoveTo<TLanes, TVector>(y);
            HostLoops<TLanes, TVector>.Levels(lines, to, length);
        }
    }

    private static ref PlaneLines Plane(ref LayerLines lines, int plane) => ref plane == 0 ? ref lines.Y : ref plane == 1 ? ref lines.Cb : ref lines.Cr;
}
