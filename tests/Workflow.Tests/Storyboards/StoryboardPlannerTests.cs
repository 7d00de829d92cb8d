using CsCheck;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Pictures;
using Gpu.Workflow.Storyboards;
using Gpu.Workflow.Suggestions;

namespace Gpu.Workflow.Tests.Storyboards;

public class StoryboardPlannerTests
{
    private static readonly StoryboardPlanner Planner = new();

    private static void Each(Action<PageContent, List<Suggestion>, Dictionary<Uri, PictureSize>, StoryboardOptions, Storyboard> check) =>
        Gen.Select(Boards.Pages, Boards.Options).Sample(
            (page, options) => check(page.Content, page.Suggestions, page.Sizes, options, Planner.Plan(page.Content, page.Suggestions, page.Sizes, options)), iter: 400);

    [Fact]
    public void Plans_are_valid_for_any_page_length_and_aspect_and_have_the_asked_length() => Each((_, _, _, options, board) =>
    {
        StoryboardCheck.Check(board);
        Assert.Equal(options.Duration, board.Duration);
        Assert.Equal(0, board.Shots[0].Start);
        Assert.Equal(options.Duration, board.Shots[^1].Start + board.Shots[^1].Duration, 5);
    });

    [Fact]
    public void Same_arguments_give_the_same_storyboard() => Each((content, suggestions, sizes, options, board) =>
        Assert.Equal(StoryboardJson.Write(board), StoryboardJson.Write(Planner.Plan(content, suggestions, sizes, options))));

    [Fact]
    public void Captions_can_be_read() => Each((_, _, _, _, board) =>
        Assert.All(board.Captions, c => Assert.True(c.Duration >= 1.2, $"\"{c.Text}\" stands for {c.Duration} s")));

    [Fact]
    public void Lines_of_an_ad_that_has_time_stand_as_long_as_their_words_take() => Each((_, _, _, _, board) =>
        Assert.All(board.Captions.Where(c => c.Role == CaptionRole.Line), c => Assert.True(c.Duration >= PlanWords.Time(c.Text, spoken: false), $"\"{c.Text}\" stands for {c.Duration} s")));

    [Fact]
    public void Words_over_pictures_follow_one_another() => Each((_, _, _, _, board) =>
    {
        var over = board.Captions.Where(c => c.Start < board.Shots[^1].Start).ToList();
        Assert.All(over.Zip(over.Skip(1)), pair => Assert.True(pair.First.Start + pair.First.Duration <= pair.Second.Start + 1e-6));
    });

    [Fact]
    public void Boxes_have_the_frames_shape_and_magnify_only_as_far_as_pictures_bear() => Each((_, _, sizes, options, board) =>
    {
        foreach (var shot in board.Shots)
        {
            var size = shot is { Picture: { } picture, Fit: ShotFit.Cover } ? sizes[new Uri(picture)] : new PictureSize(options.Width, options.Height);
            foreach (var box in new[] { shot.From, shot.To })
            {
                var (width, height) = (box.Width * size.Width, box.Height * size.Height);
                Assert.Equal((double)options.Width / options.Height, width / height, (double)options.Width / options.Height * 2e-3);
                Assert.True(options.Width / width <= 2.5 * 1.041, $"magnified {options.Width / width} times");
            }

            // Sharp pictures stay sharp: a move goes no further than 1.25 times, or 4 % where the picture is magnified already.
            var (wide, near) = (Math.Max(shot.From.Width, shot.To.Width) * size.Width, Math.Min(shot.From.Width, shot.To.Width) * size.Width);
            Assert.True(options.Width / near <= Math.Max(1.27, options.Width / wide * 1.05));
        }
    });

    [Fact]
    public void Something_always_moves_but_calmly() => Each((_, _, sizes, options, board) =>
    {
        foreach (var shot in board.Shots)
        {
            var size = shot is { Picture: { } picture, Fit: ShotFit.Cover } ? sizes[new Uri(picture)] : new PictureSize(options.Width, options.Height);
            var zoom = Math.Max(shot.From.Width / shot.To.Width, shot.To.Width / shot.From.Width);
            var way = Math.Max(
                Math.Abs(shot.From.X + (shot.From.Width / 2) - shot.To.X - (shot.To.Width / 2)) / shot.From.Width,
                Math.Abs(shot.From.Y + (shot.From.Height / 2) - shot.To.Y - (shot.To.Height / 2)) / shot.From.Height);
            Assert.True(zoom > 1.005 || way > 0.003, $"{shot} of {size} does not move");
            Assert.True(zoom <= 1.13 && way <= 0.21, $"{shot} moves too fast");
        }
    });

    [Fact]
    public void Neighbouring_shots_show_different_pictures_where_there_are_two() => Each((_, _, _, _, board) =>
    {
        var pictures = board.Shots.Where(s => s.Picture is not null).ToList();
        if (pictures.Select(s => s.Picture).Distinct().Count() > 1)
        {
            Assert.All(pictures.Zip(pictures.Skip(1)), pair => Assert.NotEqual(pair.First.Picture, pair.Second.Picture));
        }
    });

