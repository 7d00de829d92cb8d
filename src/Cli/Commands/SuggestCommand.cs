using System.CommandLine;
using System.Globalization;
using Gpu.Cli.Options;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Suggestions;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Gpu.Cli.Commands;

/// <summary><c>gpu suggest</c>: what an ad could use of pages.</summary>
internal static class SuggestCommand
{
    public static Command Create() => PageCommand.Create(
        "suggest",
        "Shows what ads could use of pages: scored sentences and pictures.",
        [AdOptions.Edits, CommonOptions.Device, CommonOptions.Workers],
        ReadAsync,
        ReadableJson.Types.SuggestOutput,
        Print);

    private static async Task<SuggestOutput> ReadAsync(ParseResult parsed, IServiceProvider services, string source, CancellationToken cancellationToken)
    {
        var edits = await AdOptions.ReadEditsAsync(parsed, cancellationToken).ConfigureAwait(false);
        var page = await services.GetRequiredService<IContentExtractor>().ExtractAsync(source, cancellationToken).ConfigureAwait(false);
        var suggestions = await services.GetRequiredService<ISuggester>().SuggestAsync(page, edits, cancellationToken).ConfigureAwait(false);
        return new SuggestOutput(page.Source, page.Url, page.Title, suggestions);
    }

    private static void Print(SuggestOutput page)
    {
        Terminal.Out.WriteLine($"{Terminal.Safe(page.Title)} ({Terminal.Safe(page.Source)})");
        var table = new Table().Border(TableBorder.Minimal).AddColumns("", "Id", "Score", "What", "Why");
        foreach (var suggestion in page.Suggestions)
        {
            var what = suggestion.Image is { } image ? $"{Terminal.Short(image.Url.ToString(), 80)} {suggestion.Text}" : suggestion.Text;
            table.AddRow(
                new Text(suggestion.Selected ? "*" : ""),
                new Text(suggestion.Id),
                new Text(suggestion.Score.ToString("0.000", CultureInfo.InvariantCulture)),
                new Text(Terminal.Short(what, 160)),
                new Text(Terminal.Safe(suggestion.Reason)));
        }

        Terminal.Out.Write(table);
    }
}
