using System.CommandLine;
using Gpu.Cli.Options;
using Gpu.Workflow.Encoding;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Gpu.Cli.Commands;

/// <summary><c>gpu encoders</c>: which of the hardware's encoders work here.</summary>
internal static class EncodersCommand
{
    public static Command Create()
    {
        var command = new Command("encoders", "Tries the hardware's video encoders on a few frames, and says which work and why others do not.") { CommonOptions.Json };
        command.Does(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var services = new ServiceCollection().AddGpuWorkflow(static options => options.EncoderProofFolder = CacheFolder.Usual()).BuildServiceProvider();
        var encoder = services.GetRequiredService<IVideoEncoder>();
        await encoder.CheckAsync([Workflow.Jobs.AdFormat.Mp4], cancellationToken).ConfigureAwait(false);
        var reports = await encoder.ReportAsync(cancellationToken).ConfigureAwait(false);
        EncoderOutput[] rows =
        [
            .. reports.Select(static r => new EncoderOutput(r.Encoder.ToString().ToLowerInvariant(), r.Codec, r.Works, r.Reason)),
            new EncoderOutput("x264", "libx264", Works: true, null),
        ];
        if (parsed.GetValue(CommonOptions.Json))
        {
            Runner.WriteJson(rows, ReadableJson.Types.IReadOnlyListEncoderOutput);
            return ExitCode.Ok;
        }

        var table = new Table().Border(TableBorder.Minimal).AddColumns("Encoder", "In ffmpeg", "Works", "Why not");
        foreach (var row in rows)
        {
            table.AddRow(((string[])[row.Encoder, row.Codec, row.Works ? "yes" : "no", row.Reason ?? ""]).Select(static cell => new Text(Terminal.Safe(cell))).ToArray<Spectre.Console.Rendering.IRenderable>());
        }

        Terminal.Out.Write(table);
        Console.Out.WriteLine($"--encoder auto takes {rows.First(static r => r.Works).Encoder}.");
        return ExitCode.Ok;
    }
}
