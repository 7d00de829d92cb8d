using Gpu.Runtime.Devices;
using Gpu.Runtime.Scheduling;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Pictures;
using Gpu.Workflow.Suggestions;
using Gpu.Workflow.Suggestions.Edits;
using Gpu.Workflow.Tests.Rendering;

namespace Gpu.Workflow.Tests.Suggestions;

/// <summary>A suggester on the processor, with pictures in memory and a page about coffee.</summary>
public sealed class SuggesterFixture : IAsyncLifetime
{
    private ComputeEngine _engine = null!;
    private ComputeEngine _single = null!;

    internal static PageContent Coffee { get; } = new()
    {
        Source = "coffee.html",
        Url = new Uri("https://example.com/coffee.html"),
        Title = "Sunrise Blend",
        Description = "Coffee that tastes of apricot.",
        Language = "en",
        Site = "Harbour Roast",
        CallToAction = "Order a bag",
        Price = "€12.90",
        Logo = new Uri("https://example.com/logo"),
        Text = """
            Coffee worth getting up for

            Sunrise Blend tastes of ripe apricot and dark cocoa. It is roasted on Tuesday. We use cookies to improve your visit.

            “I cancelled my café habit after the second bag. My whole office has switched.”

            “We came for two nights and stayed.” „Sehr guter Kaffee für alle.“ „Noch ein guter Kaffee. Immer wieder.“

            Ninety-two percent of our customers order a second bag within six weeks. Ninety-two percent of our customers order a second bag in six weeks.

            12.90 15.50 340
            """.ReplaceLineEndings("\n"),
        Images =
        [
            new PageImage { Url = new Uri("https://example.com/cup"), Alt = "A cup of Sunrise Blend coffee", Width = 1920, Height = 1280 },
            new PageImage { Url = new Uri("https://example.com/strip"), Width = 600, Height = 60 },
        ],
    };

    /// <summary>A sharp hill, a red sun at the right, and other pictures.</summary>
    internal static MemoryPictures Pictures { get; } = new MemoryPictures()
        .Add("cup", 640, 420, static (x, y) => Hill(x / 640.0, y / 420.0, 1))
        .Add("cup-again", 512, 336, static (x, y) => Hill(x / 512.0, y / 336.0, 1))
        .Add("soft", 640, 420, static (x, y) => Hill(x / 640.0, y / 420.0, 0))
        .Add("sun", 640, 420, static (x, y) => Math.Pow((x / 640.0) - 0.8, 2) + Math.Pow((y / 420.0) - 0.3, 2) < 0.01 ? 0xE03018u : 0x80A0C0u + (uint)(y / 8))
        .Add("strip", 600, 60, static (x, _) => x % 100 < 50 ? 0x203040u : 0xE0E0E0u)
        .Add("rays", 600, 600, static (x, y) => (int)(Math.Atan2(y - 300, x - 300) * 3) % 2 == 0 ? 0xE0C020u : 0x103060u)
        .Add("plain", 600, 400, static (_, _) => 0xF4F4F4u)
        .Add("logo", 120, 60, static (x, y) => (x + y) % 40 < 20 ? 0x0050A0u : 0xFFFFFFu);

    internal IComputeEngine Engine => _engine;

    public async ValueTask InitializeAsync()
    {
        _engine = await ComputeEngine.CreateAsync(new ComputeOptions { Device = DeviceSelection.Cpu }, cancellationToken: TestContext.Current.CancellationToken);
        _single = await ComputeEngine.CreateAsync(new ComputeOptions { Device = DeviceSelection.Cpu, Workers = 1 }, cancellationToken: TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        await _single.DisposeAsync();
    }

    internal Task<IReadOnlyList<Suggestion>> Suggest(PageContent page, params SuggestionEdit[] edits) => Suggest(_engine, page, edits);

    /// <summary>The same on one thread.</summary>
    internal Task<IReadOnlyList<Suggestion>> SuggestOnOne(PageContent page) => Suggest(_single, page, []);

    private static Task<IReadOnlyList<Suggestion>> Suggest(ComputeEngine engine, PageContent page, SuggestionEdit[] edits) =>
        new Suggester(engine, Pictures, new PictureJudge(engine)).SuggestAsync(page, new SuggestionEdits { Edits = edits }, TestContext.Current.CancellationToken);

    private static uint Hill(double x, double y, int detail)
    {
        if (((x - 0.8) * (x - 0.8)) + ((y - 0.3) * (y - 0.3)) < 0.01)
        {
            return 0xE03018;
        }

        var land = y > 0.7 - (0.3 * Math.Exp(-8 * (x - 0.4) * (x - 0.4)));
        var grass = detail * ((int)(x * 90) + (int)(y * 90)) % 2 == 0 ? 0u : 0x203010u;
        return land ? 0x205010u + ((uint)(60 * x) << 8) + grass : 0x80A0C0u + (uint)(60 * y);
    }
}
