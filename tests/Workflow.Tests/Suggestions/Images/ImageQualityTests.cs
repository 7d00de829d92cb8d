using Gpu.Workflow.Extraction;
using Gpu.Workflow.Suggestions;
using Gpu.Workflow.Suggestions.Edits;

namespace Gpu.Workflow.Tests.Suggestions.Images;

public sealed class ImageQualityTests(SuggesterFixture fixture) : IClassFixture<SuggesterFixture>
{
    [Fact]
    public async Task A_sharp_picture_comes_before_a_soft_one_that_the_page_shows_first()
    {
        var images = await Images("soft", "cup");
        Assert.True(Of(images, "cup").Features["sharpness"] > Of(images, "soft").Features["sharpness"] + 0.1f);
        Assert.Equal((640, 420), (Of(images, "cup").Image!.Width, Of(images, "cup").Image!.Height));
    }

    [Fact]
    public async Task Of_two_that_show_the_same_the_better_is_used_and_the_other_says_why_not()
    {
        var images = await Images("cup", "cup-again", "rays");
        Assert.Equal(["cup", "rays"], images.Where(s => s.Selected).Select(Name).Order());
        Assert.Contains("shows the same as", Of(images, "cup-again").Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_of_one_colour_or_none_at_all_is_not_used()
    {
        var images = await Images("plain", "missing", "rays");
        Assert.Equal(["rays"], images.Where(s => s.Selected).Select(Name));
        Assert.Contains("one colour", Of(images, "plain").Reason, StringComparison.Ordinal);
        Assert.Contains("is not there", Of(images, "missing").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_pictures_the_likely_ones_are_loaded_and_a_pinned_one_too()
    {
        string[] names = [.. Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? "cup" : "rays")];
        var page = SuggesterFixture.Coffee with { Images = [.. names.Select((n, i) => new PageImage { Url = new Uri($"https://example.com/{n}?{i}") })] };
        var images = (await fixture.Suggest(page)).Where(s => s.Kind == SuggestionKind.Image).ToArray();
        Assert.Equal(24, images.Count(s => s.Features["sharpness"] > 0));
        var passed = images.Last(s => s.Reason.Contains("more than 24", StringComparison.Ordinal));
        var pinned = (await fixture.Suggest(page, new SuggestionEdit { Id = passed.Id, Pin = true })).Single(s => s.Id == passed.Id);
        Assert.True(pinned.Selected && pinned.Features["sharpness"] > 0);
    }

    [Theory]
    [InlineData("16:9", 16.0 / 9)]
    [InlineData("9:16", 9.0 / 16)]
    [InlineData("1:1", 1)]
    [InlineData("4:3", 4.0 / 3)]
    [InlineData("21:9", 21.0 / 9)]
    public async Task Crops_have_their_shape_and_hold_the_subject(string aspect, double shape)
    {
        var suggestions = await fixture.Suggest(Page("sun"));
        var crop = Assert.Single(suggestions, s => s.Crop?.Aspect == aspect && s.Image!.Url.AbsolutePath == "/sun").Crop!;
        Assert.Equal(shape, crop.Width * 640 / (crop.Height * 420), shape * 0.02);
        Assert.True(crop is { X: >= 0, Y: >= 0 } && crop.X + crop.Width <= 1.0001 && crop.Y + crop.Height <= 1.0001);

        // The red sun at 0.8, 0.3.
        Assert.True(crop.X < 0.8 && crop.X + crop.Width > 0.8 && crop.Y < 0.3 && crop.Y + crop.Height > 0.3, $"{crop}");
    }

    private static Suggestion Of(IEnumerable<Suggestion> images, string name) => images.Single(s => Name(s) == name);

    private static string Name(Suggestion image) => image.Image!.Url.AbsolutePath[1..];

    private async Task<Suggestion[]> Images(params string[] names) => [.. (await fixture.Suggest(Page(names))).Where(s => s.Kind == SuggestionKind.Image)];

    private static PageContent Page(params string[] names) => SuggesterFixture.Coffee with { Images = [.. names.Select(n => new PageImage { Url = new Uri($"https://example.com/{n}") })] };
}
