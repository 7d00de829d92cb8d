using System.CommandLine;
using Gpu.Cli.Options;
using Gpu.Workflow.Avatars;
using Spectre.Console;

namespace Gpu.Cli.Commands;

/// <summary><c>gpu avatars</c>: who can present an ad.</summary>
internal static class AvatarsCommand
{
    public static Command Create()
    {
        var command = new Command("avatars", "Lists the presenters that --avatar takes.") { CommonOptions.Json };
        command.Does(static (parsed, _) => Task.FromResult(Run(parsed)));
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        if (parsed.GetValue(CommonOptions.Json))
        {
            Runner.WriteJson(AvatarCatalogue.All, ReadableJson.Types.IReadOnlyListAvatarInfo);
            return ExitCode.Ok;
        }

        var table = new Table().Border(TableBorder.Minimal).AddColumns("Name", "Who", "Voice");
        foreach (var avatar in AvatarCatalogue.All)
        {
            table.AddRow(new Text(avatar.Name), new Text(avatar.Description), new Text(avatar.Voice));
        }

        Terminal.Out.Write(table);
        Console.Out.WriteLine("gpu make PAGE --avatar NAME, or --avatar FILE with a picture of your own; docs/avatar.md shows them.");
        return ExitCode.Ok;
    }
}
