using System.Security.Cryptography;
using System.Threading.Channels;
using Gpu.Kernels.Imaging.Grading;
using Gpu.Kernels.Video;
using Gpu.Runtime.Scheduling;
using Gpu.Workflow.Avatars;
using Gpu.Workflow.Rendering.Overlays;
using Gpu.Workflow.Storyboards;

namespace Gpu.Workflow.Rendering;

/// <summary>One rendering: frames are composed ahead, several at a time, and handed on strictly in order.</summary>
internal sealed class RenderRun : IAsyncDisposable
{
    private readonly IComputeEngine _engine;
    private readonly Storyboard _board;
    private readonly ColourCube? _table;
    private readonly FrameScript _script;
    private readonly IReadOnlyList<int> _frames;
    private readonly Prepared<ShotPicture>[] _shots;
    private readonly Prepared<ShotPicture>? _ground;
    private readonly (PlacedOverlay Place, Prepared<OverlayPicture> Picture)[] _overlays;
    private readonly Prepared<Presenter>? _presenter;
    private readonly PreparationSchedule _schedule;
    private readonly BufferRing _buffers;
    private readonly Channel<Pending> _pending;
    private readonly IncrementalHash? _hash;
    private readonly SortedSet<string> _devices = new(StringComparer.Ordinal);

    /// <summary>Plans a rendering of some frames: only what they show is prepared.</summary>
    public RenderRun(IComputeEngine engine, Storyboard board, ShotPreparer shots, IReadOnlyList<PlacedOverlay> overlays, ColourTables tables, RenderOptions options, IReadOnlyList<int>? frames = null, PresenterPreparer? presenter = null)
    {
        _engine = engine;
        options = options.For(engine.Devices);
        _board = board;
        _table = tables.Find(board.Frame?.Lut);
        _script = new FrameScript(board);
        _frames = frames ?? [.. Enumerable.Range(0, _script.Frames)];
        _shots = [.. board.Shots.Select((_, i) => new Prepared<ShotPicture>(_script.First(i), _script.End(i), stop => shots.PrepareAsync(i, stop)))];
        _ground = board.Shots[0].Transition is { } fade ? new Prepared<ShotPicture>(0, _script.FrameAt(fade.Duration) + 1, shots.PrepareGroundAsync) : null;
        _overlays = [.. overlays.Select(o => (o, new Prepared<OverlayPicture>(_script.FrameAt(o.Start), _script.FrameAt(o.Start + o.Duration) + 1, _ => Task.FromResult(Draw(o)))))];
        _presenter = presenter is null ? null : new Prepared<Presenter>(0, _script.Frames, presenter.PrepareAsync);
        IEnumerable<IPrepared?> things = [.. _shots, .. _overlays.Select(o => o.Picture), _ground, _presenter];
        _schedule = new PreparationSchedule(things.OfType<IPrepared>().Where(t => frames is null || frames.Any(f => f >= t.First && f < t.End)), 2 * board.FramesPerSecond);
        _buffers = new BufferRing(options.FramesInFlight, I420.Length(board.Width, board.Height));
        _hash = options.HashFrames ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
        _pending = Channel.CreateBounded<Pending>(options.FramesInFlight);
    }

    /// <summary>The buffers, all free again once the run has ended.</summary>
    public BufferRing Buffers => _buffers;

    /// <summary>Renders all frames.</summary>
    public async Task<RenderSummary> RunAsync(IFrameSink sink, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await Task.WhenAll(
                StopOnFailureAsync(ProduceAsync(stop.Token), stop),
                StopOnFailureAsync(ConsumeAsync(sink, progress, stop.Token), stop)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException("The rendering was cancelled.", cancellationToken);
        }
        finally
        {
            await DrainAsync().ConfigureAwait(false);
        }

        return new RenderSummary(_frames.Count, _hash is null ? "" : Convert.ToHexStringLower(_hash.GetHashAndReset()), [.. _devices]);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _schedule.DisposeAsync().ConfigureAwait(false);
        _hash?.Dispose();
    }

    private async Task ProduceAsync(CancellationToken stop)
    {
        foreach (var frame in _frames)
        {
            _schedule.Begin(frame, stop);
            var buffer = await _buffers.TakeAsync(stop).ConfigureAwait(false);
            var work = ComposeAsync(frame, buffer, stop);

            // There is room: no more frames are in flight than there are buffers.
            _pending.Writer.TryWrite(new Pending(frame, buffer, work));
        }

        _pending.Writer.Complete();
    }

