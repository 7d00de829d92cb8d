using Gpu.Workflow.Extraction.Markup;
using Gpu.Workflow.Extraction.Metadata;
using Gpu.Workflow.Extraction.Prose;

namespace Gpu.Benchmarks.Extraction;

/// <summary>
/// Trains the model that decides which blocks are content, on every second judged page, and prints what it is worth on the
/// other half, which no rule and no weight was made from, and on all pages when each is left out of its training (7 parts).
/// </summary>
internal static class TrainExtraction
{
    private const int Folds = 7;

    private sealed record Sample(int Index, JudgedPage Page, IReadOnlyList<Block> Blocks, Witnesses Witnesses, float[][] Features)
    {
        public IEnumerable<(float[] Row, bool Answer)> Rows => Enumerable.Range(0, Blocks.Count).Select(i => (Row: Features[i], Answer: Judge(Blocks[i].Text))).Where(pair => pair.Answer is not null).Select(pair => (pair.Row, pair.Answer!.Value));

        public Tally Measure(BoostedTrees model) => Tally.Of(Page, Words.Tidy(string.Join(' ', MainText.Choose(Blocks, Witnesses, Features, model))));

        private bool? Judge(string text) =>
            Page.With.Any(text.Contains) ? true : Page.Without.Any(text.Contains) ? false
            : text.Length <= 20 ? null
            : Page.With.Any(segment => segment.Contains(text, StringComparison.Ordinal)) ? true
            : Page.Without.Any(segment => segment.Contains(text, StringComparison.Ordinal)) ? false : null;
    }

    /// <summary>Runs <c>train-extraction FOLDER MODEL</c>.</summary>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        if (args.Length != 2 || !File.Exists(Path.Combine(args[0], "segments.json")))
        {
            await Console.Error.WriteLineAsync("Give the folder into which pages-with-segments.tar.xz was unpacked, and the file for the model: src/Workflow/Extraction/Prose/blocks.model.");
            return 2;
        }

        var pages = await JudgedPage.ReadAsync(args[0], cancellationToken);
        var samples = new Sample[pages.Length];
        Parallel.For(0, pages.Length, i => samples[i] = Measure(args[0], i, pages[i]));
        var half = samples.Where(sample => sample.Index % 2 == 0).ToList();
        var model = Train(half);
        Print("half A, trained on", half, _ => model);
        Print("half B, unseen", [.. samples.Where(sample => sample.Index % 2 == 1)], _ => model);
        var folds = new BoostedTrees[Folds];
        Parallel.For(0, Folds, fold => folds[fold] = Train(samples.Where(sample => Fold(sample) != fold)));
        Print("all, each left out", samples, sample => folds[Fold(sample)]);
        await using var writer = new StreamWriter(args[1]);
        model.Write(writer);
        return 0;

        static int Fold(Sample sample) => sample.Index / 2 % Folds;
    }

    private static BoostedTrees Train(IEnumerable<Sample> samples)
    {
        var rows = samples.SelectMany(sample => sample.Rows).ToList();
        return BoostingTrainer.Train(rows.ConvertAll(row => row.Row), rows.ConvertAll(row => row.Answer));
    }

    private static Sample Measure(string folder, int index, JudgedPage page)
    {
        var html = HtmlEncoding.Decode(File.ReadAllBytes(Path.Combine(folder, "eval", page.File)), null);
        using var document = PageDocument.Parse(html, page.File, TimeProvider.System, default);
        var body = document.Body!;
        var blocks = BlockReader.Read(body, Boilerplate.IsNever);
        var witnesses = Witnesses.Ask(document, blocks, body, StructuredData.Read(document).Text("articleBody"));
        return new(index, page, blocks, witnesses, BlockFeatures.Of(blocks, witnesses, body));
    }

    private static void Print(string part, IReadOnlyList<Sample> samples, Func<Sample, BoostedTrees> model) =>
        Console.WriteLine($"{part,-20} pages {samples.Count}  {samples.Aggregate(default(Tally), (sum, sample) => sum + sample.Measure(model(sample)))}");
}
