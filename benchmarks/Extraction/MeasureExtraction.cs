using System.Text.Json;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Extraction.Markup;
using Gpu.Workflow.Fetching;
using SmartReader;

namespace Gpu.Benchmarks.Extraction;

/// <summary>
/// Measures what the extractor keeps and drops: over pages with segments of text that their body must hold (<c>with</c>) and
/// must not (<c>without</c>), precision, recall and F1, ours beside SmartReader's. White space is not compared.
/// </summary>
internal static class MeasureExtraction
{
    private sealed record Outcome(int Index, JudgedPage Page, Tally Ours, Tally Peer, string[] Missed, string[] Wrong);

    /// <summary>Runs <c>extraction FOLDER [--misses] [--peers FOLDER]</c>: FOLDER holds segments.json and eval/, see the data's README. The peers' folder holds texts by others, see eng/extraction.</summary>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        if (args.Length == 0 || !File.Exists(Path.Combine(args[0], "segments.json")))
        {
            await Console.Error.WriteLineAsync("Give the folder into which pages-with-segments.tar.xz was unpacked: it holds segments.json.");
            return 2;
        }

        var pages = await JudgedPage.ReadAsync(args[0], cancellationToken);
        using var fetcher = new ResourceFetcher();
        var extractor = new ContentExtractor(fetcher);
        var outcomes = new Outcome?[pages.Length];
        await Parallel.ForEachAsync(Enumerable.Range(0, pages.Length), cancellationToken, async (i, stop) =>
        {
            var path = Path.Combine(args[0], "eval", pages[i].File);
            if (File.Exists(path))
            {
                outcomes[i] = await MeasureAsync(i, pages[i], path, extractor, stop);
            }
        });

        var measured = outcomes.OfType<Outcome>().ToList();

        // Rules are found by reading the misses of one half; the other half, never read, tells whether they are true elsewhere.
        var half = measured.ToLookup(outcome => outcome.Index % 2 == 0);
        foreach (var outcome in args.Contains("--misses") ? half[true].Where(o => o.Missed.Length + o.Wrong.Length > 0) : [])
        {
            Console.WriteLine($"{outcome.Page.File} (SmartReader misses {outcome.Peer.Missed}, wrong {outcome.Peer.Wrong})");
            Array.ForEach(outcome.Missed, text => Console.WriteLine($"  - {text}"));
            Array.ForEach(outcome.Wrong, text => Console.WriteLine($"  + {text}"));
        }

        Print("all", measured);
        Print("half A", [.. half[true]]);
        Print("half B, unread", [.. half[false]]);
        var at = Array.IndexOf(args, "--peers");
        foreach (var file in at >= 0 && at + 1 < args.Length ? Directory.GetFiles(args[at + 1], "*.json").Order().ToArray() : [])
        {
            await PrintPeerAsync(file, pages, cancellationToken);
        }

        return 0;
    }

    private static async Task<Outcome> MeasureAsync(int index, JudgedPage page, string path, ContentExtractor extractor, CancellationToken cancellationToken)
    {
        string text;
        try
        {
            text = (await extractor.ExtractAsync(path, cancellationToken)).Text;
        }
        catch (PageError error)
        {
            await Console.Error.WriteLineAsync(error.Message);
            text = "";
        }

        var ours = Words.Tidy(text);
        var html = HtmlEncoding.Decode(await File.ReadAllBytesAsync(path, cancellationToken), null);
        using var reader = new Reader(page.Url, html);
        var peer = Words.Tidy(reader.GetArticle().TextContent);
        return new(index, page, Tally.Of(page, ours), Tally.Of(page, peer), [.. page.With.Where(s => !ours.Contains(s, StringComparison.Ordinal))], [.. page.Without.Where(s => ours.Contains(s, StringComparison.Ordinal))]);
    }

    private static async Task PrintPeerAsync(string file, JudgedPage[] pages, CancellationToken cancellationToken)
    {
        var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(await File.ReadAllTextAsync(file, cancellationToken))!;
        var tallies = Array.ConvertAll(pages, page => Tally.Of(page, Words.Tidy(texts.GetValueOrDefault(page.File))));
        var name = Path.GetFileNameWithoutExtension(file);
        Print("all", name, tallies.Aggregate((a, b) => a + b), pages.Length);
        Print("half A", name, tallies.Where((_, i) => i % 2 == 0).Aggregate((a, b) => a + b), (pages.Length + 1) / 2);
        Print("half B, unread", name, tallies.Where((_, i) => i % 2 == 1).Aggregate((a, b) => a + b), pages.Length / 2);
    }

    private static void Print(string part, IReadOnlyCollection<Outcome> outcomes)
    {
        Print(part, "ours", outcomes.Aggregate(default(Tally), (sum, o) => sum + o.Ours), outcomes.Count);
        Print(part, "SmartReader", outcomes.Aggregate(default(Tally), (sum, o) => sum + o.Peer), outcomes.Count);
    }

    private static void Print(string part, string name, Tally tally, int pages) =>
        Console.WriteLine($"{part,-14} {name,-17} pages {pages}  {tally}");
}
