using Gpu.Workflow.Extraction;
using Gpu.Workflow.Jobs;
using Gpu.Workflow.Pictures;
using Gpu.Workflow.Suggestions;
using Gpu.Workflow.Tests.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace Gpu.Workflow.Tests.Jobs;

public sealed class PictureSetTests : IAsyncDisposable
{
    private static readonly PageContent Page = new() { Source = "", Url = MemoryPictures.Page, Title = "", Text = "" };

    // A hill, the same larger, the same in other colours, rays, and a spacer.
    private static readonly MemoryPictures Pictures = new MemoryPictures()
        .Add("hill", 320, 200, static (x, y) => Hill(x / 320.0, y / 200.0))
        .Add("hill-large", 640, 400, static (x, y) => Hill(x / 640.0, y / 400.0))
        .Add("hill-red", 320, 200, static (x, y) => Hill(x / 320.0, y / 200.0) << 8 & 0xFFFF00)
        .Add("rays", 300, 300, static (x, y) => (int)(Math.Atan2(y - 150, x - 150) * 3) % 2 == 0 ? 0xE0C020u : 0x103060u)
        .Add("spacer", 300, 200, static (_, _) => 0xF4F4F4u);

    private readonly ServiceProvider _services = new ServiceCollection().AddGpuWorkflow().BuildServiceProvider();

    [Fact]
    public async Task A_picture_that_shows_what_a_better_one_shows_gives_way_to_the_next()
    {
        var set = await LoadAsync("hill", "hill-large", "rays");
        Assert.Equal(["hill", "rays"], Selected(set));
        Assert.Equal("A picture is left out: https://example.com/hill-large shows the same as https://example.com/hill.", Assert.Single(set.Warnings));
    }

    [Fact]
    public async Task A_picture_of_one_colour_gives_way_to_the_next()
    {
        var set = await LoadAsync("spacer", "hill", "rays");
        Assert.Equal(["hill", "rays"], Selected(set));
        Assert.Contains("spacer is of one colour", Assert.Single(set.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Like_shapes_in_other_colours_stay() => Assert.Equal(["hill", "hill-red"], Selected(await LoadAsync("hill", "hill-red", "rays")));

    [Fact]
    public async Task A_picture_that_cannot_be_loaded_is_not_judged() => Assert.Equal(["hill", "rays"], Selected(await LoadAsync("missing", "hill", "rays")));

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    // The first two are selected.
    private Task<PictureSet> LoadAsync(params string[] names) => PictureSet.LoadAsync(
        Pictures, _services.GetRequiredService<IPictureJudge>(), Page, [.. names.Select((n, i) => Image(n, i < 2))], TestContext.Current.CancellationToken);

    private static IEnumerable<string> Selected(PictureSet set) => set.Suggestions.Where(s => s.Selected).Select(s => s.Id);

    private static uint Hill(double x, double y)
    {
        var land = y > 0.7 - (0.4 * Math.Exp(-8 * (x - 0.4) * (x - 0.4)));
        return land ? 0x205010u + ((uint)(60 * x) << 8) : 0x80A0C0u + (uint)(60 * y);
    }

    private static Suggestion Image(string name, bool selected) => new()
    {
        Id = name,
        Kind = SuggestionKind.Image,
        Text = "",
        Image = new PageImage { Url = new Uri(MemoryPictures.Page, name) },
        Features = new Dictionary<string, float>(),
        Score = 1,
        Selected = selected,
        Reason = "",
    };
}
