using System.CommandLine;
using System.Globalization;
using Gpu.Cli.Display;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Extraction.Brands;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Gpu.Cli.Commands;

/// <summary><c>gpu extract</c>: what pages say and show.</summary>
internal static class ExtractCommand
{
    public static Command Create() => PageCommand.Create(
        "extract",
        "Shows what pages say: title, text, pictures, price.",
        [],
        static async (_, services, _, source, cancellationToken) =>
            PageOutput.Of(await services.GetRequiredService<IContentExtractor>().ExtractAsync(source, cancellationToken).ConfigureAwait(false)),
        ReadableJson.Types.PageOutput,
        static (_, page) => Print(page));

    private static string Name(BrandColourSource source) => source switch
    {
        BrandColourSource.ThemeColour => "theme-color",
        BrandColourSource.Style => "style",
        BrandColourSource.MaskIcon => "mask-icon",
        BrandColourSource.TileColour => "tile",
        _ => "manifest",
    };

    private static void Print(PageOutput page)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        Row("Source", page.Source);
        Row("Title", page.Title);
        Row("Description", page.Description);
        Row("Site", page.Site);
        Row("Language", page.Language);
        foreach (var (name, value) in ProductRows.Of(page.Product))
        {
            Row(name, value);
        }

        Row("Asks to", page.CallToAction);
        Row("Logo", page.Logo?.ToString());
        Row("Icon", page.Icon is { } icon ? Terminal.Short(icon.ToString(), 120) : null);
        Row("Colours", string.Join(", ", page.Colours.Select(static colour => $"{colour.Hex} ({Name(colour.Source)})")));
        Row("Pictures", page.Images.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var image in page.Images)
        {
            Row("", $"{Terminal.Short(image.Url.ToString(), 120)}  {image.Alt}");
        }

        Row("Text", Terminal.Short(page.Text, 600));
        Terminal.Out.Write(grid);
        Terminal.Out.WriteLine();

        void Row(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                grid.AddRow(new Text(name), new Text(Terminal.Safe(value)));
            }
        }
    }
}
