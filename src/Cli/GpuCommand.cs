using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Gpu.Cli.Commands;
using Gpu.Cli.Commands.Suggest;

namespace Gpu.Cli;

/// <summary>The whole command line.</summary>
internal static class GpuCommand
{
    /// <summary>Plain parsing: no files of arguments, no bundles of letters.</summary>
    public static ParserConfiguration Parsing { get; } = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    public static RootCommand Create()
    {
        var root = new RootCommand("Turns web pages into video ads, on any device.")
        {
            MakeCommand.Create(),
            RenderCommand.Create(),
            PreviewCommand.Create(),
            ExtractCommand.Create(),
            SuggestCommand.Create(),
            BatchCommand.Create(),
            AvatarsCommand.Create(),
            StylesCommand.Create(),
            DevicesCommand.Create(),
            EncodersCommand.Create(),
            StatusCommand.Create(),
            CacheCommand.Create(),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExitCodes((SynchronousCommandLineAction)help.Action!);
        return root;
    }

    /// <summary>The command that shows the help for what was tried.</summary>
    public static string HelpFor(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand ? "gpu --help" : $"gpu {parsed.CommandResult.Command.Name} --help";

    private sealed class HelpWithExitCodes(SynchronousCommandLineAction help) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var code = help.Invoke(parseResult);
            parseResult.InvocationConfiguration.Output.WriteLine(ExitCode.Help);
            return code;
        }
    }
}
