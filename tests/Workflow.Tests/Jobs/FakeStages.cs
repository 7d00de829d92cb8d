using System.Security.Cryptography;
using Gpu.Workflow.Encoding;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Jobs;
using Gpu.Workflow.Pictures;
using Gpu.Workflow.Rendering;
using Gpu.Workflow.Storyboards;
using Gpu.Workflow.Suggestions;
using Gpu.Workflow.Suggestions.Edits;

namespace Gpu.Workflow.Tests.Jobs;

/// <summary>Stages that a host could have put in: as small as a stage can be, each able to wait or to fail.</summary>
internal sealed class FakeStages : IContentExtractor, ISuggester, IPictureLoader, IStoryboardPlanner, IFrameRenderer, IVideoEncoder
{
    public WorkflowStages Stages => new(this, this, this, this, this, this);

    /// <summary>Called at the beginning of each stage with its name.</summary>
    public Func<string, CancellationToken, Task> At { get; set; } = static (_, _) => Task.CompletedTask;

    public SuggestionEdits? Edits { get; private set; }

    /// <summary>The length that is suggested; null for none.</summary>
    public double? Suggested { get; init; }

    public async Task<PageContent> ExtractAsync(string source, CancellationToken cancellationToken = default)
    {
        await At("extract", cancellationToken);
        return new PageContent { Source = source, Url = new Uri("https://example.com/coffee"), Title = "Harbour 珈琲 Roast", Text = "Good coffee." };
    }

    public async Task<IReadOnlyList<Suggestion>> SuggestAsync(PageContent content, SuggestionEdits? edits = null, CancellationToken cancellationToken = default)
    {
        await At("suggest", cancellationToken);
        Edits = edits;
        return [Image("image-1", selected: true), Image("image-2", selected: false), .. Suggested is { } seconds ? [Image("duration", selected: true) with { Kind = SuggestionKind.Duration, Image = null, Seconds = seconds }] : Array.Empty<Suggestion>()];
    }

    public async Task<Bitmap> LoadAsync(Uri url, Uri referrer, CancellationToken cancellationToken = default)
    {
        await At("load " + url.Segments[^1], cancellationToken);
        return new Bitmap(2, 2, new byte[16]);
    }

    public Storyboard Plan(PageContent content, IReadOnlyList<Suggestion> suggestions, IReadOnlyDictionary<Uri, PictureSize> pictures, StoryboardOptions options) => new()
    {
        Title = content.Title,
        Width = options.Width,
        Height = options.Height,
        FramesPerSecond = options.FramesPerSecond,
        Duration = options.Duration,
        Shots = [new Shot { Start = 0, Duration = options.Duration, Picture = suggestions.FirstOrDefault(static s => s.Selected)?.Image?.Url.ToString() }],
    };

    public async Task<RenderSummary> RenderAsync(Storyboard storyboard, Uri page, IFrameSink sink, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        await At("render", cancellationToken);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var frames = (int)Math.Round(storyboard.Duration * storyboard.FramesPerSecond);
        for (var i = 0; i < frames; i++)
        {
            var frame = new byte[storyboard.Width * storyboard.Height * 3 / 2];
            Array.Fill(frame, (byte)(16 + i));
            hash.AppendData(frame);
            await sink.WriteAsync(frame, cancellationToken);
            progress?.Report(i + 1);
        }

        return new RenderSummary(frames, Convert.ToHexStringLower(hash.GetHashAndReset()), ["cpu"]) { Warnings = ["no glyph for 珈"] };
    }

    public async Task<IVideoEncoding> StartAsync(string path, EncodingOptions options, CancellationToken cancellationToken = default)
    {
        await At("encode", cancellationToken);
        return new FileEncoding(path);
    }

    public Task WriteThumbnailAsync(string path, ReadOnlyMemory<byte> frame, int width, int height, CancellationToken cancellationToken = default) =>
        File.WriteAllBytesAsync(path, frame.ToArray(), cancellationToken);

    private static Suggestion Image(string id, bool selected) => new()
    {
        Id = id,
        Kind = SuggestionKind.Image,
        Text = "",
        Image = new PageImage { Url = new Uri($"https://example.com/{id}.jpg") },
        Features = new Dictionary<string, float> { ["size"] = 1 },
        Score = 1,
        Selected = selected,
        Reason = "It is there.",
    };

    private sealed class FileEncoding(string path) : IVideoEncoding
    {
        private readonly FileStream _file = File.Create(path);

        public ValueTask WriteAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken = default) => _file.WriteAsync(frame, cancellationToken);

        public async Task<EncodingSummary> CompleteAsync(CancellationToken cancellationToken = default)
        {
            await _file.FlushAsync(cancellationToken);
            return new EncodingSummary("fake 1.0", 3);
        }

        public ValueTask DisposeAsync() => _file.DisposeAsync();
    }
}
