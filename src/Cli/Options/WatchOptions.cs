using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Gpu.Cli.Options;

/// <summary>The options that let others watch a run, and watch one.</summary>
internal static class WatchOptions
{
    public const int DefaultPort = 8000;

    public static Option<int?> Metrics { get; } = Port("--metrics", $"Serve metrics for Prometheus while it runs. [default port: {DefaultPort}, or the next free one]");

    public static Option<string?> Trace { get; } = new("--trace") { Description = "Write a trace of stages and requests, for ui.perfetto.dev.", HelpName = "FILE" };

    /// <summary>The port of a process to watch; 0 where none is named.</summary>
    public static Option<int?> Watch { get; } = Port("--watch", "Show what the devices do, again every second, of the gpu process that serves its metrics at this port. [default: the first that answers from 8000 on, or this process]");

    /// <summary>The same, for a look.</summary>
    public static Option<int?> Of { get; } = Port("--port", "The port at which a gpu process serves its metrics. [default: the first that answers from 8000 on]");

    private static Option<int?> Port(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "PORT",
        Arity = ArgumentArity.ZeroOrOne,
        CustomParser = result => Read(result, name),
    };

    private static int? Read(ArgumentResult result, string name)
    {
        if (result.Tokens.Count == 0)
        {
            return 0;
        }

        if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= 65535)
        {
            return port;
        }

        result.AddError($"{name} is \"{result.Tokens[0].Value}\"; accepted: a port from 1 to 65535, or nothing.");
        return null;
    }
}
