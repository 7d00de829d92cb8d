using Gpu.Kernels.Launching;
using Gpu.Kernels.Video.Host;
using ILGPU;
using ILGPU.IR.Intrinsics;

namespace Gpu.Kernels.Video;

/// <summary>
/// A frame in one pass. A cell of the grid is a 2x2 block of luma with its chroma sample, so the grid is half the frame's
/// width and height.
/// </summary>
/// <remarks>
/// Arithmetic, all in integers, >> rounding down:
/// <list type="number">
/// <item>A sample's position is 64-bit fixed point (<see cref="SampleAxis"/>); its fraction becomes f in 0..255 across and
/// g in 0..16448 down, rounded to nearest. Neighbours outside the picture are its edge.</item>
/// <item>Across, on the two source rows: h = (a - 128)(255 - f) + (b - 128) f, exact, units of 1/255.</item>
/// <item>Down: r = (h0 (16448 - g) + 2^14 >> 15) + (h1 g + 2^14 >> 15), units of 1/128 around 128, within .011 of exact.</item>
/// <item>Crossfade: r = r0 + ((r1 - r0) m + 2^14 >> 15), m = round(32767 mix).</item>
/// <item>Overlays in order: <see cref="PlacedOverlay.Over"/>.</item>
/// <item>The byte is (r + 64 >> 7) + 128, clamped: the only rounding to 8 bits.</item>
/// </list>
/// A picture at its own size, alone, comes out as it went in.
/// </remarks>
internal readonly struct FrameComposition : IPixelOperation
{
    private readonly ArrayView<byte> _target;
    private readonly ArrayView<byte> _atlas;
    private readonly ArrayView<PlacedOverlay> _overlays;
    private readonly SampledLayer _from;
    private readonly SampledLayer _to;
    private readonly int _width;
    private readonly int _height;
    private readonly int _mix;
    private readonly int _count;
    private readonly HostLevel _level;

    /// <summary>Describes a frame.</summary>
    /// <param name="target">Takes the frame: Y, then Cb, then Cr.</param>
    /// <param name="width">Luma columns, even.</param>
    /// <param name="height">Luma rows, even.</param>
    /// <param name="from">The first layer.</param>
    /// <param name="to">The second, not read where <paramref name="mix"/> is 0.</param>
    /// <param name="mix">The share of the second layer in units of 1/<see cref="FrameArithmetic.Unit"/>.</param>
    /// <param name="atlas">The overlays' planes.</param>
    /// <param name="overlays">The overlays, the last on top.</param>
    /// <param name="count">How many of them there are.</param>
    /// <param name="level">The instructions of the host's body, for tests.</param>
    public FrameComposition(
        ArrayView<byte> target,
        int width,
        int height,
        SampledLayer from,
        SampledLayer to,
        int mix,
        ArrayView<byte> atlas,
        ArrayView<PlacedOverlay> overlays,
        int count,
        HostLevel level = HostLevel.Best)
    {
        _target = target;
        _width = width;
        _height = height;
        _from = from;
        _to = to;
        _mix = mix;
        _atlas = atlas;
        _overlays = overlays;
        _count = count;
        _level = level;
    }

    /// <inheritdoc/>
    public void Pixel(int x, int y)
    {
        int left = 2 * x, top = 2 * y;
        int y00 = Luma(left, top), y10 = Luma(left + 1, top), y01 = Luma(left, top + 1), y11 = Luma(left + 1, top + 1);
        int cb = _from.Cb(x, y), cr = _from.Cr(x, y);
        if (_mix != 0)
        {
            cb += FrameArithmetic.Scale(_to.Cb(x, y) - cb, _mix);
            cr += FrameArithmetic.Scale(_to.Cr(x, y) - cr, _mix);
        }

        for (var i = 0; i < _count; i++)
        {
            var overlay = _overlays[i];
            int column = left - overlay.X, row = top - overlay.Y;
            if (column >= 0 && row >= 0 && column < overlay.Width && row < overlay.Height)
            {
                y00 = overlay.Luma(_atlas, column, row, y00);
                y10 = overlay.Luma(_atlas, column + 1, row, y10);
                y01 = overlay.Luma(_atlas, column, row + 1, y01);
                y11 = overlay.Luma(_atlas, column + 1, row + 1, y11);
                cb = overlay.Cb(_atlas, column >> 1, row >> 1, cb);
                cr = overlay.Cr(_atlas, column >> 1, row >> 1, cr);
            }
        }

        int first = (top * _width) + left, second = first + _width;
        _target[first] = FrameArithmetic.Byte(y00);
        _target[first + 1] = FrameArithmetic.Byte(y10);
        _target[second] = FrameArithmetic.Byte(y01);
        _target[second + 1] = FrameArithmetic.Byte(y11);
        int chromaWidth = _width >> 1, chroma = (_width * _height) + (y * chromaWidth) + x;
        _target[chroma] = FrameArithmetic.Byte(cb);
        _target[chroma + (chromaWidth * (_height >> 1))] = FrameArithmetic.Byte(cr);
    }

    /// <inheritdoc/>
    [IntrinsicImplementation]
    public unsafe void Rows(int first, int end) => new HostFrame
    {
        Target = HostFrame.Address(_target),
        Width = _width,
        Height = _height,
        From = ref _from,
        To = ref _to,
        Mix = _mix,
        Atlas = HostFrame.Address(_atlas),
        Overlays = _count == 0 ? null : HostFrame.Address(_overlays),
        Count = _count,
    }.Compose(HostLevels.Resolve(_level), first, end);

    private int Luma(int x, int y)
    {
        var level = _from.Luma(x, y);
        return _mix == 0 ? level : level + FrameArithmetic.Scale(_to.Luma(x, y) - level, _mix);
    }
}
