using Gpu.Runtime;
using Gpu.Runtime.Scheduling;
using Gpu.Workflow.Avatars;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Jobs;
using Gpu.Workflow.Pictures;
using Gpu.Workflow.Rendering.Overlays;
using Gpu.Workflow.Rendering.Text;
using Gpu.Workflow.Sound;
using Gpu.Workflow.Storyboards;

namespace Gpu.Workflow.Rendering;

/// <summary>Renders storyboards on the engine: one <c>frame.compose</c> a frame.</summary>
internal sealed class FrameRenderer : IFrameRenderer, IStageIdentity
{
    private readonly IComputeEngine _engine;
    private readonly IPictureLoader _loader;
    private readonly Func<FontLibrary> _fonts;
    private readonly RenderOptions _options;

    /// <summary>Makes a renderer.</summary>
    /// <param name="engine">Computes.</param>
    /// <param name="loader">Loads pictures.</param>
    /// <param name="options">How many frames at once; null for the default.</param>
    /// <param name="fonts">Opens the fonts; null for the shipped ones and the system's.</param>
    /// <exception cref="ConfigurationError">An option is outside its range.</exception>
    public FrameRenderer(IComputeEngine engine, IPictureLoader loader, RenderOptions? options = null, Func<FontLibrary>? fonts = null)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(loader);
        _engine = engine;
        _loader = loader;
        _fonts = fonts ?? (static () => new FontLibrary());
        _options = options ?? new RenderOptions();
        if (_options.FramesInFlight is < 1 or > 64)
        {
            throw new ConfigurationError($"{_options.FramesInFlight} frames in flight are outside 1 to 64.");
        }
    }

    /// <inheritdoc/>
    public string? Identity => SystemFonts.Identity;

    /// <inheritdoc/>
    /// <exception cref="StoryboardError">The storyboard has a value outside its range.</exception>
    /// <exception cref="PageError">A picture cannot be had. (A logo that cannot be had is a warning.)</exception>
    public Task<RenderSummary> RenderAsync(Storyboard storyboard, Uri page, IFrameSink sink, IProgress<int>? progress = null, CancellationToken cancellationToken = default) =>
        RenderSpokenAsync(storyboard, page, Task.FromResult(Narration.None), sink, progress, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="StoryboardError">The storyboard has a value outside its range.</exception>
    /// <exception cref="ConfigurationError">The picture of a presenter cannot be used.</exception>
    /// <exception cref="PageError">A picture cannot be had. (A logo that cannot be had is a warning.)</exception>
    public Task<RenderSummary> RenderSpokenAsync(Storyboard storyboard, Uri page, Task<Narration> narration, IFrameSink sink, IProgress<int>? progress, CancellationToken cancellationToken) =>
        RenderAsync(storyboard, page, narration, null, sink, progress, cancellationToken);

    /// <summary>
    /// Renders some frames, in order. A frame depends on the storyboard and on its own number alone, so that chunks may be
    /// rendered apart, on other devices and machines or at another time, and together are what one piece would be.
    /// </summary>
    /// <param name="storyboard">The ad.</param>
    /// <param name="page">The page that pictures are relative to.</param>
    /// <param name="range">Which frames; null for all.</param>
    /// <param name="sink">Takes the frames, one at a time.</param>
    /// <param name="progress">Told the number of frames done; null for nobody.</param>
    /// <param name="narration">What is said; null for nothing.</param>
    /// <param name="cancellationToken">Stops between frames.</param>
    /// <exception cref="StoryboardError">The storyboard has a value outside its range.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The ad has not all of the frames.</exception>
    /// <exception cref="ConfigurationError">The picture of a presenter cannot be used.</exception>
    /// <exception cref="PageError">A picture cannot be had. (A logo that cannot be had is a warning.)</exception>
    public Task<RenderSummary> RenderAsync(Storyboard storyboard, Uri page, FrameRange? range, IFrameSink sink, IProgress<int>? progress = null, Task<Narration>? narration = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(storyboard);
        range?.Check(FrameClock.Frames(storyboard));
        IReadOnlyList<int>? frames = range is { } r ? [.. Enumerable.Range(r.First, r.Count)] : null;
        return RenderAsync(storyboard, page, narration ?? Task.FromResult(Narration.None), frames, sink, progress, cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="StoryboardError">The storyboard has a value outside its range.</exception>
    /// <exception cref="PageError">A picture cannot be had. (A logo that cannot be had is a warning.)</exception>
    public Task<RenderSummary> RenderFramesAsync(Storyboard storyboard, Uri page, Task<Narration> narration, IReadOnlyList<int> frames, IFrameSink sink, CancellationToken cancellationToken) =>
        RenderAsync(storyboard, page, narration, frames, sink, null, cancellationToken);

    private async Task<RenderSummary> RenderAsync(Storyboard storyboard, Uri page, Task<Narration> narration, IReadOnlyList<int>? frames, IFrameSink sink, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(storyboard);
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(narration);
        ArgumentNullException.ThrowIfNull(sink);
        StoryboardCheck.Check(storyboard);
        var (logo, warning) = await LoadLogoAsync(storyboard, page, cancellationToken).ConfigureAwait(false);

        var pictures = await LoadOverlaysAsync(storyboard, page, cancellationToken).ConfigureAwait(false);
        var lines = storyboard.CaptionMode == CaptionMode.Words ? (await narration.WaitAsync(cancellationToken).ConfigureAwait(false)).Lines : [];

        // Fonts are this rendering's own: they may be used by one thread at a time, and what they map goes with them.
        using var fonts = _fonts();
        var (overlays, warnings) = OverlayLayout.Place(storyboard, logo, fonts, lines, pictures);
        var presenter = AvatarPlace.Of(storyboard, new FrameGeometry(storyboard.Width, storyboard.Height).Safe) is { } place ? new PresenterPreparer(_engine, storyboard, place, narration) : null;
        using var tables = await ColourTables.ReadAsync(storyboard, page, cancellationToken).ConfigureAwait(false);
        var run = new RenderRun(_engine, storyboard, new ShotPreparer(_engine, _loader, storyboard, page, tables), overlays, tables, _options, frames, presenter);
        await using (run.ConfigureAwait(false))
        {
            var summary = await run.RunAsync(sink, progress, cancellationToken).ConfigureAwait(false);
            return summary with { Warnings = [.. warning is null ? [] : (string[])[warning], .. warnings, .. presenter?.Warnings ?? []] };
        }
    }

    private async Task<Bitmap?[]> LoadOverlaysAsync(Storyboard storyboard, Uri page, CancellationToken cancellationToken)
    {
        var pictures = new Bitmap?[storyboard.Overlays.Count];
        for (var i = 0; i < pictures.Length; i++)
        {
            if (storyboard.Overlays[i].Picture is { } picture)
            {
                pictures[i] = await _loader.LoadAsync(PictureAddress.Resolve(page, picture, $"$.overlays[{i}].picture"), page, cancellationToken).ConfigureAwait(false);
            }
        }

        return pictures;
    }

    private async Task<(Bitmap? Logo, string? Warning)> LoadLogoAsync(Storyboard storyboard, Uri page, CancellationToken cancellationToken)
    {
        if (storyboard.Logo is not { } logo)
        {
            return (null, null);
        }

        try
        {
            return (await _loader.LoadAsync(PictureAddress.Resolve(page, logo.Picture, "$.logo.picture"), page, cancellationToken).ConfigureAwait(false), null);
        }
        catch (PageError e)
        {
            return (null, $"The logo is left out: {e.Message}");
        }
    }
}
