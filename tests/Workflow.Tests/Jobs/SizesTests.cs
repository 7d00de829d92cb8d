using System.Collections.Concurrent;
using Gpu.Workflow.Jobs;
using Gpu.Workflow.Sound;
using Gpu.Workflow.Storyboards;
using Gpu.Workflow.Tests.Fetching;
using Microsoft.Extensions.Options;

namespace Gpu.Workflow.Tests.Jobs;

/// <summary>An ad in several sizes and formats of one run.</summary>
public sealed class SizesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeStages _stages = new();
    private readonly ConcurrentBag<string> _seen = [];

    public SizesTests() => _stages.At = (stage, _) =>
    {
        _seen.Add(stage);
        return Task.CompletedTask;
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private WorkflowRequest Request => new()
    {
        Source = "https://example.com/coffee", OutputRoot = _folder["out"], Width = 32, Height = 18, FramesPerSecond = 10, Duration = 1, OtherSizes = [new AdSize(18, 32), new AdSize(32, 32), new AdSize(64, 64)],
    };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Sizes_share_the_page_its_suggestions_its_pictures_and_its_sound()
    {
        var sound = new CountingSound();
        var result = await Engine(_stages.Stages with { Planner = new Speaking(_stages), Sound = sound }).ExecuteAsync(Request with { Formats = [AdFormat.Mp4, AdFormat.Gif] }, null, Cancel);

        Assert.Equal((1, 1, 1, 4, 8), (Count("extract"), Count("suggest"), Count("load image-1.jpg"), Count("render"), Count("encode")));
        Assert.Equal((1, 1), (sound.Spoken, sound.Mixed));
        string[] names = ["-16x9", "-9x16", "-32x32", "-64x64"];
        Assert.Equal(
            [.. names.SelectMany(static n => (string[])[$"ad{n}.mp4", $"ad{n}.gif", $"ad{n}.srt", $"ad{n}.vtt", $"storyboard{n}.json", $"thumbnail{n}.jpg"]).Append("manifest.json").Order(StringComparer.Ordinal)],
            Directory.GetFiles(result.Folder!).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal([(32, 18), (18, 32), (32, 32), (64, 64)], result.Manifest.Ads.Select(static ad => (ad.Frames.Width, ad.Frames.Height)));
        Assert.Equal(["ad-9x16.mp4", "ad-9x16.gif"], result.Manifest.Ads[1].Films);
        foreach (var (name, file) in result.Manifest.Files)
        {
            Assert.Equal(file.Bytes, new FileInfo(Path.Combine(result.Folder!, name)).Length);
        }

        Assert.Equal(result.Manifest.Files.Keys.Append("manifest.json").Order(StringComparer.Ordinal), Directory.GetFiles(result.Folder!).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_size_that_fails_stops_the_others_and_leaves_nothing()
    {
        var rendering = 0;
        _stages.At = async (stage, cancellation) =>
        {
            if (stage == "render" && Interlocked.Increment(ref rendering) == 2)
            {
                throw new Gpu.Runtime.OptimizationError("The second one breaks.");
            }

            if (stage == "render")
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
            }
        };

        var error = await Assert.ThrowsAsync<Gpu.Runtime.OptimizationError>(() => Engine(_stages.Stages).ExecuteAsync(Request, null, Cancel));

        Assert.Equal("The second one breaks.", error.Message);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Fact]
    public async Task No_more_films_are_made_at_a_time_than_there_is_room_for()
    {
        var (now, most) = (0, 0);
        _stages.At = async (stage, _) =>
        {
            if (stage == "render")
            {
                PoliteTests.InterlockedMax(ref most, Interlocked.Increment(ref now));
                await Task.Yield();
                Interlocked.Decrement(ref now);
            }
        };

        await Engine(_stages.Stages, filmsAtOnce: 1).ExecuteAsync(Request, null, Cancel);

        Assert.Equal((0, 1), (now, most));
    }

    [Fact]
    public async Task Force_takes_away_what_an_earlier_run_made_in_other_sizes_and_formats()
    {
        var request = Request with { Output = _folder["ad"], Force = true };
        await Engine(_stages.Stages).ExecuteAsync(request with { Formats = [AdFormat.Webm, AdFormat.Mp4] }, null, Cancel);
        await File.WriteAllTextAsync(_folder["ad", "ad-notes.txt"], "mine", Cancel);
        await Engine(_stages.Stages).ExecuteAsync(request with { OtherSizes = [] }, null, Cancel);

        Assert.Equal(["ad-notes.txt", "ad.mp4", "ad.srt", "ad.vtt", "manifest.json", "storyboard.json", "thumbnail.jpg"], Directory.GetFiles(_folder["ad"]).Select(Path.GetFileName).Order());
    }

    private int Count(string stage) => _seen.Count(s => s == stage);

    private static WorkflowEngine Engine(WorkflowStages stages, int filmsAtOnce = 2) =>
        new(stages, new MemoryWorkflowStore(), Options.Create(new WorkflowOptions { FilmsAtOnce = filmsAtOnce }), TimeProvider.System);

    private sealed class Speaking(IStoryboardPlanner inner) : IStoryboardPlanner
    {
        public Storyboard Plan(Gpu.Workflow.Extraction.PageContent content, IReadOnlyList<Gpu.Workflow.Suggestions.Suggestion> suggestions, IReadOnlyDictionary<Uri, Gpu.Workflow.Pictures.PictureSize> pictures, StoryboardOptions options) =>
            inner.Plan(content, suggestions, pictures, options) with { Sound = new SoundPlan { Music = new MusicPlan("warm", 0) } };
    }

    private sealed class CountingSound : ISoundMaker
    {
        private int _spoken;
        private int _mixed;

        public int Spoken => _spoken;

        public int Mixed => _mixed;

        public Task<Narration> SpeakAsync(Storyboard storyboard, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _spoken);
            return Task.FromResult(Narration.None);
        }

        public Task<SoundTrack?> MixAsync(Storyboard storyboard, Narration narration, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _mixed);
            return Task.FromResult<SoundTrack?>(new SoundTrack(new float[480], new float[480], new SoundLevels(-14, -2), [], []));
        }
    }
}
