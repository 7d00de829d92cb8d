using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gpu.Kernels.Video.Transitions;

namespace Gpu.Kernels.Video.Host;

/// <summary>A band of a styled frame on the host: <see cref="StyledFrame.Rows"/>.</summary>
internal static unsafe class StyledBand
{
    /// <summary>Composes a band with one kind of vectors.</summary>
    public static void Compose(HostLevel level, in HostFrame frame, in FrameStyle style, in StyledLayer from, in StyledLayer to, OverlayMotion* motions, short* noise, int first, int end)
    {
        switch (level)
        {
            case HostLevel.Vector512:
                StyledBand<Lanes512, Vector512<short>>.Compose(frame, style, from, to, motions, noise, first, end);
                break;
            case HostLevel.Vector256:
                StyledBand<Lanes256, Vector256<short>>.Compose(frame, style, from, to, motions, noise, first, end);
                break;
            case HostLevel.Vector128:
                StyledBand<Lanes128, Vector128<short>>.Compose(frame, style, from, to, motions, noise, first, end);
                break;
            default:
                StyledBand<LanesPortable, Vector128<short>>.Compose(frame, style, from, to, motions, noise, first, end);
                break;
        }
    }
}

/// <summary>The same for one width of vectors: a row of a plane at a time, in passes over its levels.</summary>
internal static unsafe class StyledBand<TLanes, TVector>
    where TLanes : struct, IHostLanes<TVector>
    where TVector : struct
{
    /// <summary>Composes rows of the grid of 2x2 cells.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Compose(in HostFrame frame, in FrameStyle style, in StyledLayer from, in StyledLayer to, OverlayMotion* motions, short* noise, int start, int end)
    {
        var lines = HostMemory.OfThread;
        lines.Reserve(frame.Width);
        var memory = StyledMemory.OfThread;
        memory.Reserve(style, frame.Width);
        var first = new LayerRows<TLanes, TVector>(from, frame, lines, memory, 0);
        var second = frame.Mix == 0 ? default : new LayerRows<TLanes, TVector>(to, frame, lines, memory, 1);
        int half = frame.Width / 2, luma = frame.Width * frame.Height;
        for (var y = start; y < end; y++)
        {
            for (var row = 2 * y; row < (2 * y) + 2; row++)
            {
                Row(frame, style, memory, ref first, ref second, 0, row, motions, noise, frame.Target + ((long)row * frame.Width));
            }

            if (style.Layout == FrameLayout.I420)
            {
                var target = frame.Target + luma + ((long)y * half);
                Row(frame, style, memory, ref first, ref second, 1, y, motions, noise, target);
                Row(frame, style, memory, ref first, ref second, 2, y, motions, noise, target + (luma / 4));
                continue;
            }

            byte* cb = memory.Chroma, cr = memory.Chroma + half;
            Row(frame, style, memory, ref first, ref second, 1, y, motions, noise, cb);
            Row(frame, style, memory, ref first, ref second, 2, y, motions, noise, cr);
            StyledLoops.Interleave(cb, cr, frame.Target + luma + ((long)y * frame.Width), half);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Row(
        in HostFrame frame,
        in FrameStyle style,
        StyledMemory memory,
        ref LayerRows<TLanes, TVector> from,
        ref LayerRows<TLanes, TVector> to,
        int plane,
        int y,
        OverlayMotion* motions,
        short* noise,
        byte* target)
    {
        int count = plane == 0 ? frame.Width : frame.Width / 2, length = ColumnTable.Padded(count);
        Mix(frame, style, memory, ref from, ref to, plane, y, count);
        var levels = memory.Levels;
        for (var i = 0; i < frame.Count; i++)
        {
            LayOver(frame, frame.Overlays[i], motions[i], plane, y, count, levels);
        }

        if (style.Finish.Any != 0)
        {
            Finish(style, memory, plane, y, length, noise + style.Finish.NoiseRow(plane, y), levels, plane == 0 ? 0 : ColumnTable.Padded(frame.Width));
        }

        HostLoops<TLanes, TVector>.Bytes(levels, target, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Mix(
        in HostFrame frame, in FrameStyle style, StyledMemory memory, ref LayerRows<TLanes, TVector> from, ref LayerRows<TLanes, TVector> to, int plane, int y, int count)
    {
        var length = ColumnTable.Padded(count);
        var field = style.Field;
        var row = style.Blocks.Middle(plane, y, frame.Height);

        // A mosaic's levels are made in the row that is free, and spread to where they belong.
        var levels = style.Blocks.Any ? memory.Shares : memory.Levels;
        from.Levels(plane, row, levels, count);
        if (field.Kind != BlendKind.None)
        {
            to.Levels(plane, row, memory.Others, count);
            if (field.Kind == BlendKind.Constant)
            {
                StyledLoops<TLanes, TVector>.Blend(levels, memory.Others, field.Offset, length);
            }
            else if (field.Kind == BlendKind.Dip)
            {
                StyledLoops<TLanes, TVector>.Dip(levels, memory.Others, plane == 0 ? field.Ground : 0, field.Across, field.Down, length);
            }
            else
            {
                // Cr lies where Cb does, which comes just before.
                if (plane != 2 || style.Blocks.Any)
                {
                    ShareRow.Make(field, plane, y, memory.Shares, length);
                }

                StyledLoops<TLanes, TVector>.Blend(levels, memory.Others, memory.Shares, length);
            }
        }

        if (style.Blocks.Any)
        {
            StyledLoops.Spread(levels, memory.Columns + (plane == 0 ? 0 : ColumnTable.Padded(frame.Width)), memory.Levels, length);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void LayOver(in HostFrame frame, in PlacedOverlay overlay, in OverlayMotion motion, int plane, int y, int count, short* levels)
    {
        var luma = plane == 0;
        int row = y - (luma ? overlay.Y : overlay.Y / 2), rim = OverlayMotion.Rim(plane);
        if (row < rim || row >= (luma ? overlay.Height : overlay.Height / 2))
        {
            return;
        }

        int left = luma ? overlay.X : overlay.X / 2, columns = luma ? overlay.Width : overlay.Width / 2;
        int stride = luma ? overlay.LumaStride : overlay.ChromaStride, toAlpha = luma ? overlay.LumaPlane : (3 - plane) * overlay.ChromaPlane;
        var at = frame.Atlas + overlay.Offset + (luma ? 0 : (2L * overlay.LumaPlane) + ((plane - 1) * overlay.ChromaPlane));
        at += (row - (luma ? motion.Rows : 0)) * stride;
        if (motion.Still)
        {
            HostLoops<TLanes, TVector>.Over(at, at + toAlpha, columns, overlay.Opacity, levels, left, count);
            return;
        }

        at -= luma ? motion.Columns : 0;
        int across = luma ? motion.LumaX : motion.ChromaX, down = luma ? motion.LumaY : motion.ChromaY;
        StyledLoops<TLanes, TVector>.Over(at, at + toAlpha, stride, across, down, columns, overlay.Opacity, levels, left, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Finish(in FrameStyle style, StyledMemory memory, int plane, int y, int length, short* noise, short* levels, int table)
    {
        var finish = style.Finish;
        int gain = finish.Gain(plane), offset = finish.Offset(plane);
        if ((gain | offset) != 0)
        {
            StyledLoops<TLanes, TVector>.Adjust(levels, gain, offset, length);
        }

        if (finish.Vignette != 0)
        {
            var down = finish.FarY(plane == 0 ? 2 * y : (4 * y) + 1);
            StyledLoops<TLanes, TVector>.Shade(levels, memory.Far + table, down, finish.Vignette, Finishing.FrameFinish.Ground(plane), length);
        }

        if (finish.Dither != 0)
        {
            StyledLoops<TLanes, TVector>.Dither(levels, noise, finish.NoiseColumn(plane), length);
        }
    }
}