    private async Task ConsumeAsync(IFrameSink sink, IProgress<int>? progress, CancellationToken stop)
    {
        var done = 0;
        await foreach (var pending in _pending.Reader.ReadAllAsync(stop).ConfigureAwait(false))
        {
            try
            {
                var receipt = await pending.Work.ConfigureAwait(false);
                _devices.Add(receipt.DeviceId);

                // Hashing goes on beside the writing; both have read the buffer before it is used again.
                var hashing = _hash is null ? Task.CompletedTask : Task.Run(() => _hash.AppendData(pending.Buffer), CancellationToken.None);
                try
                {
                    await sink.WriteAsync(pending.Buffer, stop).ConfigureAwait(false);
                }
                finally
                {
                    await hashing.ConfigureAwait(false);
                }
            }
            finally
            {
                _buffers.Return(pending.Buffer);
            }

            await _schedule.EndAsync(pending.Frame).ConfigureAwait(false);
            progress?.Report(++done);
        }
    }

    private async Task<WorkReceipt> ComposeAsync(int frame, byte[] buffer, CancellationToken stop)
    {
        var shot = _script.ShotAt(frame);
        var mix = _script.MixAt(shot, frame);
        var layer = await LayerAsync(shot, frame).ConfigureAwait(false);
        FrameLayer? below = mix >= 1 ? null : shot > 0 ? await LayerAsync(shot - 1, frame).ConfigureAwait(false) : (await _ground!.Value.ConfigureAwait(false)).At(0);
        var overlays = await OverlaysAsync(frame).ConfigureAwait(false);
        var work = new ComposeFrame(_board.Width, _board.Height, below ?? layer, below is null ? null : layer, below is null ? 0 : mix, overlays, buffer, Options(shot, frame, below is not null));
        return await _engine.RunAsync(work, null, stop).ConfigureAwait(false);
    }

    private FrameOptions Options(int shot, int frame, bool mixed) => new()
    {
        Transition = _board.Shots[shot].Transition is { } transition ? TransitionNames.Find(transition.Kind) : Transition.Fade,

        // Where two pictures mix they make levels between whole ones, which would band and move in steps; a picture alone
        // has bands of its own 8 bits only, which dither leaves (docs/decisions/0007-frames.md).
        Dither = _board.Frame?.Dither ?? mixed,
        FrameNumber = frame,
        Vignette = _board.Frame?.Vignette ?? 0,
        Brightness = _board.Frame?.Brightness ?? 0,
        Contrast = _board.Frame?.Contrast ?? 0,
        Saturation = _board.Frame?.Saturation ?? 0,
        LinearLight = _board.Frame?.LinearLight ?? false,
        Sampling = _board.Frame is { Bicubic: true } ? FrameSampling.Bicubic : default,
        Cube = _table,
    };

    private async ValueTask<FrameLayer> LayerAsync(int shot, int frame) => (await _shots[shot].Value.ConfigureAwait(false)).At(_script.PartAt(shot, frame));

    private async ValueTask<IReadOnlyList<FrameOverlay>> OverlaysAsync(int frame)
    {
        var time = _script.Time(frame);
        List<FrameOverlay>? overlays = null;
        foreach (var (place, picture) in _overlays)
        {
            if (place.At(time) is { } seen)
            {
                overlays ??= [];
                overlays.Add(new FrameOverlay(await picture.Value.ConfigureAwait(false), place.Box.Left, place.Box.Top, seen.Opacity) { MoveX = seen.X, MoveY = seen.Y });
            }
        }

        if (_presenter is not null)
        {
            // Above all else: the bands of some styles go across the frame, their words do not.
            (await _presenter.Value.ConfigureAwait(false)).AddTo(overlays ??= [], frame);
        }

        return overlays ?? (IReadOnlyList<FrameOverlay>)[];
    }

    private static OverlayPicture Draw(PlacedOverlay overlay) => OverlayPicture.FromRgba(overlay.Box.Width, overlay.Box.Height, OverlayImage.Draw(overlay.Box, overlay.Draw));

    // After a failure work may be running still: it ends before its buffers and pictures do.
    private async Task DrainAsync()
    {
        while (_pending.Reader.TryRead(out var pending))
        {
            await ((Task)pending.Work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _buffers.Return(pending.Buffer);
        }
    }

    private static async Task StopOnFailureAsync(Task task, CancellationTokenSource stop)
    {
        try
        {
            await task.ConfigureAwait(false);
        }
        catch
        {
            await stop.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private readonly record struct Pending(int Frame, byte[] Buffer, Task<WorkReceipt> Work);
}
