using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Gpu.Cli.Options;

namespace Gpu.Cli.Commands;

/// <summary>What the commands have in common: how they end, and how they write.</summary>
internal static class Runner
{
    /// <summary>Sets what a command does. An error becomes a line on standard error and an exit code.</summary>
    public static void Does(this Command command, Func<ParseResult, CancellationToken, Task<int>> action, Func<ParseResult, string>? source = null) =>
        command.SetAction(async (parsed, cancellationToken) =>
        {
            try
            {
                return await action(parsed, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                var failure = Failure.From(e);
                Complain(failure.Message);
                if (failure.Code != ExitCode.Usage && source is not null && parsed.GetValue(CommonOptions.Json))
                {
                    WriteJson(new ErrorOutput(source(parsed), failure.Message, failure.Code), ReadableJson.Types.ErrorOutput);
                }

                return failure.Code;
            }
        });

    public static void Complain(string message) =>
        Console.Error.WriteLine($"gpu: {string.Join(Environment.NewLine, message.Split('\n').Select(Terminal.Safe))}");

    /// <summary>Says what stands in no way of the result.</summary>
    public static void Warn(string message) => Console.Error.WriteLine($"Warning: {Terminal.Safe(message)}");

    public static void WriteJson<T>(T value, JsonTypeInfo<T> type) => Console.Out.WriteLine(JsonSerializer.Serialize(value, type));
}
