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
    private sealed record Page(string File, string Url, string[] With, string[] Without);

    private sealed record Outcome(Page Source, Page Page, Tally Ours, Tally Peer, string[] Missed, string[] Wrong);

    private readonly record struct Tally(int Kept, int Missed, int Wrong, int Dropped)
    {
        public double Precision => Kept / Math.Max(1.0, Kept + Wrong);

        public double Recall => Kept / Math.Max(1.0, Kept + Missed);

        public double F1 => 2 * Precision * Recall / Math.Max(1e-9, Precision + Recall);

        public static Tally operator +(Tally a, Tally b) => new(a.Kept + b.Kept, a.Missed + b.Missed, a.Wrong + b.Wrong, a.Dropped + b.Dropped);

        public static Tally Of(Page page, string text)
        {
            var kept = page.With.Count(text.Contains);
            var wrong = page.Without.Count(text.Contains);
            return new(kept, page.With.Length - kept, wrong, page.Without.Length - wrong);
        }
    }

    /// <summary>Runs <c>extraction FOLDER [--misses]</c>: FOLDER holds segments.json and eval/, see the data's README.</summary>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        if (args.Length == 0 || !File.Exists(Path.Combine(args[0], "segments.json")))
        {
            await Console.Error.WriteLineAsync("Give the folder into which pages-with-segments.tar.xz was unpacked: it holds segments.json.");
            return 2;
        }

        var json = await File.ReadAllTextAsync(Path.Combine(args[0], "segments.json"), cancellationToken);
        var pages = JsonSerializer.Deserialize<Page[]>(json, JsonSerializerOptions.Web)!;
        using var fetcher = new ResourceFetcher();
        var extractor = new ContentExtractor(fetcher);
        var outcomes = new Outcome?[pages.Length];
        await Parallel.ForEachAsync(Enumerable.Range(0, pages.Length), cancellationToken, async (i, stop) =>
        {
            var path = Path.Combine(args[0], "eval", pages[i].File);
            if (File.Exists(path))
            {
                outcomes[i] = await MeasureAsync(pages[i], path, extractor, stop);
            }
        });

        var measured = outcomes.OfType<Outcome>().ToList();

        // Rules are found by reading the misses of one half; the other half, never read, tells whether they are true elsewhere.
        var half = measured.ToLookup(outcome => Array.IndexOf(pages, outcome.Source) % 2 == 0);
        foreach (var outcome in args.Contains("--misses") ? half[true].Where(o => o.Missed.Length + o.Wrong.Length > 0) : [])
        {
            Console.WriteLine($"{outcome.Page.File} (SmartReader misses {outcome.Peer.Missed}, wrong {outcome.Peer.Wrong})");
            Array.ForEach(outcome.Missed, text => Console.WriteLine($"  - {text}"));
            Array.ForEach(outcome.Wrong, text => Console.WriteLine($"  + {text}"));
        }

        Print("all", measured);
        Print("read half", [.. half[true]]);
        Print("unread half", [.. half[false]]);
        return 0;
    }

    private static async Task<Outcome> MeasureAsync(Page page, string path, ContentExtractor extractor, CancellationToken cancellationToken)
    {
        var tidy = page with { With = Array.ConvertAll(page.With, Words.Tidy), Without = Array.ConvertAll(page.Without, Words.Tidy) };
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
        return new(page, tidy, Tally.Of(tidy, ours), Tally.Of(tidy, peer), [.. tidy.With.Where(s => !ours.Contains(s, StringComparison.Ordinal))], [.. tidy.Without.Where(s => ours.Contains(s, StringComparison.Ordinal))]);
    }

    private static void Print(string part, IReadOnlyCollection<Outcome> outcomes)
    {
        Print(part, "ours", outcomes.Aggregate(default(Tally), (sum, o) => sum + o.Ours), outcomes.Count);
        Print(part, "SmartReader", outcomes.Aggregate(default(Tally), (sum, o) => sum + o.Peer), outcomes.Count);
    }

    private static void Print(string part, string name, Tally tally, int pages) =>
        Console.WriteLine($"{part,-12} {name,-12} pages {pages}  precision {tally.Precision:0.000}  recall {tally.Recall:0.000}  F1 {tally.F1:0.000}  (kept {tally.Kept}, missed {tally.Missed}, wrong {tally.Wrong}, dropped {tally.Dropped})");
}
