using AngleSharp.Html.Parser;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Extraction.Markup;
using Gpu.Workflow.Fetching;
using SmartReader;

namespace Gpu.Benchmarks.Extraction;

/// <summary>
/// Compares the text of pages with what Mozilla's Readability is expected to give of them. Nothing was trained on these pages or
/// chosen by their figures. They show that nothing is grossly wrong, not quality: the reference is one extractor's opinion, and
/// SmartReader is that extractor in C#.
/// </summary>
internal static class CompareReadability
{
    // So many letters and digits in a row; white space and punctuation are not compared, nor how often a thing is said.
    private const int Gram = 8;
    private const double GrosslyWrong = .5;

    /// <summary>Runs <c>extraction-readability FOLDER</c>: FOLDER holds a folder for each page, with source.html and expected.html.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        var folders = args is [var root, ..] && Directory.Exists(root) ? Directory.GetDirectories(root).Where(static f => File.Exists(Path.Combine(f, "expected.html"))).Order(StringComparer.Ordinal).ToArray() : [];
        if (folders.Length == 0)
        {
            await output.WriteLineAsync("Give the folder into which readability-pages.tar.xz was unpacked: it holds a folder for each page.");
            return 2;
        }

        using var fetcher = new ResourceFetcher();
        var extractor = new ContentExtractor(fetcher);
        var (ours, peers) = (new List<Likeness>(), new List<Likeness>());
        foreach (var folder in folders)
        {
            var expected = Grams(await TextAsync(Path.Combine(folder, "expected.html"), cancellationToken));
            var source = Path.Combine(folder, "source.html");
            ours.Add(Likeness.Of(Grams(await OursAsync(extractor, source, cancellationToken)), expected));
            using var reader = new Reader("https://example.com/", HtmlEncoding.Decode(await File.ReadAllBytesAsync(source, cancellationToken), null));
            peers.Add(Likeness.Of(Grams(reader.GetArticle().TextContent ?? ""), expected));
            if (args.Contains("--pages"))
            {
                await output.WriteLineAsync($"{Path.GetFileName(folder),-45} ours {ours[^1]}  SmartReader {peers[^1]}");
            }
        }

        await PrintAsync("ours", ours);
        await PrintAsync("SmartReader", peers);
        return 0;

        Task PrintAsync(string name, List<Likeness> all) => output.WriteLineAsync(
            $"{name,-12} pages {all.Count}  {new Likeness(all.Average(static l => l.Precision), all.Average(static l => l.Recall))}, under {GrosslyWrong} on {all.Count(static l => l.F1 < GrosslyWrong)} pages");
    }

    private static async Task<string> OursAsync(ContentExtractor extractor, string source, CancellationToken cancellationToken)
    {
        try
        {
            return (await extractor.ExtractAsync(source, cancellationToken)).Text;
        }
        catch (PageError error)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return "";
        }
    }

    private static async Task<string> TextAsync(string file, CancellationToken cancellationToken)
    {
        using var document = new HtmlParser().ParseDocument(HtmlEncoding.Decode(await File.ReadAllBytesAsync(file, cancellationToken), "utf-8"));
        return document.Body?.TextContent ?? "";
    }

    private static HashSet<string> Grams(string text)
    {
        var letters = string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        var grams = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + Gram <= letters.Length; i++)
        {
            grams.Add(letters.Substring(i, Gram));
        }

        return grams;
    }

    private readonly record struct Likeness(double Precision, double Recall)
    {
        public double F1 => 2 * Precision * Recall / Math.Max(1e-9, Precision + Recall);

        public static Likeness Of(HashSet<string> found, HashSet<string> expected)
        {
            double shared = found.Count(expected.Contains);
            return new(found.Count == 0 ? 0 : shared / found.Count, expected.Count == 0 ? 0 : shared / expected.Count);
        }

        public override string ToString() => $"precision {Precision:0.000}  recall {Recall:0.000}  F1 {F1:0.000}";
    }
}
