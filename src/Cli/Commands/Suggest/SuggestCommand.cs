using System.CommandLine;
using Gpu.Cli.Options;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Pictures;
using Gpu.Workflow.Suggestions;
using Microsoft.Extensions.DependencyInjection;

namespace Gpu.Cli.Commands.Suggest;

/// <summary><c>gpu suggest</c>: what an ad could use of pages.</summary>
internal static class SuggestCommand
{
    private static readonly Option<string?> Html = Values.Option("--html", "Write a page with the pictures, crops, colours, scores and reasons to this file.", "FILE", "the path of a file", (string text, out string? value) =>
    {
        value = text;
        return text.Trim().Length > 0 && !text.Contains('\0');
    });

    private static readonly Option<bool> All = new("--all") { Description = "List every candidate, not only those that are used and the next best." };

    public static Command Create() => PageCommand.Create(
        "suggest",
        "Shows what ads could use of pages: lines, pictures, crops, style, music and more, each scored, with the reason.",
        [AdOptions.Edits, Html, All, CommonOptions.Device, CommonOptions.Workers],
        ReadAsync,
        ReadableJson.Types.SuggestOutput,
        static (parsed, page) =>
        {
            // With a page to look at, a table beside it would only be in the way.
            if (parsed.GetValue(Html) is null)
            {
                SuggestTable.Print(page, parsed.GetValue(All));
            }
        },
        FinishAsync);

    private static async Task<SuggestOutput> ReadAsync(ParseResult parsed, IServiceProvider services, IReadOnlyList<string> sources, string source, CancellationToken cancellationToken)
    {
        var edits = await AdOptions.ReadEditsAsync(parsed, sources, cancellationToken).ConfigureAwait(false);
        var page = await services.GetRequiredService<IContentExtractor>().ExtractAsync(source, cancellationToken).ConfigureAwait(false);
        var suggestions = await services.GetRequiredService<ISuggester>().SuggestAsync(page, edits, cancellationToken).ConfigureAwait(false);
        return SuggestOutput.Of(page, suggestions);
    }

    private static async Task FinishAsync(ParseResult parsed, IServiceProvider services, IReadOnlyList<SuggestOutput> pages, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(Html) is not { } file)
        {
            return;
        }

        var html = await SuggestPage.WriteAsync(pages, services.GetRequiredService<IPictureLoader>(), cancellationToken).ConfigureAwait(false);
        await File.WriteAllTextAsync(file, html, cancellationToken).ConfigureAwait(false);
        if (!parsed.GetValue(CommonOptions.Quiet) && !parsed.GetValue(CommonOptions.Json))
        {
            Console.Out.WriteLine($"{file}: the suggestions of {pages.Count} page{(pages.Count == 1 ? "" : "s")}");
        }
    }
}
