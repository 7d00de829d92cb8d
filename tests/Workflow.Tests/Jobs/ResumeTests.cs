using System.Collections.Concurrent;
using System.Text.Json;
using Gpu.Runtime;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Jobs;
using Microsoft.Extensions.Options;

namespace Gpu.Workflow.Tests.Jobs;

public sealed class ResumeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeStages _stages = new();
    private readonly ConcurrentBag<string> _made = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private WorkflowRequest Template => new() { Source = "", OutputRoot = _folder["out"], Width = 32, Height = 32, FramesPerSecond = 10, Duration = 1 };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_whole_is_kept_and_all_else_is_made_in_its_own_place()
    {
        var first = await RunAsync(Template, resume: false, "a", "b", "c", "poison", "d", "a");
        File.Delete(first.Items[1].Output!);
        await File.AppendAllTextAsync(first.Items[2].Output!, "torn", Cancel);
        File.Delete(Path.Combine(Path.GetDirectoryName(first.Items[4].Output!)!, "manifest.json"));
        _made.Clear();

        var second = await RunAsync(Template, resume: true, "a", "b", "c", "poison", "d", "a", "new");

        Assert.Equal(["b", "c", "d", "new", "poison"], _made.Order());
        Assert.Equal([true, false, false, false, false, true, false], second.Items.Select(static i => i.Kept));
        Assert.Equal(first.Items.Take(3).Select(static i => i.Output), second.Items.Take(3).Select(static i => i.Output));
        Assert.Equal("It is poison.", second.Items[3].Error);
        Assert.All(second.Items.Where(static i => i.Error is null), static i => Assert.True(File.Exists(i.Output)));
        Assert.Equal(6, second.Items.Select(static i => i.Output).OfType<string>().Distinct().Count());
        _made.Clear();
        Assert.All((await RunAsync(Template, resume: true, "a", "b", "c", "d", "a", "new")).Items, static i => Assert.True(i.Kept));
        Assert.Empty(_made);
    }

    [Fact]
    public async Task Ads_as_long_as_suggested_are_kept_too()
    {
        await RunAsync(Template with { FitDuration = true }, resume: false, "a", "b");
        _made.Clear();
        Assert.All((await RunAsync(Template with { FitDuration = true }, resume: true, "a", "b")).Items, static i => Assert.True(i.Kept));
        Assert.Empty(_made);
    }

    [Fact]
    public async Task Other_options_make_all_again()
    {
        await RunAsync(Template, resume: false, "a", "b");
        _made.Clear();

        var again = await RunAsync(Template with { Crf = 21 }, resume: true, "a", "b");

        Assert.Equal(["a", "b"], _made.Order());
        Assert.All(again.Items, static i => Assert.False(i.Kept));
        Assert.Equal(2, Directory.GetDirectories(again.Folder).Length);
    }

    [Fact]
    public async Task Without_a_folder_the_latest_is_gone_on_with_and_without_one_to_go_on_with_it_is_a_new_one()
    {
        var batch = Batch();
        var request = new BatchRequest { Sources = ["a"], Template = Template, Name = "mine", Resume = true };
        var fresh = await batch.ExecuteAsync(request, cancellationToken: Cancel);
        await batch.ExecuteAsync(request with { Resume = false }, cancellationToken: Cancel);
        var latest = await batch.ExecuteAsync(request, cancellationToken: Cancel);

        Assert.Equal((_folder["out", "mine"], _folder["out", "mine-2"]), (fresh.Folder, latest.Folder));
        Assert.True(latest.Items[0].Kept);
    }

    [Fact]
    public async Task Stopped_half_way_it_leaves_a_folder_that_can_be_gone_on_with()
    {
        using var stop = new CancellationTokenSource();
        _stages.At = async (stage, cancellation) =>
        {
            if (stage == "render" && _made.Count >= 3)
            {
                await stop.CancelAsync();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
            }
        };
        var request = new BatchRequest { Sources = ["a", "b", "c", "d", "e"], Folder = _folder["all"], Template = Template, Resume = true };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Batch(films: 1).ExecuteAsync(request, cancellationToken: stop.Token));
        using (var json = JsonDocument.Parse(await File.ReadAllTextAsync(_folder["all", "batch.json"], Cancel)))
        {
            Assert.Equal(5, json.RootElement.GetArrayLength());
            Assert.Contains(json.RootElement.EnumerateArray(), static i => i.TryGetProperty("error", out var e) && e.GetString()!.Contains("stopped", StringComparison.Ordinal));
        }

        _stages.At = static (_, _) => Task.CompletedTask;
        var done = await Batch().ExecuteAsync(request, cancellationToken: Cancel);

        Assert.All(done.Items, static i => Assert.True(File.Exists(i.Output)));
        Assert.Equal(5, Directory.GetDirectories(_folder["all"]).Length);
    }

    [Fact]
    public async Task To_go_on_and_to_force_exclude_each_other() =>
        await Assert.ThrowsAsync<ConfigurationError>(() => RunAsync(Template with { Force = true }, resume: true, "a"));

    [Fact]
    public async Task Pages_of_one_title_are_named_in_the_order_of_the_list_whichever_is_read_first()
    {
        var reading = new ConcurrentDictionary<string, TaskCompletionSource>();
        var slow = new Slow(_stages, async source =>
        {
            // Each waits for the one after it: they are read backwards.
            var next = reading.GetOrAdd(((char)(source[0] + 1)).ToString(), static _ => new());
            await (source == "d" ? Task.CompletedTask : next.Task);
            reading.GetOrAdd(source, static _ => new()).TrySetResult();
        });
        var engine = new WorkflowEngine(_stages.Stages with { Extractor = slow }, new MemoryWorkflowStore(), Options.Create(new WorkflowOptions { FilmsAtOnce = 2 }), TimeProvider.System);

        var result = await new WorkflowBatch(engine).ExecuteAsync(new BatchRequest { Sources = ["a", "b", "c", "d"], Folder = _folder["all"], Template = Template }, cancellationToken: Cancel);

        Assert.Equal(["harbour-roast", "harbour-roast-2", "harbour-roast-3", "harbour-roast-4"], result.Items.Select(static i => Path.GetFileName(Path.GetDirectoryName(i.Output))));
    }

    private WorkflowBatch Batch(int films = 2)
    {
        var stages = _stages.Stages with { Extractor = new Slow(_stages, source => { _made.Add(source); return Task.CompletedTask; }) };
        return new(new WorkflowEngine(stages, new MemoryWorkflowStore(), Options.Create(new WorkflowOptions { FilmsAtOnce = films }), TimeProvider.System));
    }

    private Task<BatchResult> RunAsync(WorkflowRequest template, bool resume, params string[] sources) =>
        Batch().ExecuteAsync(new BatchRequest { Sources = sources, Folder = _folder["all"], Template = template, Resume = resume }, cancellationToken: Cancel);

    private sealed class Slow(IContentExtractor inner, Func<string, Task> before) : IContentExtractor
    {
        public async Task<PageContent> ExtractAsync(string source, CancellationToken cancellationToken = default)
        {
            await before(source);
            return source == "poison" ? throw new PageError(PageErrorKind.WrongType, "It is poison.") : await inner.ExtractAsync(source, cancellationToken);
        }
    }
}
