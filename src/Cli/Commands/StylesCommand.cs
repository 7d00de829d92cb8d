using System.CommandLine;
using Gpu.Cli.Options;
using Gpu.Workflow.Storyboards;
using Spectre.Console;

namespace Gpu.Cli.Commands;

/// <summary><c>gpu styles</c>: what ads can look like.</summary>
internal static class StylesCommand
{
    public static Command Create()
    {
        var command = new Command("styles", "Lists the styles of ads, for --style and storyboards.") { CommonOptions.Json };
        command.Does(static (parsed, _) =>
        {
            if (parsed.GetValue(CommonOptions.Json))
            {
                Runner.WriteJson(StyleInfo.All, ReadableJson.Types.IReadOnlyListStyleInfo);
                return Task.FromResult(ExitCode.Ok);
            }

            var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
            foreach (var style in StyleInfo.All)
            {
                grid.AddRow(new Text(style.Name), new Text($"{style.Text} (font {style.Font}, words {style.Shape}, transitions {string.Join(", ", style.Transitions.Distinct())})"));
            }

            Terminal.Out.Write(grid);
            return Task.FromResult(ExitCode.Ok);
        });
        return command;
    }
}
