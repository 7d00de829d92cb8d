using Gpu.Workflow.Extraction;
using Gpu.Workflow.Pictures;
using Gpu.Workflow.Storyboards;
using Gpu.Workflow.Suggestions;

namespace Gpu.Workflow.Tests.Storyboards;

public class PlannerSuggestionTests
{
    private static readonly PageImage Image = new() { Url = new Uri("https://example.com/wide.jpg") };
    private static readonly PageContent Content = new() { Source = "x", Url = new Uri("https://example.com/"), Title = "Coffee", Text = "Good coffee is roasted slowly.", Logo = new Uri("https://example.com/logo.png"), CallToAction = "Buy" };
    private static readonly StoryboardOptions Tall = new(1080, 1920, 30, 12, 1);

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.6)]
    public void A_picture_is_framed_about_its_crop(double left)
    {
        var picture = Boards.Suggest(SuggestionKind.Image, 0, "", 1, Image);
        var crop = Boards.Suggest(SuggestionKind.Crop, 0, "", 1, Image) with { For = picture.Id, Crop = new SuggestedCrop("1:1", left, 0, 0.316, 1) };
        var board = Plan([Boards.Suggest(SuggestionKind.Headline, 0, "Coffee today", 1), picture, crop], new PictureSize(3000, 2400), Tall with { Width = 1080, Height = 1200 });
        var shot = board.Shots.First(s => s.Picture is not null);
        Assert.Equal(ShotFit.Cover, shot.Fit);
        var middle = (shot.From.X + (shot.From.Width / 2) + shot.To.X + (shot.To.Width / 2)) / 2;
        Assert.Equal(Math.Clamp(left + 0.158, 0.36, 0.64), middle, 0.1);
    }

    [Fact]
    public void The_selected_caption_stands_for_its_line_and_the_selected_look_for_the_style()
    {
        var line = Boards.Suggest(SuggestionKind.Script, 0, Content.Text, 1);
        List<Suggestion> suggestions =
        [
            Boards.Suggest(SuggestionKind.Headline, 0, "Coffee today", 1), line,
            Boards.Suggest(SuggestionKind.Caption, 0, "Roasted slowly", 1) with { For = line.Id },
            Boards.Suggest(SuggestionKind.Style, 0, "Bold", 1) with { Style = new SuggestedStyle("bold", "#102030", "#ffffff", "#ffcc00", "display", []) },
            Boards.Suggest(SuggestionKind.Transition, 0, "A push", 1) with { Transition = new SuggestedTransition("slideLeft", 0.3), Pinned = true },
        ];
        var board = Plan(suggestions, null, Tall);
        Assert.Equal(["Coffee today", "Roasted slowly"], board.Captions.Where(c => c.Role is CaptionRole.Headline or CaptionRole.Line).Select(c => c.Text).Take(2));
        Assert.Equal(("bold", "#102030", "#ffcc00"), (board.Style.Name, board.Style.Background, board.Style.Accent));
        Assert.Contains(board.Shots, s => s.Transition is { Kind: "slideLeft", Duration: <= 0.3 });
        Assert.Contains(Planner(Content with { RightToLeft = true }, suggestions).Shots, s => s.Transition is { Kind: "slideRight" });
    }

    [Fact]
    public void What_was_suggested_and_not_selected_does_not_come_back_from_the_page()
    {
        List<Suggestion> suggestions =
        [
            Boards.Suggest(SuggestionKind.Headline, 0, "Coffee today", 1),
            Boards.Suggest(SuggestionKind.CallToAction, 0, "Buy", 0) with { Selected = false },
            Boards.Suggest(SuggestionKind.Logo, 0, "Logo", 0, new PageImage { Url = Content.Logo! }) with { Selected = false },
        ];
        var board = Plan(suggestions, null, Tall);
        Assert.Null(board.Logo);
        Assert.DoesNotContain(board.Captions, c => c.Role == CaptionRole.CallToAction);
    }

    private static Storyboard Plan(List<Suggestion> suggestions, PictureSize? size, StoryboardOptions options) =>
        new StoryboardPlanner().Plan(Content, suggestions, size is { } known ? new Dictionary<Uri, PictureSize> { [Image.Url] = known, [Content.Logo!] = new(200, 80) } : new Dictionary<Uri, PictureSize> { [Content.Logo!] = new(200, 80) }, options);

    private static Storyboard Planner(PageContent content, List<Suggestion> suggestions) => new StoryboardPlanner().Plan(content, suggestions, new Dictionary<Uri, PictureSize>(), Tall);
}
