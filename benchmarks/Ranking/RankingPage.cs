using System.Globalization;
using System.Text;
using Gpu.Kernels.Scoring;
using Gpu.Runtime.Devices;
using Gpu.Runtime.Scheduling;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Suggestions;
using Microsoft.Extensions.DependencyInjection;

namespace Gpu.Benchmarks.Ranking;

/// <summary>Makes docs/ranking.md: a ranking of one sample's sentences from features to result, every figure computed here and now.</summary>
internal static class RankingPage
{
    /// <summary>Where the page lies in the repository.</summary>
    public const string Path = "docs/ranking.md";

    private const string Sample = "samples/book/index.html";
    private const int Shown = 8;
    private const float Edit = 0.5f;

    /// <summary>Makes the page's text.</summary>
    public static async Task<string> MakeAsync(CancellationToken cancellationToken)
    {
        var services = new ServiceCollection().AddGpuWorkflow(static o => o.Device = DeviceSelection.Cpu).BuildServiceProvider();
        await using (services.ConfigureAwait(false))
        {
            var page = await services.GetRequiredService<IContentExtractor>().ExtractAsync(Repository.PathOf(Sample), cancellationToken).ConfigureAwait(false);
            var suggestions = await services.GetRequiredService<ISuggester>().SuggestAsync(page, null, cancellationToken).ConfigureAwait(false);
            Suggestion[] lines = [.. suggestions.Where(s => s.Kind == SuggestionKind.Script)];
            return await WriteAsync(page, lines, services.GetRequiredService<IComputeEngine>(), cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<string> WriteAsync(PageContent page, Suggestion[] lines, IComputeEngine engine, CancellationToken cancellationToken)
    {
        var weights = lines[0].Weights;
        string[] names = [.. weights.Keys];
        float[] matrix = [.. lines.SelectMany(l => names.Select(n => l.Features[n]))], weight = [.. names.Select(n => weights[n])];
        var plain = await ScoreAsync(matrix, weight, [], engine, cancellationToken).ConfigureAwait(false);
        Check(lines, plain.Scores);
        var edited = plain.Order[3];
        float[] edits = [.. lines.Select((_, i) => i == edited ? Edit : 0)];
        var after = await ScoreAsync(matrix, weight, edits, engine, cancellationToken).ConfigureAwait(false);

        var text = new StringBuilder();
        Line(text, $"# A ranking, from features to result");
        Line(text, $"");
        Line(text, $"Made by `dotnet run -c Release --project benchmarks -- ranking` from `{Sample}` (“{page.Title}”); a test fails when it is out of date. `gpu suggest {Sample}` shows the same scores.");
        Line(text, $"");
        Line(text, $"## 1. Candidates and their features");
        Line(text, $"The page gives {lines.Length} sentences that could be lines of its ad. Each is measured: {names.Length} features, each 0 to 1. The {Shown} best:");
        Line(text, $"");
        Line(text, $"| | sentence | {string.Join(" | ", names)} |");
        Line(text, $"| --- | --- |{string.Concat(names.Select(_ => " --- |"))}");
        foreach (var i in plain.Order.Take(Shown))
        {
            Line(text, $"| {Letter(plain.Order, i)} | {Cell(lines[i].Text)} | {string.Join(" | ", names.Select(n => Number(lines[i].Features[n])))} |");
        }

        Line(text, $"");
        Line(text, $"## 2. Weights");
        Line(text, $"What each feature counts; they sum to 1, so that a score is 0 to 1.");
        Line(text, $"");
        Line(text, $"| {string.Join(" | ", names)} |");
        Line(text, $"|{string.Concat(names.Select(_ => " --- |"))}");
        Line(text, $"| {string.Join(" | ", weight.Select(w => w.ToString("0.000", CultureInfo.InvariantCulture)))} |");
        Explain(text, lines, names, weight, plain);
        Selected(text, lines, plain);
        Edited(text, lines, plain, after, edited);
        return text.ToString();
    }

    private static void Explain(StringBuilder text, Suggestion[] lines, string[] names, float[] weight, (float[] Scores, int[] Order) plain)
    {
        int first = plain.Order[0], second = plain.Order[1];
        Line(text, $"");
        Line(text, $"## 3. The score");
        Line(text, $"score = (features . weights) x (1 + edit weight), by `ScoreCandidates` on whatever device there is, in one order of additions: the same bits everywhere. Weight x feature for A and B, and what makes the difference:");
        Line(text, $"");
        Line(text, $"| feature | A | B | A - B |");
        Line(text, $"| --- | --- | --- | --- |");
        for (var i = 0; i < names.Length; i++)
        {
            float a = weight[i] * lines[first].Features[names[i]], b = weight[i] * lines[second].Features[names[i]];
            Line(text, $"| {names[i]} | {Part(a)} | {Part(b)} | {Signed(a - b)} |");
        }

        Line(text, $"| **score** | **{Part(plain.Scores[first])}** | **{Part(plain.Scores[second])}** | **{Signed(plain.Scores[first] - plain.Scores[second])}** |");
        Line(text, $"");
        Line(text, $"The suggestion says the greatest parts in words. A: “{Cell(lines[first].Reason)}”");
    }

    private static void Selected(StringBuilder text, Suggestion[] lines, (float[] Scores, int[] Order) plain)
    {
        Line(text, $"");
        Line(text, $"## 4. Order and choice");
        Line(text, $"The greatest score comes first, the earlier sentence of equal ones. {lines.Count(l => l.Selected)} of {lines.Length} are chosen, the good and unlike ones (`SelectDiverse`): a sentence that says what the headline or a line chosen before it says already is passed over, and one that falls far behind the best.");
        Line(text, $"");
        Line(text, $"| | score | chosen | id | sentence |");
        Line(text, $"| --- | --- | --- | --- | --- |");
        foreach (var i in plain.Order.Take(Shown))
        {
            Line(text, $"| {Letter(plain.Order, i)} | {Part(plain.Scores[i])} | {(lines[i].Selected ? "yes" : "no")} | {lines[i].Id} | {Cell(lines[i].Text)} |");
        }
    }

    private static void Edited(StringBuilder text, Suggestion[] lines, (float[] Scores, int[] Order) plain, (float[] Scores, int[] Order) after, int edited)
    {
        int from = Array.IndexOf(plain.Order, edited) + 1, to = Array.IndexOf(after.Order, edited) + 1;
        Line(text, $"");
        Line(text, $"## 5. An edit");
        Line(text, $"An edit weight of {Edit.ToString(CultureInfo.InvariantCulture)} on {Letter(plain.Order, edited)} (`{lines[edited].Id}`) makes its score {Part(plain.Scores[edited])} x {(1 + Edit).ToString(CultureInfo.InvariantCulture)} = {Part(after.Scores[edited])}: it goes from place {from} to place {to}. A weight of -1 would make it 0, which is never chosen.");
        Line(text, $"");
        Line(text, $"| place | before | after |");
        Line(text, $"| --- | --- | --- |");
        for (var i = 0; i < Math.Min(5, lines.Length); i++)
        {
            int b = plain.Order[i], a = after.Order[i];
            Line(text, $"| {i + 1} | {Letter(plain.Order, b)} {Part(plain.Scores[b])} | {Letter(plain.Order, a)} {Part(after.Scores[a])} |");
        }
    }

    private static async Task<(float[] Scores, int[] Order)> ScoreAsync(float[] matrix, float[] weights, float[] edits, IComputeEngine engine, CancellationToken cancellationToken)
    {
        var scores = new float[matrix.Length / weights.Length];
        var order = new int[scores.Length];
        await engine.RunAsync(new ScoreCandidates(matrix, weights, edits, scores, order), null, cancellationToken).ConfigureAwait(false);
        return (scores, order);
    }

    // The page explains the product's own scores, or none.
    private static void Check(Suggestion[] lines, float[] scores)
    {
        if (lines.Length < Shown)
        {
            throw new InvalidOperationException($"{Sample} gives {lines.Length} sentences; the page shows {Shown}.");
        }

        for (var i = 0; i < lines.Length; i++)
        {
            if (BitConverter.SingleToInt32Bits(lines[i].Score) != BitConverter.SingleToInt32Bits(scores[i]))
            {
                throw new InvalidOperationException($"{lines[i].Id} has the score {lines[i].Score}, its features and weights give {scores[i]}.");
            }
        }
    }

    private static string Letter(int[] order, int line) => Array.IndexOf(order, line) is < Shown and var place ? ((char)('A' + place)).ToString() : $"no. {Array.IndexOf(order, line) + 1}";

    private static string Number(float value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Part(float value) => value.ToString("0.0000", CultureInfo.InvariantCulture);

    private static string Signed(float value) => value.ToString("+0.0000;-0.0000;0.0000", CultureInfo.InvariantCulture);

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static void Line(StringBuilder text, FormattableString line) => text.Append(FormattableString.Invariant(line)).Append('\n');
}
