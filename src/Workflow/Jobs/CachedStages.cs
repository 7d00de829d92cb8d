using System.Security.Cryptography;
using Gpu.Runtime.Caching;
using Gpu.Runtime.Resilience;
using Gpu.Workflow.Avatars;
using Gpu.Workflow.Encoding;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Rendering;
using Gpu.Workflow.Storyboards;
using Gpu.Workflow.Suggestions;
using Gpu.Workflow.Suggestions.Edits;

namespace Gpu.Workflow.Jobs;

/// <summary>The stages of one run, each taken from the cache where the same was made before of the same by the same code. Counts hits and misses.</summary>
internal sealed class CachedStages(WorkflowStages stages, WorkflowOptions options)
{
    private readonly PictureHashes _hashes = new(stages.Pictures);
    private int _hits;
    private int _misses;

    /// <summary>Results that came from the cache.</summary>
    public int Hits => Volatile.Read(ref _hits);

    /// <summary>Results that the cache was asked for in vain.</summary>
    public int Misses => Volatile.Read(ref _misses);

    /// <summary>The most bytes of a result that is kept.</summary>
    public long MaxValueBytes => stages.Cache?.MaxValueBytes ?? 0;

    /// <summary>The hash of the page's bytes, once it is read, lower-case hex; null where the extractor does not show them.</summary>
    public string? PageSha256 { get; private set; }

    private ResultCache? Cache => stages.Cache is { IsEnabled: true } cache ? cache : null;

