using System.Globalization;
using Gpu.Workflow.Suggestions;
using Spectre.Console;

namespace Gpu.Cli.Commands.Suggest;

/// <summary>Suggestions for people: a table as wide as the terminal, or lines with tabs where a program reads them.</summary>
internal static class SuggestTable
{
    // What is not used, so far as it may be wanted in its place.
    private const int NextBest = 3;

    public static void Print(SuggestOutput page, bool all)
    {
        Terminal.Out.WriteLine($"{Terminal.Safe(page.Title)} ({Terminal.Safe(page.Source)})");
        var kinds = page.Suggestions.GroupBy(static s => s.Kind).ToArray();
        if (Console.IsOutputRedirected)
        {
            PrintLines(kinds, all);
        }
        else
        {
            PrintTable(kinds, all);
        }
    }

    private static void PrintTable(IGrouping<SuggestionKind, Suggestion>[] kinds, bool all)
    {
        var table = new Table().Border(TableBorder.Minimal).Expand().ShowRowSeparators()
            .AddColumn(new TableColumn("").NoWrap()).AddColumn(new TableColumn("Id").NoWrap()).AddColumn(new TableColumn("Score").NoWrap()).AddColumns("What", "Why");
        foreach (var kind in kinds)
        {
            foreach (var suggestion in Shown(kind, all))
            {
                table.AddRow(
                    new Text(Mark(suggestion)),
                    new Text(suggestion.Id),
                    new Text(Score(suggestion)),
                    new Text(Terminal.Safe(What(suggestion))),
                    new Text(Terminal.Safe(suggestion.Reason)));
            }

            if (More(kind, all) is { } more)
            {
                table.AddRow(new Text(""), new Text(more, new Style(decoration: Decoration.Dim)), new Text(""), new Text(""), new Text(""));
            }
        }

        Terminal.Out.Write(table);
    }

    private static void PrintLines(IGrouping<SuggestionKind, Suggestion>[] kinds, bool all)
    {
        foreach (var kind in kinds)
        {
            foreach (var suggestion in Shown(kind, all))
            {
                Console.Out.WriteLine(string.Join('\t', Mark(suggestion), suggestion.Id, Score(suggestion), Terminal.Safe(What(suggestion)), Terminal.Safe(suggestion.Reason)));
            }

            if (More(kind, all) is { } more)
            {
                Console.Out.WriteLine($"\t{more}");
            }
        }
    }

    private static IEnumerable<Suggestion> Shown(IGrouping<SuggestionKind, Suggestion> kind, bool all) =>
        all ? kind : kind.Where(static s => s.Selected).Concat(kind.Where(static s => !s.Selected && s.Kind is not (SuggestionKind.Crop or SuggestionKind.Caption)).Take(NextBest));

    private static string? More(IGrouping<SuggestionKind, Suggestion> kind, bool all) => kind.Count() - Shown(kind, all).Count() is > 0 and var rest ? $"{rest} more: --all" : null;

    private static string Mark(Suggestion suggestion) => suggestion.Pinned ? "!" : suggestion.Selected ? "*" : "";

    private static string Score(Suggestion suggestion) => suggestion.Score.ToString("0.000", CultureInfo.InvariantCulture);

    private static string What(Suggestion suggestion) => suggestion switch
    {
        { Kind: SuggestionKind.Image or SuggestionKind.Logo, Image: { } image } => $"{suggestion.Text} {Terminal.Short(Name(image.Url), 60)}{(image.Width is { } width ? $" {width}x{image.Height}" : "")}".Trim(),
        { Crop: { } crop } => string.Create(CultureInfo.InvariantCulture, $"{suggestion.Text}: {crop.Width:0%} x {crop.Height:0%} from {crop.X:0%}, {crop.Y:0%}"),
        { Style: { } style } => $"{suggestion.Text} ({style.Background} {style.Foreground} {style.Accent})",
        { Music: { } music } => $"{suggestion.Text} ({music.BeatsPerMinute} beats a minute)",
        { Kind: SuggestionKind.Script, Seconds: { } seconds } => string.Create(CultureInfo.InvariantCulture, $"{suggestion.Text} ({seconds:0.0} s)"),
        _ => suggestion.Text,
    };

    // Of a long address the file says most; of one within the page itself nothing does.
    private static string Name(Uri url) => url.Scheme == "data" ? "within the page" : Uri.UnescapeDataString(url.Segments.LastOrDefault() ?? url.Host);
}