    [Fact]
    public void A_picture_shown_again_is_cropped_otherwise() => Each((_, _, sizes, options, board) =>
    {
        foreach (var showings in board.Shots.Where(s => s is { Picture: not null, Fit: ShotFit.Cover }).GroupBy(s => s.Picture!))
        {
            Assert.All(showings.Zip(showings.Skip(1)), pair => Assert.NotEqual((pair.First.From, pair.First.To), (pair.Second.From, pair.Second.To)));
        }
    });

    [Fact]
    public void Lines_come_in_the_pages_order_over_the_pictures_that_speak_of_them()
    {
        string[] lines = ["Our beans are roasted slowly every morning.", "The mountain farms are run by families.", "A sailing boat brings them over the sea."];
        string[] alts = ["Portrait of a smiling woman", "Sailing boat at sea", "Families on a mountain farm", "Hands over roasted beans"];
        var images = alts.Select((a, i) => new PageImage { Url = new Uri($"https://example.com/{i}.jpg"), Alt = a }).ToList();
        List<Suggestion> suggestions =
        [
            Boards.Suggest(SuggestionKind.Headline, 0, "Coffee worth waking for", 1),
            Boards.Suggest(SuggestionKind.Script, 2, lines[2], 0.9f),
            Boards.Suggest(SuggestionKind.Script, 0, lines[0], 0.5f),
            Boards.Suggest(SuggestionKind.Script, 1, lines[1], 0.7f),
            .. images.Select((image, i) => Boards.Suggest(SuggestionKind.Image, i, image.Alt, 1 - (i * 0.1f), image)),
        ];
        var content = new PageContent { Source = "x", Url = new Uri("https://example.com/"), Title = "Coffee", Text = string.Join("\n\n", lines) };
        var board = Planner.Plan(content, suggestions, images.ToDictionary(i => i.Url, _ => new PictureSize(1920, 1080)), new StoryboardOptions(1280, 720, 30, 16, 42));

        Assert.Equal(lines, board.Captions.Where(c => c.Role == CaptionRole.Line).Select(c => c.Text));
        Assert.Equal([alts[0], alts[3], alts[2], alts[1]], board.Shots.Where(s => s.Picture is not null).Select(s => s.Alt));
    }

    [Theory]
    [InlineData(1200, 1800, 1920, 1080, ShotFit.Whole)]
    [InlineData(1600, 900, 1080, 1920, ShotFit.Whole)]
    [InlineData(1500, 1500, 1920, 1080, ShotFit.Cover)]
    [InlineData(2000, 1500, 1920, 1080, ShotFit.Cover)]
    [InlineData(1600, 900, 1080, 1080, ShotFit.Cover)]
    [InlineData(100, 400, 1920, 1080, ShotFit.Inset)]
    public void A_picture_of_another_shape_is_shown_whole_where_filling_the_frame_would_lose_most_of_it(int columns, int rows, int width, int height, ShotFit fit)
    {
        var image = new PageImage { Url = new Uri("https://example.com/s.jpg") };
        List<Suggestion> suggestions = [Boards.Suggest(SuggestionKind.Headline, 0, "Hello there", 1), Boards.Suggest(SuggestionKind.Image, 0, "", 1, image)];
        var content = new PageContent { Source = "x", Url = new Uri("https://example.com/"), Title = "T", Text = "" };
        Assert.Equal(fit, Planner.Plan(content, suggestions, new Dictionary<Uri, PictureSize> { [image.Url] = new(columns, rows) }, new StoryboardOptions(width, height, 30, 8, 1)).Shots[0].Fit);
    }

    [Fact]
    public void Transitions_are_few_and_calm() => Each((content, _, _, _, board) =>
    {
        var kinds = board.Shots.Select(s => s.Transition?.Kind).OfType<string>().ToList();
        string[] calm = ["fade", "fadeBlack", content.RightToLeft ? "smoothRight" : "smoothLeft"];
        Assert.All(kinds, kind => Assert.Contains(kind, calm));
        Assert.True(kinds.Count(k => k == "fade") * 2 >= kinds.Count - 1, string.Join(' ', kinds));
        Assert.True(kinds.Count(k => k == "fadeBlack") <= 1);
    });

    [Fact]
    public void A_small_picture_stands_on_a_card_and_a_page_without_pictures_has_cards()
    {
        var image = new PageImage { Url = new Uri("https://example.com/s.jpg") };
        List<Suggestion> suggestions = [Boards.Suggest(SuggestionKind.Headline, 0, "Hello there", 1), Boards.Suggest(SuggestionKind.Image, 0, "", 1, image)];
        var content = new PageContent { Source = "x", Url = new Uri("https://example.com/"), Title = "T", Text = "" };
        var options = new StoryboardOptions(1920, 1080, 30, 8, 1);

        Assert.Equal(ShotFit.Inset, Planner.Plan(content, suggestions, new Dictionary<Uri, PictureSize> { [image.Url] = new(300, 200) }, options).Shots[0].Fit);
        Assert.All(Planner.Plan(content, suggestions, new Dictionary<Uri, PictureSize>(), options).Shots, s => Assert.Null(s.Picture));
    }
}
