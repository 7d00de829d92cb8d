using Gpu.Kernels.Launching;
using Gpu.Kernels.Video.Finishing;
using Gpu.Kernels.Video.Host;
using Gpu.Kernels.Video.Transitions;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Video;

/// <summary>
/// A frame with all that <see cref="FrameComposition"/> has no part for: transitions whose share depends on the place,
/// mosaics, overlays between pixels, colours, dither, NV12, pictures that are turned, made smaller, sampled bicubically
/// (<see cref="PlaneSampling"/>) or lie on a ground. Steps 1 to 3 and the last are those of
/// <see cref="FrameComposition"/>; between them come <see cref="BlendField.Blend"/>, <see cref="PlacedOverlay.Moved"/> and
/// <see cref="FrameFinish.Level"/>. The plain frame keeps its own, smaller kernel.
/// </summary>
internal readonly struct StyledFrame : IPixelOperation
{
    private readonly ArrayView<byte> _target;
    private readonly ArrayView<byte> _atlas;
    private readonly ArrayView<PlacedOverlay> _overlays;
    private readonly ArrayView<OverlayMotion> _motions;
    private readonly ArrayView<short> _noise;
    private readonly StyledLayer _from;
    private readonly StyledLayer _to;
    private readonly int _width;
    private readonly int _height;
    private readonly int _count;
    private readonly BlendField _field;
    private readonly PixelBlocks _blocks;
    private readonly FrameFinish _finish;
    private readonly FrameLayout _layout;
    private readonly HostLevel _level;

    /// <summary>Describes a frame.</summary>
    /// <param name="target">Takes the frame.</param>
    /// <param name="width">Luma columns, even.</param>
    /// <param name="height">Luma rows, even.</param>
    /// <param name="from">The first layer.</param>
    /// <param name="to">The second, not read where <paramref name="style"/> has none.</param>
    /// <param name="overlays">What lies over them.</param>
    /// <param name="noise"><see cref="BlueNoise.Tile"/>.</param>
    /// <param name="style">The rest.</param>
    /// <param name="level">The instructions of the host's body, for tests.</param>
    public StyledFrame(
        ArrayView<byte> target,
        int width,
        int height,
        StyledLayer from,
        StyledLayer to,
        StyledOverlays overlays,
        ArrayView<short> noise,
        FrameStyle style,
        HostLevel level = HostLevel.Best)
    {
        _target = target;
        _width = width;
        _height = height;
        _from = from;
        _to = to;
        _atlas = overlays.Atlas;
        _overlays = overlays.Placed;
        _motions = overlays.Motions;
        _count = overlays.Count;
        _noise = noise;
        _field = style.Field;
        _blocks = style.Blocks;
        _finish = style.Finish;
        _layout = style.Layout;
        _level = level;
    }

    /// <inheritdoc/>
    public void Pixel(int x, int y)
    {
        // Four of luma, then Cb and Cr: one body for all six, as it is long.
        for (var i = 0; i < 6; i++)
        {
            int plane = Math.Max(0, i - 3);
            int column = plane == 0 ? (2 * x) + (i & 1) : x, row = plane == 0 ? (2 * y) + (i >> 1) : y;
            _target[Address(plane, column, row)] = FrameArithmetic.Byte(Level(plane, column, row));
        }
    }

    /// <inheritdoc/>
    [IntrinsicImplementation]
    public unsafe void Rows(int first, int end)
    {
        var style = new FrameStyle { Field = _field, Blocks = _blocks, Finish = _finish, Layout = _layout };
        var frame = new HostFrame
        {
            Target = HostFrame.Address(_target),
            Width = _width,
            Height = _height,
            From = ref _from.Picture,
            To = ref _to.Picture,
            Mix = _field.Kind == BlendKind.None ? 0 : 1,
            Atlas = HostFrame.Address(_atlas),
            Overlays = _count == 0 ? null : HostFrame.Address(_overlays),
            Count = _count,
        };
        StyledBand.Compose(HostLevels.Resolve(_level), frame, style, _from, _to, _count == 0 ? null : HostFrame.Address(_motions), HostFrame.Address(_noise), first, end);
    }

    private int Level(int plane, int x, int y)
    {
        int column = _blocks.Middle(plane, x, _width), row = _blocks.Middle(plane, y, _height);
        var level = 0;

        // One body for both layers, as it is long.
        for (var i = 0; i < (_field.Kind == BlendKind.None ? 1 : 2); i++)
        {
            var sample = Sample(i == 0 ? _from : _to, plane, column, row);
            level = i == 0 ? sample : _field.Blend(plane, level, sample, plane == 0 ? 2 * x : 4 * x, plane == 0 ? 2 * y : (4 * y) + 1);
        }

        for (var i = 0; i < _count; i++)
        {
            var overlay = _overlays[i];
            int left = plane == 0 ? overlay.X : overlay.X >> 1, top = plane == 0 ? overlay.Y : overlay.Y >> 1;
            level = overlay.Moved(_atlas, _motions[i], plane, x - left, y - top, level);
        }

        return _finish.Any == 0 ? level : _finish.Level(_noise, plane, x, y, level);
    }

    private static int Sample(StyledLayer layer, int plane, int x, int y)
    {
        var level = layer.Picture.Level(new ViewSamples(layer.Picture.Planes), plane, x, y);
        if (layer.Grounded == 0)
        {
            return level;
        }

        var ground = layer.Ground.Linear(new ViewSamples(layer.Ground.Planes), plane, x, y);
        return ground + FrameArithmetic.Scale(level - ground, layer.Picture.Cover(plane, x, y));
    }

    private int Address(int plane, int x, int y)
    {
        int chroma = _width * _height, half = _width >> 1;
        return plane == 0 ? (y * _width) + x
            : _layout == FrameLayout.Nv12 ? chroma + (y * _width) + (2 * x) + plane - 1
            : chroma + (((plane - 1) * (_height >> 1)) + y) * half + x;
    }
}