    /// <summary>The page is fetched each time; what is read of it is kept by its bytes.</summary>
    public async Task<PageContent> ExtractAsync(string source, CancellationToken cancellationToken)
    {
        if (stages.Extractor is not IPageReading reading)
        {
            return await stages.Extractor.ExtractAsync(source, cancellationToken).ConfigureAwait(false);
        }

        var page = await reading.FetchAsync(source, cancellationToken).ConfigureAwait(false);
        PageSha256 = Convert.ToHexStringLower(SHA256.HashData(page.Content.Span));
        var key = Cache is null ? null : Key("extract", [stages.Extractor], builder => builder.Add(source).Add(page.Url.AbsoluteUri).Add(page.MediaType).Add(page.Charset).Add(page.Content.Span));
        return await GetAsync(key, StageCodecs.Content, token => Task.Run(() => reading.ReadAsync(page, source, token), token), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Suggestions, by the content, the edits and the pictures' bytes.</summary>
    public async Task<IReadOnlyList<Suggestion>> SuggestAsync(PageContent content, SuggestionEdits edits, CancellationToken cancellationToken)
    {
        var files = await FilesAsync(content, cancellationToken).ConfigureAwait(false);
        var key = files is null ? null : Key("suggest", [stages.Suggester, stages.Pictures, stages.Judge], builder => builder
            .Add(StageCodecs.Bytes(content, StageCodecs.Types.PageContent))
            .Add(StageCodecs.Bytes(edits, StageCodecs.Types.SuggestionEdits))
            .Add(files));
        return await GetAsync(key, StageCodecs.Suggestions, token => OnDeviceAsync(t => stages.Suggester.SuggestAsync(content, edits, t), token), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Pictures, loaded and judged.</summary>
    public async Task<PictureSet> LoadAsync(PageContent content, IReadOnlyList<Suggestion> suggestions, CancellationToken cancellationToken)
    {
        var files = await FilesAsync(content, cancellationToken).ConfigureAwait(false);
        var key = files is null ? null : Key("pictures", [stages.Pictures, stages.Judge], builder => builder
            .Add(content.Url.AbsoluteUri)
            .Add(content.Logo?.AbsoluteUri)
            .Add(StageCodecs.Bytes(suggestions, StageCodecs.Types.IReadOnlyListSuggestion))
            .Add(files));
        var data = await GetAsync(
            key,
            StageCodecs.Pictures,
            async token => (await OnDeviceAsync(t => PictureSet.LoadAsync(stages.Pictures, stages.Judge, content, suggestions, t), token).ConfigureAwait(false)).ToData(),
            cancellationToken).ConfigureAwait(false);
        return PictureSet.Of(data);
    }

    /// <summary>The storyboard.</summary>
    public Task<Storyboard> PlanAsync(PageContent content, PictureSet pictures, StoryboardOptions plan, CancellationToken cancellationToken)
    {
        var key = Key("storyboard", [stages.Planner], builder => builder
            .Add(StageCodecs.Bytes(content, StageCodecs.Types.PageContent))
            .Add(StageCodecs.Bytes(pictures.ToData(), StageCodecs.Types.PictureSetData))
            .Add(plan.ToString()));
        return GetAsync(key, StageCodecs.Storyboard, _ => Task.FromResult(stages.Planner.Plan(content, pictures.Suggestions, pictures.Sizes, plan)), cancellationToken);
    }

    /// <summary>What a finished ad is kept under; null where it is not kept.</summary>
    public async Task<CacheKey?> AdKeyAsync(WorkflowRequest request, H264Encoder encoder, Storyboard storyboard, Uri page, CancellationToken cancellationToken)
    {
        if (Cache is null || request.Formats.Contains(AdFormat.Y4m) || await _hashes.OfAsync(storyboard, page, cancellationToken).ConfigureAwait(false) is not { } files)
        {
            return null;
        }

        var presenter = storyboard.Avatar?.Picture is { } picture ? await AvatarPicture.IdentityAsync(picture, cancellationToken).ConfigureAwait(false) : null;
        var tables = string.Join('\n', ColourTables.Named(storyboard).Select(t => FileIdentity(ColourTables.PathOf(t.File, page))));
        return Key("ad", stages.OfFilm(), builder => builder.Add(StoryboardJson.Write(storyboard)).Add(files).Add(FileIdentity(storyboard.Sound?.Music?.File)).Add(presenter).Add(tables).Add(string.Join(',', request.Formats)).Add(request.Animation.ToString()).Add(encoder.ToString()).Add(request.Preset).Add(request.Crf));
    }

    // The storyboard has its path alone.
    private static string? FileIdentity(string? path) =>
        path is not null && new FileInfo(path) is { Exists: true } file ? ProgramIdentity.Of(file) : path;

    /// <summary>The finished ad.</summary>
    public Task<CachedAd> AdAsync(CacheKey key, Func<CancellationToken, Task<CachedAd>> create, CancellationToken cancellationToken) =>
        GetAsync(key, CachedAd.Codec, create, cancellationToken);

    private async Task<T> GetAsync<T>(CacheKey? key, CacheCodec<T> codec, Func<CancellationToken, Task<T>> create, CancellationToken cancellationToken)
        where T : class
    {
        if (key is not { } given || Cache is not { } cache)
        {
            return await create(cancellationToken).ConfigureAwait(false);
        }

        var lifetime = ReferenceEquals(codec, CachedAd.Codec) ? options.VideoLifetime : options.ResultLifetime;
        var result = await cache.GetOrCreateAsync(given, codec, lifetime, create, cancellationToken).ConfigureAwait(false);
        Interlocked.Increment(ref result.Source == CacheSource.Computed ? ref _misses : ref _hits);
        return result.Value;
    }

    private Task<string?> FilesAsync(PageContent content, CancellationToken cancellationToken) =>
        Cache is null ? Task.FromResult<string?>(null) : _hashes.OfAsync(content, cancellationToken);

    private Task<T> OnDeviceAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        stages.Pipelines is { } pipelines ? pipelines.ExecuteAsync(Dependency.Device, work, cancellationToken) : work(cancellationToken);

    // Null where a stage cannot tell what it depends on.
    private static CacheKey? Key(string operation, IEnumerable<object?> parts, Action<CacheKeyBuilder> inputs)
    {
        object[] known = [.. parts.OfType<object>()];
        var identities = known.OfType<IStageIdentity>().Select(static s => s.Identity).ToArray();
        if (identities.Contains(null))
        {
            return null;
        }

        using var builder = new CacheKeyBuilder(operation, CodeIdentity.Of(known.Select(static p => p.GetType()), identities));
        inputs(builder);
        return builder.Build();
    }
}
