using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Video.Host;

/// <summary>A band of a frame on the host: <see cref="FrameComposition.Rows"/> for one width of vectors.</summary>
internal static unsafe class HostBand<TLanes, TVector>
    where TLanes : struct, IHostLanes<TVector>
    where TVector : struct
{
    /// <summary>Composes rows of the grid of 2x2 cells.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Compose(in HostFrame frame, int first, int end)
    {
        var memory = HostMemory.OfThread;
        memory.Reserve(frame.Width);
        var from = new LayerLines(frame.From, frame, memory, 0, TLanes.Window);
        var to = frame.Mix == 0 ? default : new LayerLines(frame.To, frame, memory, 1, TLanes.Window);
        int chromaWidth = frame.Width / 2, luma = frame.Width * frame.Height, chroma = luma / 4;
        for (var y = first; y < end; y++)
        {
            var covered = Covered(frame, y);
            for (var row = 2 * y; row < (2 * y) + 2; row++)
            {
                Row(frame, ref from.Y, ref to.Y, row, frame.Width, covered, OverlayPlane.Luma, memory.Levels, frame.Target + ((long)row * frame.Width));
            }

            var target = frame.Target + luma + ((long)y * chromaWidth);
            Row(frame, ref from.Cb, ref to.Cb, y, chromaWidth, covered, OverlayPlane.Cb, memory.Levels, target);
            Row(frame, ref from.Cr, ref to.Cr, y, chromaWidth, covered, OverlayPlane.Cr, memory.Levels, target + chroma);
        }
    }

    // Whether an overlay has a row of cells.
    private static bool Covered(in HostFrame frame, int y)
    {
        for (var i = 0; i < frame.Count; i++)
        {
            var top = frame.Overlays[i].Y;
            if (2 * y >= top && 2 * y < top + frame.Overlays[i].Height)
            {
                return true;
            }
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Row(
        in HostFrame frame, ref PlaneLines from, ref PlaneLines to, int row, int count, bool covered, OverlayPlane plane, short* levels, byte* target)
    {
        from.MoveTo<TLanes, TVector>(row);
        if (frame.Mix != 0)
        {
            to.MoveTo<TLanes, TVector>(row);
        }

        if (!covered)
        {
            if (frame.Mix == 0)
            {
                HostLoops<TLanes, TVector>.Bytes(from, target, count);
            }
            else
            {
                HostLoops<TLanes, TVector>.Bytes(from, to, frame.Mix, target, count);
            }

            return;
        }

        var length = ColumnTable.Padded(count);
        if (frame.Mix == 0)
        {
            HostLoops<TLanes, TVector>.Levels(from, levels, length);
        }
        else
        {
            HostLoops<TLanes, TVector>.Levels(from, to, frame.Mix, levels, length);
        }

        LayOver(frame, row, count, plane, levels);
        HostLoops<TLanes, TVector>.Bytes(levels, target, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void LayOver(in HostFrame frame, int row, int count, OverlayPlane plane, short* levels)
    {
        for (var i = 0; i < frame.Count; i++)
        {
            ref readonly var overlay = ref frame.Overlays[i];
            var down = plane == OverlayPlane.Luma ? row - overlay.Y : row - (overlay.Y / 2);
            var rows = plane == OverlayPlane.Luma ? overlay.Height : overlay.Height / 2;
            if (down < 0 || down >= rows)
            {
                continue;
            }

            var start = frame.Atlas + overlay.Offset;
            if (plane == OverlayPlane.Luma)
            {
                start += down * overlay.LumaStride;
                HostLoops<TLanes, TVector>.Over(start, start + overlay.LumaPlane, overlay.Width, overlay.Opacity, levels, overlay.X, count);
                continue;
            }

            // S of Cb, S of Cr, A of both.
            start += (2 * overlay.LumaPlane) + (down * overlay.ChromaStride);
            var source = plane == OverlayPlane.Cb ? start : start + overlay.ChromaPlane;
            HostLoops<TLanes, TVector>.Over(source, start + (2 * overlay.ChromaPlane), overlay.Width / 2, overlay.Opacity, levels, overlay.X / 2, count);
        }
    }
}
