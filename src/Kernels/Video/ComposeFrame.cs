using Gpu.Kernels.Launching;

namespace Gpu.Kernels.Video;

/// <summary>
/// One frame in one pass: one or two pictures sampled through floating boxes, crossfaded, overlays laid over them in
/// order, written as I420 (BT.709, limited range, left-sited).
/// </summary>
public sealed class ComposeFrame : IDeviceWork
{
    private static BatchName? _lastName;

    private readonly int _width;
    private readonly int _height;
    private readonly FrameLayer _from;
    private readonly FrameLayer _to;
    private readonly int _mix;
    private readonly FrameOverlay[] _overlays;
    private readonly PlacedOverlay[] _placed;
    private readonly Memory<byte> _target;

    /// <summary>Describes a frame.</summary>
    /// <param name="width">Pixels, even, 2 to 16,384.</param>
    /// <param name="height">Pixels, even, 2 to 16,384.</param>
    /// <param name="from">The picture that is there.</param>
    /// <param name="to">The picture that comes, null for none.</param>
    /// <param name="mix">How far the crossfade is: 0 shows <paramref name="from"/> alone, 1 <paramref name="to"/> alone.</param>
    /// <param name="overlays">What lies over them, the last on top.</param>
    /// <param name="target">Takes the frame: <see cref="I420.Length"/> bytes.</param>
    /// <exception cref="ArgumentException">A value is outside its range; the message names it.</exception>
    public ComposeFrame(int width, int height, FrameLayer from, FrameLayer? to, double mix, IReadOnlyList<FrameOverlay> overlays, Memory<byte> target)
    {
        FrameChecks.Size(width, height, target.Length);
        FrameChecks.Layer(from, nameof(from));
        FrameChecks.Mix(mix, to.HasValue);
        if (to is { } other)
        {
            FrameChecks.Layer(other, nameof(to));
        }

        _width = width;
        _height = height;
        _target = target;

        // Alone at either end: half the work. Between, at least 1: the kernel reads 0 as no second picture.
        _mix = mix is 0 or 1 ? 0 : Math.Max(1, FrameArithmetic.Fraction(mix));
        _from = mix == 1 ? to!.Value : from;
        _to = _mix == 0 ? _from : to!.Value;
        _overlays = Visible(overlays);
        _placed = _overlays.Length == 0 ? [] : new PlacedOverlay[_overlays.Length];
    }

    /// <inheritdoc/>
    public string Operation => "frame.compose";

    /// <inheritdoc/>
    public string BatchKey
    {
        get
        {
            // Frames of a film have one size: its name is made once.
            var name = _lastName;
            if (name is null || name.Width != _width || name.Height != _height)
            {
                name = new BatchName(_width, _height, $"{_width}x{_height}");
                _lastName = name;
            }

            return name.Text;
        }
    }

    /// <summary>Pixels of the frame.</summary>
    public long Size => (long)_width * _height;

    /// <inheritdoc/>
    public void Execute(IDeviceScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var from = Sampled(scope, _from);
        var to = _mix == 0 ? from : Sampled(scope, _to);
        var target = scope.Output(_target);

        // Without overlays the kernel still wants valid addresses.
        var atlas = _overlays.Length == 0 ? from.Planes : OverlayAtlas.Gather(scope, _overlays, _placed);
        var placed = _overlays.Length == 0 ? scope.Scratch<PlacedOverlay>(1) : scope.Input<PlacedOverlay>(_placed);
        scope.Accelerator.Run(new FrameComposition(target, _width, _height, from, to, _mix, atlas, placed, _placed.Length), _width / 2, _height / 2);
    }

    private static FrameOverlay[] Visible(IReadOnlyList<FrameOverlay> overlays)
    {
        ArgumentNullException.ThrowIfNull(overlays);
        var count = 0;
        for (var i = 0; i < overlays.Count; i++)
        {
            FrameChecks.Overlay(overlays[i], i);
            count += Shows(overlays[i]) ? 1 : 0;
        }

        if (count == 0)
        {
            return [];
        }

        var visible = new FrameOverlay[count];
        var next = 0;
        for (var i = 0; i < overlays.Count; i++)
        {
            if (Shows(overlays[i]))
            {
                visible[next++] = overlays[i];
            }
        }

        return visible;
    }

    private static bool Shows(FrameOverlay overlay) => overlay.Picture.Cut.Width > 0 && FrameArithmetic.Fraction(overlay.Opacity) > 0;

    private SampledLayer Sampled(IDeviceScope scope, FrameLayer layer) =>
        new(scope.Resident(layer.Picture.Planes), layer.Picture.Width, layer.Picture.Height, layer.Box, _width, _height);

    private sealed record BatchName(int Width, int Height, string Text);
}
