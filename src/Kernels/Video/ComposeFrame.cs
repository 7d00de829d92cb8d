using Gpu.Kernels.Imaging;
using Gpu.Kernels.Imaging.Grading;
using Gpu.Kernels.Launching;
using Gpu.Kernels.Video.Finishing;
using Gpu.Kernels.Video.Transitions;
using ILGPU;

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
    private readonly TransitionPlan _plan;
    private readonly FrameStyle _style;
    private readonly FrameSampling _sampling;
    private readonly FrameLayout _layout;
    private readonly ColourCube? _cube;
    private readonly bool _linear;
    private readonly bool _styled;
    private readonly bool _plainLayers;
    private readonly FrameOverlay[] _overlays;
    private readonly PlacedOverlay[] _placed;
    private readonly OverlayMotion[] _motions;
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
        : this(width, height, from, to, mix, overlays, target, default)
    {
    }

    /// <summary>Describes a frame with another transition than a crossfade, with colours, dither or another layout.</summary>
    /// <param name="width">Pixels, even, 2 to 16,384.</param>
    /// <param name="height">Pixels, even, 2 to 16,384.</param>
    /// <param name="from">The picture that is there.</param>
    /// <param name="to">The picture that comes, null for none.</param>
    /// <param name="mix">How far the transition is: 0 shows <paramref name="from"/> alone, 1 <paramref name="to"/> alone.</param>
    /// <param name="overlays">What lies over them, the last on top. Transitions leave them where they are.</param>
    /// <param name="target">Takes the frame: <see cref="I420.Length"/> bytes.</param>
    /// <param name="options">The rest.</param>
    /// <exception cref="ArgumentException">A value is outside its range; the message names it.</exception>
    public ComposeFrame(
        int width, int height, FrameLayer from, FrameLayer? to, double mix, IReadOnlyList<FrameOverlay> overlays, Memory<byte> target, FrameOptions options)
    {
        FrameChecks.Size(width, height, target.Length);
        FrameChecks.Layer(from, nameof(from));
        FrameChecks.Mix(mix, to.HasValue);
        FrameChecks.Options(options);
        if (to is { } other)
        {
            FrameChecks.Layer(other, nameof(to));
        }

        _width = width;
        _height = height;
        _target = target;
        _plan = mix == 0 ? TransitionPlan.Alone(from)
            : mix == 1 ? TransitionPlan.Alone(to!.Value)
            : TransitionPlan.Of(options.Transition, mix, from, to!.Value, width, height);
        (_layout, _cube) = (options.Layout, options.Cube);
        _linear = options.LinearLight && _plan.Field.Kind != BlendKind.None;
        _style = new FrameStyle { Field = _plan.Field, Blocks = _plan.Blocks, Finish = FrameFinish.Of(options, width, height), Layout = _cube is null ? _layout : FrameLayout.I420 };
        _sampling = options.Sampling;
        _overlays = Visible(overlays, out var moving);
        _placed = _overlays.Length == 0 ? [] : new PlacedOverlay[_overlays.Length];
        _plainLayers = Plain(_plan.From) && (_plan.Field.Kind == BlendKind.None || Plain(_plan.To));
        var staged = _linear || _plan is not { Blur: <= 1, Spread: 0 };
        _styled = moving || (!staged && (!_plainLayers || _plan.Field.Kind > BlendKind.Constant)) || _style.Layout != FrameLayout.I420 || _style.Finish.Any != 0 || _style.Blocks.Any;
        _motions = _styled && _overlays.Length > 0 ? new OverlayMotion[_overlays.Length] : [];
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
        var target = scope.Output(_target);
        if (_cube is null)
        {
            Compose(scope, target);
            return;
        }

        var planes = scope.Scratch<byte>(I420.Length(_width, _height));
        var rgba = scope.Scratch<byte>(4L * _width * _height);
        Compose(scope, planes);
        scope.Accelerator.ConvertToRgba(planes, rgba, _width, _height, PlaneFormat.Video);
        scope.Accelerator.Run(new MapColours(rgba, rgba, scope.Resident(_cube.Table), _width, _cube.Size), _width, _height);
        scope.Accelerator.ConvertToPlanes(rgba, target, _width, _height, PlaneFormat.Video with { Layout = _layout == FrameLayout.Nv12 ? PlaneLayout.Nv12 : PlaneLayout.I420 });
    }

    private void Compose(IDeviceScope scope, ArrayView<byte> target)
    {
        if (!_linear && _plan is { Blur: <= 1, Spread: 0 })
        {
            var from = Sampled(scope, _plan.From);
            Run(scope, from, _plan.Field.Kind == BlendKind.None ? from : Sampled(scope, _plan.To), _plan.Field, target);
            return;
        }

        var length = I420.Length(_width, _height);
        ArrayView<byte> mixed = scope.Scratch<byte>(length), other = scope.Scratch<byte>(length);
        if (_linear)
        {
            MixLight(scope, mixed, other);
        }
        else
        {
            RunBare(scope, Sampled(scope, _plan.From), Sampled(scope, _plan.To), _plan.Field, mixed);
        }

        if (_plan.Blur > 1)
        {
            scope.Accelerator.Run(new RowBlur(mixed, other, _width, _height, _plan.Blur), 2 * _height);
            mixed = other;
        }
        else if (_plan.Spread > 0)
        {
            // Twice a box is a triangle: no edge of a box is seen.
            PlaneBlur.Run(scope, mixed, other, _width, _height, _plan.Spread);
            PlaneBlur.Run(scope, other, mixed, _width, _height, _plan.Spread);
        }

        var layer = StyledLayer.Alone(new SampledLayer(mixed, _width, _height, new SampleBox(0, 0, _width, _height), _width, _height));
        Run(scope, layer, layer, default, target);
    }

    // Each picture by itself, then both as R'G'B'.
    private void MixLight(IDeviceScope scope, ArrayView<byte> mixed, ArrayView<byte> other)
    {
        var pixels = 4L * _width * _height;
        ArrayView<byte> first = scope.Scratch<byte>(pixels), second = scope.Scratch<byte>(pixels);
        StyledLayer from = Sampled(scope, _plan.From), to = Sampled(scope, _plan.To);
        RunBare(scope, from, from, default, mixed);
        RunBare(scope, to, to, default, other);
        scope.Accelerator.ConvertToRgba(mixed, first, _width, _height, PlaneFormat.Video);
        scope.Accelerator.ConvertToRgba(other, second, _width, _height, PlaneFormat.Video);
        scope.Accelerator.Run(
            new BlendLight(first, second, first, scope.Resident(LinearLight.Light), scope.Resident(LinearLight.Level), _width, _plan.Field), _width, _height);
        scope.Accelerator.ConvertToI420(first, mixed, _width, _height);
    }

    private void Run(IDeviceScope scope, StyledLayer from, StyledLayer to, BlendField field, ArrayView<byte> target)
    {
        var atlas = Gather(scope, from.Picture, out var placed);
        if (!_styled)
        {
            RunPlain(scope, from, to, field.Offset, target, atlas, placed, _overlays.Length);
            return;
        }

        for (var i = 0; i < _motions.Length; i++)
        {
            _motions[i] = OverlayAtlas.Motion(_overlays[i]);
        }

        var motions = _motions.Length == 0 ? scope.Scratch<OverlayMotion>(1) : scope.Input<OverlayMotion>(_motions);
        var style = new FrameStyle { Field = field, Blocks = _style.Blocks, Finish = _style.Finish, Layout = _style.Layout };
        RunStyled(scope, from, to, new StyledOverlays(atlas, placed, motions, _overlays.Length), style, target);
    }

    // The pictures alone, for what comes between them and the rest.
    private void RunBare(IDeviceScope scope, StyledLayer from, StyledLayer to, BlendField field, ArrayView<byte> target)
    {
        var placed = scope.Scratch<PlacedOverlay>(1);
        if (_plainLayers && field.Kind <= BlendKind.Constant)
        {
            RunPlain(scope, from, to, field.Offset, target, from.Picture.Planes, placed, 0);
            return;
        }

        var overlays = new StyledOverlays(from.Picture.Planes, placed, scope.Scratch<OverlayMotion>(1), 0);
        RunStyled(scope, from, to, overlays, new FrameStyle { Field = field }, target);
    }

    private void RunStyled(IDeviceScope scope, StyledLayer from, StyledLayer to, StyledOverlays overlays, FrameStyle style, ArrayView<byte> target)
    {
        var noise = style.Finish.Dither == 0 ? scope.Scratch<short>(1) : scope.Resident(BlueNoise.Tile);
        scope.Accelerator.Run(new StyledFrame(target, _width, _height, from, to, overlays, noise, style), _width / 2, _height / 2);
    }

    private void RunPlain(IDeviceScope scope, StyledLayer from, StyledLayer to, int mix, ArrayView<byte> target, ArrayView<byte> atlas, ArrayView<PlacedOverlay> placed, int count) =>
        scope.Accelerator.Run(new FrameComposition(target, _width, _height, from.Picture, to.Picture, mix, atlas, placed, count), _width / 2, _height / 2);

    // Without overlays the kernels still want valid addresses.
    private ArrayView<byte> Gather(IDeviceScope scope, SampledLayer from, out ArrayView<PlacedOverlay> placed)
    {
        if (_overlays.Length == 0)
        {
            placed = scope.Scratch<PlacedOverlay>(1);
            return from.Planes;
        }

        var atlas = OverlayAtlas.Gather(scope, _overlays, _placed);
        placed = scope.Input<PlacedOverlay>(_placed);
        return atlas;
    }

    private static FrameOverlay[] Visible(IReadOnlyList<FrameOverlay> overlays, out bool moving)
    {
        moving = false;
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
                moving |= overlays[i].MoveX != 0 || overlays[i].MoveY != 0;
            }
        }

        return visible;
    }

    private static bool Shows(FrameOverlay overlay) => overlay.Picture.Cut.Width > 0 && FrameArithmetic.Fraction(overlay.Opacity) > 0;

    private bool Plain(FrameLayer layer) =>
        layer is { Rotation: 0, Ground: null } && _sampling == FrameSampling.Bilinear && !Footprint.Widens(layer.Box.Width / _width) && !Footprint.Widens(layer.Box.Height / _height);

    private StyledLayer Sampled(IDeviceScope scope, FrameLayer layer)
    {
        var picture = new SampledLayer(scope.Resident(layer.Picture.Planes), layer.Picture.Width, layer.Picture.Height, layer.Box, layer.Rotation, _sampling, _width, _height);
        return layer.Ground is { } ground
            ? new StyledLayer(picture, new SampledLayer(scope.Resident(ground.Planes), ground.Width, ground.Height, layer.GroundBox, _width, _height), true)
            : StyledLayer.Alone(picture);
    }

    private sealed record BatchName(int Width, int Height, string Text);
}
