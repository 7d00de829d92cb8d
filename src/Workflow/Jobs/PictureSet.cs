using System.Security.Cryptography;
using Gpu.Kernels.Judging;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Pictures;
using Gpu.Workflow.Suggestions;

namespace Gpu.Workflow.Jobs;

/// <summary>The pictures that an ad can be made from: loaded, and replaced by the next best where one cannot be had, shows nothing or shows what a better one shows.</summary>
internal sealed class PictureSet
{
    // Noise of an encoder on one colour stays below; a drawing of two does not.
    private const double Flat = 1;

    private readonly Dictionary<Uri, PictureSize> _sizes = [];
    private readonly List<ManifestPicture> _pictures = [];
    private readonly List<string> _warnings = [];
    private readonly List<(Uri Url, PictureQuality Quality)> _shown = [];

    private PictureSet(IReadOnlyList<Suggestion> suggestions) => Suggestions = suggestions;

    /// <summary>No picture, nothing suggested.</summary>
    public static PictureSet None { get; } = new([]);

    /// <summary>A set from its data.</summary>
    public static PictureSet Of(PictureSetData data)
    {
        var set = new PictureSet(data.Suggestions);
        set._pictures.AddRange(data.Pictures);
        set._warnings.AddRange(data.Warnings);
        foreach (var size in data.Sizes)
        {
            set._sizes[size.Url] = new PictureSize(size.Width, size.Height);
        }

        return set;
    }

    /// <summary>The set as data.</summary>
    public PictureSetData ToData() => new(Suggestions, [.. _sizes.Select(static s => new PictureSizeData(s.Key, s.Value.Width, s.Value.Height))], _pictures, _warnings);

    /// <summary>The suggestions, those images selected that could be loaded.</summary>
    public IReadOnlyList<Suggestion> Suggestions { get; private set; }

    public IReadOnlyDictionary<Uri, PictureSize> Sizes => _sizes;

    public IReadOnlyList<ManifestPicture> Pictures => _pictures;

    public IReadOnlyList<string> Warnings => _warnings;

    public static async Task<PictureSet> LoadAsync(IPictureLoader loader, IPictureJudge? judge, PageContent content, IReadOnlyList<Suggestion> suggestions, CancellationToken cancellationToken)
    {
        var set = new PictureSet(suggestions);
        set._warnings.AddRange(suggestions.Where(static s => s is { Kind: SuggestionKind.Image, Problem: not null }).Select(static s => $"A picture is left out: {s.Problem}"));
        var images = suggestions.Where(static s => s is { Kind: SuggestionKind.Image, Image: not null }).ToArray();
        var wanted = images.Count(static s => s.Selected);
        var usable = new HashSet<string>(StringComparer.Ordinal);
        // Selected first, then the rest in the order of their scores, until there are as many as were selected.
        var order = images.Where(static s => s.Selected).Concat(images.Where(static s => s is { Selected: false, Problem: null, EditWeight: > -1 }));
        // Our own suggester has judged them already; another may know of pictures by their addresses only.
        judge = images.Any(static s => s.Features.ContainsKey("sharpness")) ? null : judge;
        foreach (var chunk in order.Chunk(Math.Max(1, wanted)))
        {
            var missing = wanted - usable.Count;
            if (missing == 0)
            {
                break;
            }

            var batch = chunk.Take(missing).ToArray();
            var loaded = await Task.WhenAll(batch.Select(s => TryLoadAsync(loader, s.Image!.Url, content.Url, cancellationToken))).ConfigureAwait(false);
            var judged = await JudgeAsync(judge, loaded, cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < batch.Length; i++)
            {
                var (suggestion, outcome) = (batch[i], loaded[i]);
                if (set.IsNew(suggestion.Image!.Url, judged[i]) && set.Keep(suggestion.Image!.Url, outcome))
                {
                    usable.Add(suggestion.Id);
                }
            }
        }

        var logos = suggestions.Where(static s => s.Kind == SuggestionKind.Logo).ToArray();
        if ((logos.Length == 0 ? content.Logo : Array.Find(logos, static l => l.Selected || l.Problem is not null)?.Image?.Url) is { } logo)
        {
            set.Keep(logo, await TryLoadAsync(loader, logo, content.Url, cancellationToken).ConfigureAwait(false));
        }

        set.Suggestions = [.. suggestions.Select(s => s.Kind == SuggestionKind.Image ? s with { Selected = usable.Contains(s.Id) } : s)];
        return set;
    }

    private bool Keep(Uri url, Outcome outcome)
    {
        if (outcome.Picture is not { } picture)
        {
            _warnings.Add($"A picture is left out: {outcome.Error}");
            return false;
        }

        if (_sizes.TryAdd(url, new PictureSize(picture.Width, picture.Height)))
        {
            _pictures.Add(picture);
        }

        return true;
    }

    // Pictures that could not be loaded are no matter of this.
    private bool IsNew(Uri url, PictureQuality? quality)
    {
        if (quality is null)
        {
            return true;
        }

        if (quality is { Contrast: < Flat, Colourfulness: < Flat })
        {
            _warnings.Add($"A picture is left out: {url} is of one colour.");
            return false;
        }

        var same = _shown.Find(s => NearDuplicates.Are(s.Quality, quality));
        if (same.Url is not null)
        {
            _warnings.Add($"A picture is left out: {url} shows the same as {same.Url}.");
            return false;
        }

        _shown.Add((url, quality));
        return true;
    }

    private static async Task<PictureQuality?[]> JudgeAsync(IPictureJudge? judge, Outcome[] loaded, CancellationToken cancellationToken)
    {
        var qualities = new PictureQuality?[loaded.Length];
        if (judge is null)
        {
            return qualities;
        }

        Bitmap[] bitmaps = [.. loaded.Where(static o => o.Bitmap is not null).Select(static o => o.Bitmap!)];
        var found = await judge.JudgeAsync(bitmaps, cancellationToken).ConfigureAwait(false);
        for (int i = 0, next = 0; i < loaded.Length; i++)
        {
            qualities[i] = loaded[i].Bitmap is null ? null : found[next++];
        }

        return qualities;
    }

    private static async Task<Outcome> TryLoadAsync(IPictureLoader loader, Uri url, Uri referrer, CancellationToken cancellationToken)
    {
        try
        {
            var bitmap = await loader.LoadAsync(url, referrer, cancellationToken).ConfigureAwait(false);
            return new(new ManifestPicture(url, bitmap.Width, bitmap.Height, Hash(bitmap.Rgba)), null, bitmap);
        }
        catch (PageError e)
        {
            return new(null, e.Message, null);
        }
    }

    private static string Hash(ReadOnlyMemory<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes.Span));

    private readonly record struct Outcome(ManifestPicture? Picture, string? Error, Bitmap? Bitmap);
}
