using System.Collections.Concurrent;
using System.Text.Json;
using Gpu.Runtime;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Jobs;
using Gpu.Workflow.Suggestions.Edits;
using Microsoft.Extensions.Options;

namespace Gpu.Workflow.Tests.Jobs;

public sealed class WorkflowEngineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeStages _stages = new();
    private readonly WorkflowEngine _engine;

    public WorkflowEngineTests() => _engine = Engine();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_presenter_that_is_not_known_is_refused_with_those_that_are()
    {
        var error = await Assert.ThrowsAsync<ConfigurationError>(() => _engine.ExecuteAsync(Request("one") with { Avatar = "nobody" }, null, Cancel));
        Assert.Contains("mara", error.Message, StringComparison.Ordinal);
        var stranger = await Assert.ThrowsAsync<ConfigurationError>(() => _engine.ExecuteAsync("https://example.com/", "two", "/etc/hostname", Cancel));
        Assert.Contains("/etc/hostname", stranger.Message, StringComparison.Ordinal);
        Assert.Null(await _engine.GetStatusAsync("two", Cancel));
    }

    [Fact]
    public async Task A_run_goes_through_the_stages_in_order_and_leaves_the_files_and_its_state()
    {
        var seen = new ConcurrentQueue<WorkflowStatus>();
        _stages.At = async (_, _) => seen.Enqueue((await _engine.GetStatusAsync("one", Cancel))!.Status);

        var result = await _engine.ExecuteAsync(Request("one"), null, Cancel);

        Assert.Equal([WorkflowStatus.Extracting, WorkflowStatus.Suggesting, WorkflowStatus.Generating], seen.Distinct());
        Assert.Equal(WorkflowStatus.Completed, result.State.Status);
        Assert.Equal(_folder["out", "harbour-roast", "ad.mp4"], result.State.VideoPath);
        Assert.Equal(["ad.mp4", "ad.srt", "ad.vtt", "manifest.json", "storyboard.json", "thumbnail.jpg"], Directory.GetFiles(result.Folder!).Select(Path.GetFileName).Order());
        var kept = await Engine().GetStatusAsync("one", Cancel);
        Assert.Equal(result.State with { Content = null, Suggestions = [], StageSeconds = kept!.StageSeconds, UserEdits = kept.UserEdits, OptimizationsUsed = kept.OptimizationsUsed },
            kept with { Content = null, Suggestions = result.State.Suggestions.Count == kept.Suggestions.Count ? [] : kept.Suggestions });
        Assert.Equal("Harbour 珈琲 Roast", kept.Content!.Title);
        Assert.True(kept.StageSeconds.ContainsKey("extracting") && kept.StageSeconds.ContainsKey("suggesting") && kept.StageSeconds.ContainsKey("frames") && kept.StageSeconds.ContainsKey("total"));
    }

    [Theory]
    [InlineData(2.0, true, 20)]
    [InlineData(2.0, false, 10)]
    [InlineData(null, true, 10)]
    public async Task An_ad_is_as_long_as_suggested_where_that_is_asked_for(double? suggested, bool fit, int frames)
    {
        var stages = new FakeStages { Suggested = suggested };
        var engine = new WorkflowEngine(stages.Stages, new MemoryWorkflowStore(), Options.Create(new WorkflowOptions()), TimeProvider.System);
        var result = await engine.ExecuteAsync(Request("one") with { FitDuration = fit }, null, Cancel);
        Assert.Equal((frames, fit ? null : 1.0), (result.Manifest.Frames.Count, result.Manifest.Options.Duration));
    }

    [Fact]
    public async Task The_state_is_kept_in_snake_case_under_the_names_of_the_original()
    {
        await _engine.ExecuteAsync(Request("one") with { Avatar = "mara", Edits = Edit("image-1", 0.5f) }, null, Cancel);

        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(_folder["state", "one.json"], Cancel));
        string[] names = ["workflow_id", "source_url", "status", "avatar", "content", "suggestions", "video_path", "created_at", "updated_at", "stage_seconds", "cache_hits", "cache_misses", "error", "error_stage", "user_edits", "optimizations_used"];
        Assert.All(names, name => Assert.True(json.RootElement.TryGetProperty(name, out _), name));
        Assert.Equal("completed", json.RootElement.GetProperty("status").GetString());
        Assert.Equal(0.5, json.RootElement.GetProperty("user_edits")[0].GetProperty("weight").GetDouble());
    }

    [Fact]
    public async Task The_manifest_says_how_the_ad_was_made()
    {
        var result = await _engine.ExecuteAsync(Request("one") with { Crf = 0, Seed = 7 }, null, Cancel);

        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(result.Folder!, "manifest.json"), Cancel));
        var root = json.RootElement;
        Assert.Equal(10, root.GetProperty("frames").GetProperty("count").GetInt32());
        Assert.Equal(result.Manifest.Frames.Sha256, root.GetProperty("frames").GetProperty("sha256").GetString());
        Assert.Equal(0, root.GetProperty("options").GetProperty("crf").GetInt32());
        Assert.Equal(7, root.GetProperty("options").GetProperty("seed").GetInt32());
        Assert.Equal(3, root.GetProperty("versions").GetProperty("x264Threads").GetInt32());
        Assert.Equal("cpu", root.GetProperty("devices")[0].GetString());
        Assert.Equal("no glyph for 珈", Assert.Single(root.GetProperty("warnings").EnumerateArray()).GetString());
        var ad = root.GetProperty("files").GetProperty("ad.mp4");
        Assert.Equal(new FileInfo(Path.Combine(result.Folder!, "ad.mp4")).Length, ad.GetProperty("bytes").GetInt64());
    }

    [Theory]
    [InlineData("extract", WorkflowStatus.Extracting)]
    [InlineData("suggest", WorkflowStatus.Suggesting)]
    [InlineData("render", WorkflowStatus.Generating)]
    [InlineData("encode", WorkflowStatus.Generating)]
    public async Task A_stage_that_fails_is_named_in_the_state_and_leaves_nothing(string stage, WorkflowStatus status)
    {
        _stages.At = (at, _) => at == stage ? throw new PageError(PageErrorKind.Unreachable, "The cable is cut.") : Task.CompletedTask;

        await Assert.ThrowsAsync<PageError>(() => _engine.ExecuteAsync(Request("one"), null, Cancel));

        var state = await _engine.GetStatusAsync("one", Cancel);
        Assert.Equal((WorkflowStatus.Failed, status, "The cable is cut."), (state!.Status, state.ErrorStage, state.Error));
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Theory]
    [InlineData("manifest.json")]
    [InlineData("storyboard.json")]
    [InlineData("ad.mp4")]
    public async Task Where_a_result_cannot_be_put_in_place_there_is_no_ad_and_nothing_else(string name)
    {
        // A folder of a result's name: everything can be written but this one rename.
        Directory.CreateDirectory(_folder["ad", name, "mine"]);

        var error = await Assert.ThrowsAsync<OutputError>(() => _engine.ExecuteAsync(Request("one") with { Output = _folder["ad"] }, null, Cancel));

        Assert.Equal(OutputErrorKind.NotWritable, error.Kind);
        Assert.Equal([$"ad/{name}", $"ad/{name}/mine"], _folder.Contents.Where(static e => e.StartsWith("ad/", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("extract")]
    [InlineData("suggest")]
    [InlineData("load image-1.jpg")]
    [InlineData("render")]
    public async Task Cancel_stops_a_run_wherever_it_is_and_leaves_nothing(string stage)
    {
        var there = new TaskCompletionSource();
        _stages.At = async (at, cancellation) =>
        {
            if (at == stage)
            {
                there.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
            }
        };
        var run = _engine.ExecuteAsync(Request("one"), null, Cancel);
        await there.Task.WaitAsync(Cancel);

        Assert.True(await _engine.CancelAsync("one"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.Equal(WorkflowStatus.Cancelled, (await _engine.GetStatusAsync("one", Cancel))!.Status);
        Assert.False(Directory.Exists(_folder["out"]));
        Assert.False(await _engine.CancelAsync("one"));
    }

    [Fact]
    public async Task A_picture_that_cannot_be_had_gives_way_to_the_next_best_with_a_warning()
    {
        _stages.At = (at, _) => at == "load image-1.jpg" ? throw new PageError(PageErrorKind.WrongType, "image-1.jpg is no picture.") : Task.CompletedTask;

        var result = await _engine.ExecuteAsync(Request("one"), null, Cancel);

        Assert.Equal(["image-2"], result.State.Suggestions.Where(static s => s.Selected).Select(static s => s.Id));
        Assert.Contains(result.Manifest.Warnings, static w => w.Contains("image-1.jpg is no picture.", StringComparison.Ordinal));
        Assert.Equal("https://example.com/image-2.jpg", Assert.Single(result.Manifest.Pictures).Url.ToString());
    }

    [Fact]
    public async Task Edits_are_kept_and_reach_the_suggester_of_the_next_run()
    {
        await _engine.ExecuteAsync(Request("one"), null, Cancel);
        await _engine.SetEditsAsync("one", Edit("image-2", 2), Cancel);

        await Engine().ExecuteAsync(Request("one"), null, Cancel);

        Assert.Equal(("image-2", 2f), Assert.Single(_stages.Edits!.Edits) is var edit ? (edit.Id, edit.Weight) : default);
        await Assert.ThrowsAsync<EditError>(() => _engine.SetEditsAsync("one", Edit("bogus", 1), Cancel));
    }

    [Fact]
    public async Task One_name_runs_once_at_a_time()
    {
        var (there, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        _stages.At = async (_, cancellation) =>
        {
            there.TrySetResult();
            await go.Task.WaitAsync(cancellation);
        };
        var run = _engine.ExecuteAsync(Request("one"), null, Cancel);
        await there.Task.WaitAsync(Cancel);

        var error = await Assert.ThrowsAsync<ConfigurationError>(() => _engine.ExecuteAsync(Request("one"), null, Cancel));

        Assert.Contains("one", error.Message, StringComparison.Ordinal);
        go.SetResult();
        await run;
    }

    [Fact]
    public async Task A_run_whose_process_was_killed_counts_as_failed()
    {
        var store = new FileWorkflowStore(_folder["state"]);
        var now = TimeProvider.System.GetUtcNow();
        await store.SaveAsync(new WorkflowState { WorkflowId = "dead", SourceUrl = "https://example.com/", Status = WorkflowStatus.Generating, CreatedAt = now, UpdatedAt = now, Owner = new WorkflowOwner(Environment.ProcessId, now.AddHours(-1)) }, Cancel);

        var state = await _engine.GetStatusAsync("dead", Cancel);

        Assert.Equal((WorkflowStatus.Failed, WorkflowStatus.Generating), (state!.Status, state.ErrorStage));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../escape")]
    [InlineData("a b")]
    [InlineData("line\n")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public async Task A_name_that_could_lead_elsewhere_is_refused(string id) =>
        await Assert.ThrowsAsync<ConfigurationError>(() => _engine.ExecuteAsync(Request(id), null, Cancel));

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("page.html")]
    [InlineData("ftp://example.com/")]
    public async Task The_overload_for_urls_takes_no_files(string url) =>
        await Assert.ThrowsAsync<ConfigurationError>(() => _engine.ExecuteAsync(url, "one", cancellationToken: Cancel));

    [Fact]
    public async Task A_value_out_of_bounds_is_named_with_its_bounds()
    {
        WorkflowRequest[] wrong =
        [
            Request("one") with { Width = 161 }, Request("one") with { Height = 0 }, Request("one") with { FramesPerSecond = 0 }, Request("one") with { Duration = double.NaN },
            Request("one") with { Crf = 52 }, Request("one") with { Preset = "warp" }, Request("one") with { Source = "https://example.com/" + new string('x', 2048) },
            Request("one") with { Formats = [] }, Request("one") with { Formats = [AdFormat.Mp4, AdFormat.Mp4] }, Request("one") with { Formats = [AdFormat.Gif], Duration = 61 }, Request("one") with { Animation = new(Side: 8) },
            Request("one") with { OtherSizes = [new AdSize(32, 32)] }, Request("one") with { OtherSizes = [new AdSize(33, 32)] }, Request("one") with { Stream = Stream.Null },
            Request("one") with { Stream = Stream.Null, Formats = [AdFormat.Y4m], OtherSizes = [new AdSize(64, 32)] },
        ];
        foreach (var request in wrong)
        {
            var error = await Assert.ThrowsAsync<ConfigurationError>(() => _engine.ExecuteAsync(request, null, Cancel));
            Assert.Contains("accepted", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_list_has_all_workflows()
    {
        await _engine.ExecuteAsync(Request("one"), null, Cancel);
        await _engine.ExecuteAsync(Request("two"), null, Cancel);

        Assert.Equal(["one", "two"], (await Engine().ListAsync(Cancel)).Select(static s => s.WorkflowId).Order());
        Assert.Null(await _engine.GetStatusAsync("three", Cancel));
    }

    [Fact]
    public async Task A_batch_keeps_its_failures_as_results_and_goes_on()
    {
        var stages = _stages.Stages with { Extractor = new FailingExtractor(_stages) };
        var batch = new WorkflowBatch(new WorkflowEngine(stages, new MemoryWorkflowStore(), Options.Create(new WorkflowOptions()), TimeProvider.System));

        var result = await batch.ExecuteAsync(new BatchRequest { Sources = ["good", "poison", "good"], Folder = _folder["all"], Template = Request(null) }, cancellationToken: Cancel);

        Assert.Equal([_folder["all", "harbour-roast", "ad.mp4"], null, _folder["all", "harbour-roast-2", "ad.mp4"]], result.Items.Select(static i => i.Output));
        Assert.Equal("It is poison.", result.Items[1].Error);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(_folder["all", "batch.json"], Cancel));
        Assert.Equal(["good", "poison", "good"], json.RootElement.EnumerateArray().Select(static i => i.GetProperty("source").GetString()));
    }

    private WorkflowEngine Engine() =>
        new(_stages.Stages, new FileWorkflowStore(_folder["state"]), Options.Create(new WorkflowOptions()), TimeProvider.System);

    private WorkflowRequest Request(string? id) =>
        new() { Source = "https://example.com/coffee", WorkflowId = id, OutputRoot = _folder["out"], Width = 32, Height = 32, FramesPerSecond = 10, Duration = 1 };

    private sealed class FailingExtractor(IContentExtractor inner) : IContentExtractor
    {
        public Task<PageContent> ExtractAsync(string source, CancellationToken cancellationToken = default) =>
            source == "poison" ? throw new PageError(PageErrorKind.WrongType, "It is poison.") : inner.ExtractAsync(source, cancellationToken);
    }

    private static SuggestionEdits Edit(string id, float weight) => new() { Edits = [new SuggestionEdit { Id = id, Weight = weight }] };
}
