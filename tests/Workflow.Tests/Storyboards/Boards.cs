using CsCheck;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Pictures;
using Gpu.Workflow.Storyboards;
using Gpu.Workflow.Suggestions;

namespace Gpu.Workflow.Tests.Storyboards;

/// <summary>Pages and plans at random.</summary>
internal static class Boards
{
    private static readonly string[] Words =
        ["coffee", "slow", "roasted", "in", "small", "batches", "the", "mountain", "24", "fresh", "naïve", "Überraschung", "קפה", "قهوة", "コーヒー豆を毎朝焙煎", "a", "—", "donaudampfschifffahrtsgesellschaft"];

    public static readonly Gen<string> Text = Gen.OneOf(Words).Array[1, 24].Select(w => string.Join(' ', w));

    public static readonly Gen<PictureSize> Size = Gen.Select(Gen.Int[1, 5000], Gen.Int[1, 5000], (w, h) => new PictureSize(w, h));

    public static readonly (int Width, int Height)[] Frames = [(1920, 1080), (1080, 1920), (1080, 1080), (640, 480), (1260, 540), (320, 180), (16, 2000)];

    public static readonly Gen<StoryboardOptions> Options = Gen.Select(
        Gen.OneOf(Frames), Gen.OneOf(1, 24, 25, 30, 60), Gen.Double[3, 120], Gen.Int,
        (frame, fps, seconds, seed) => new StoryboardOptions(frame.Width, frame.Height, fps, Math.Round(seconds, 3), seed) { Sound = (seed & 3) switch { 0 => null, 1 => new SoundWishes { Voice = null }, _ => new SoundWishes() } });

    public static readonly Gen<(PageContent Content, List<Suggestion> Suggestions, Dictionary<Uri, PictureSize> Sizes)> Pages = Gen.Select(
        Text.Array[0, 12], Text, Gen.Select(Size, Text).Array[0, 8], Text, Gen.Bool, Gen.Bool, Make);

    public static Suggestion Suggest(SuggestionKind kind, int number, string text, float score, PageImage? image = null) => new()
    {
        Id = $"{kind.ToString().ToLowerInvariant()}-{number}",
        Kind = kind,
        Text = text,
        Image = image,
        Features = new Dictionary<string, float>(),
        Score = score,
        Selected = true,
        Reason = "",
    };

    private static (PageContent Content, List<Suggestion> Suggestions, Dictionary<Uri, PictureSize> Sizes) Make(
        string[] lines, string headline, (PictureSize Size, string Alt)[] pictures, string call, bool price, bool logo)
    {
        var logoAt = new Uri("https://example.com/logo.png");
        var content = new PageContent
        {
            Source = "https://example.com/",
            Url = new Uri("https://example.com/"),
            Title = "The title",
            Text = string.Join("\n\n", lines),
            Site = "Example",
            Logo = logo ? logoAt : null,
            Price = price ? "$24.00" : null,
        };
        var suggestions = new List<Suggestion> { Suggest(SuggestionKind.Headline, 0, headline, 1), Suggest(SuggestionKind.CallToAction, 0, call, 1) };
        suggestions.AddRange(lines.Select((l, i) => Suggest(SuggestionKind.Script, i, l, (i * 7 % 11) / 11f)));
        var sizes = new Dictionary<Uri, PictureSize> { [logoAt] = new PictureSize(200, 80) };
        for (var i = 0; i < pictures.Length; i++)
        {
            var image = new PageImage { Url = new Uri($"https://example.com/{i}.jpg"), Alt = pictures[i].Alt };
            sizes[image.Url] = pictures[i].Size;
            suggestions.Add(Suggest(SuggestionKind.Image, i, image.Alt, 1f / (i + 1), image));
        }

        return (content, suggestions, sizes);
    }
}
