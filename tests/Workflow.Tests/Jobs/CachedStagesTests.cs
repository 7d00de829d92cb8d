using Gpu.Runtime.Caching;
using Gpu.Runtime.Resilience;
using Gpu.Workflow.Encoding;
using Gpu.Workflow.Jobs;
using Gpu.Workflow.Tests.Extraction;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gpu.Workflow.Tests.Jobs;

public sealed class CachedStagesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private int _runs;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_workflow_counts_what_came_from_the_cache_and_what_did_not()
    {
        await using var services = Services();
        var engine = services.GetRequiredService<WorkflowEngine>();
        var first = await MakeAsync(engine);
        var second = await MakeAsync(engine);
        Assert.Equal((0, 5), (first.State.CacheHits, first.State.CacheMisses));
        Assert.Equal((5, 0), (second.State.CacheHits, second.State.CacheMisses));
        Assert.Equal(new ManifestCache(5, 0, true), second.Manifest.Cache);
        Assert.Equal(first.Manifest.Frames, second.Manifest.Frames);
        Assert.Equal(first.Manifest.Files.OrderBy(static f => f.Key, StringComparer.Ordinal), second.Manifest.Files.OrderBy(static f => f.Key, StringComparer.Ordinal));
        Assert.Equal(await File.ReadAllBytesAsync(first.State.VideoPath!, Token), await File.ReadAllBytesAsync(second.State.VideoPath!, Token));
    }

    [Fact]
    public async Task Two_that_ask_for_the_same_at_once_have_each_its_files_of_one_film()
    {
        await using var services = Services();
        var engine = services.GetRequiredService<WorkflowEngine>();
        var both = await Task.WhenAll(MakeAsync(engine), MakeAsync(engine));
        Assert.Equal(5, both.Sum(static b => b.State.CacheMisses));
        Assert.Equal(5, both.Sum(static b => b.State.CacheHits));
        Assert.Equal(await File.ReadAllBytesAsync(both[0].State.VideoPath!, Token), await File.ReadAllBytesAsync(both[1].State.VideoPath!, Token));
    }

    [Fact]
    public async Task One_that_is_stopped_takes_the_film_from_nobody()
    {
        await using var services = Services();
        var engine = services.GetRequiredService<WorkflowEngine>();
        using var stop = new CancellationTokenSource();
        var rendering = new TaskCompletionSource();
        var watch = new Watch(p => _ = p is { Step: "frames", Frames: > 0 } && rendering.TrySetResult());
        var first = engine.ExecuteAsync(Request() with { Duration = 30 }, watch, stop.Token);
        await rendering.Task.WaitAsync(Token);
        var second = engine.ExecuteAsync(Request() with { Duration = 30 }, null, Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.True(File.Exists((await second).State.VideoPath));
    }

    [Fact]
    public async Task Another_presenter_is_another_film_and_the_same_one_comes_from_the_cache()
    {
        await using var services = Services();
        var engine = services.GetRequiredService<WorkflowEngine>();
        var picture = Path.Combine(_folder.Path, "me.png");
        await File.WriteAllBytesAsync(picture, Avatars.AvatarPictureTests.Disc(SkiaSharp.SKEncodedImageFormat.Png, SkiaSharp.SKColors.Teal), Token);
        var hashes = new List<string>();
        foreach (var avatar in (string?[])[null, "mara", "bit", picture])
        {
            var first = await engine.ExecuteAsync(Request() with { Avatar = avatar, Force = true }, null, Token);
            var second = await engine.ExecuteAsync(Request() with { Avatar = avatar, Force = true }, null, Token);
            Assert.Equal((false, true), (first.Manifest.Cache!.Film, second.Manifest.Cache!.Film));
            Assert.Equal(first.Manifest.Frames, second.Manifest.Frames);
            Assert.Equal((avatar, avatar), (second.Manifest.Options.Avatar, second.State.Avatar));
            hashes.Add(first.Manifest.Frames.Sha256);
        }

        // The path is the same, the picture is not.
        await File.WriteAllBytesAsync(picture, Avatars.AvatarPictureTests.Disc(SkiaSharp.SKEncodedImageFormat.Png, SkiaSharp.SKColors.Red), Token);
        var changed = await engine.ExecuteAsync(Request() with { Avatar = picture, Force = true }, null, Token);
        Assert.False(changed.Manifest.Cache!.Film);
        hashes.Add(changed.Manifest.Frames.Sha256);
        Assert.Equal(5, hashes.Distinct().Count());
    }

    [Fact]
    public async Task Without_a_cache_all_is_made_each_time_and_nothing_counted()
    {
        await using var services = Services(static o => o.UseCache = false);
        var engine = services.GetRequiredService<WorkflowEngine>();
        await MakeAsync(engine);
        var second = await MakeAsync(engine);
        Assert.Equal((0, 0), (second.State.CacheHits, second.State.CacheMisses));
        Assert.Null(second.Manifest.Cache);
    }

    [Fact]
    public async Task A_film_too_large_to_be_kept_is_made_each_time()
    {
        await using var services = Services(static o => o.Cache = new CacheOptions { MaxValueBytes = 512 << 10 });
        var engine = services.GetRequiredService<WorkflowEngine>();
        await engine.ExecuteAsync(Request() with { Crf = 0, Width = 640, Height = 360 }, null, Token);
        var second = await engine.ExecuteAsync(Request() with { Crf = 0, Width = 640, Height = 360 }, null, Token);
        Assert.Equal(1, second.State.CacheMisses);
        Assert.True(new FileInfo(second.State.VideoPath!).Length > 512 << 10);
    }

    [Theory]
    [InlineData(EncodingErrorKind.Failed, 2)]
    [InlineData(EncodingErrorKind.NoSpace, 1)]
    public async Task An_encoder_that_broke_is_started_once_more_and_a_full_disk_is_full(EncodingErrorKind kind, int starts)
    {
        var started = 0;
        var fake = new FakeStages();
        fake.At = (stage, _) => stage == "encode" && ++started == 1 ? throw new EncodingError(kind, "broken") : Task.CompletedTask;
        using var pipelines = new ResiliencePipelines();
        var engine = new WorkflowEngine(fake.Stages with { Pipelines = pipelines }, new MemoryWorkflowStore(), Options.Create(new WorkflowOptions()), TimeProvider.System);
        var run = engine.ExecuteAsync(new WorkflowRequest { Source = "page.html", Output = Path.Combine(_folder.Path, "ad"), Width = 16, Height = 16, Duration = 0.1 }, null, Token);
        if (starts == 2)
        {
            Assert.True(File.Exists((await run).State.VideoPath));
        }
        else
        {
            Assert.Equal(OutputErrorKind.NoSpace, (await Assert.ThrowsAsync<OutputError>(() => run)).Kind);
        }

        Assert.Equal(starts, started);
    }

    private ServiceProvider Services(Action<WorkflowOptions>? configure = null) => new ServiceCollection().AddGpuWorkflow(options =>
    {
        (options.StateFolder, options.Device) = (null, Gpu.Runtime.Devices.DeviceSelection.Cpu);
        configure?.Invoke(options);
    }).BuildServiceProvider();

    private WorkflowRequest Request() => new()
    {
        Source = Path.Combine(SampleTests.Root(), "samples", "coffee", "index.html"),
        Output = Path.Combine(_folder.Path, $"ad-{Interlocked.Increment(ref _runs)}"),
        Width = 160,
        Height = 90,
        FramesPerSecond = 10,
        Duration = 3,
        Preset = "ultrafast",
    };

    private Task<WorkflowResult> MakeAsync(WorkflowEngine engine) => engine.ExecuteAsync(Request(), null, Token);

    private sealed class Watch(Action<WorkflowProgress> see) : IProgress<WorkflowProgress>
    {
        public void Report(WorkflowProgress value) => see(value);
    }
}
