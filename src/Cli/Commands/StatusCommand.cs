using System.CommandLine;
using System.Globalization;
using Gpu.Cli.Options;
using Gpu.Cli.Watching;
using Gpu.Runtime.Metrics;
using Gpu.Runtime.Optimizers;
using Spectre.Console;

namespace Gpu.Cli.Commands;

/// <summary><c>gpu status</c>: the parts of the runtime, of a process that runs or of one that is started for it.</summary>
internal static class StatusCommand
{
    public static Command Create()
    {
        var command = new Command("status", "Shows the parts of the runtime: of the gpu process that serves its metrics, or started here to see what works.") { WatchOptions.Of, CommonOptions.Device, CommonOptions.Workers, CommonOptions.Json };
        command.Does(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var running = parsed.GetValue(WatchOptions.Of) is { } port
            ? port == 0 ? await RunningRuntime.FindAsync(WatchOptions.DefaultPort, cancellationToken).ConfigureAwait(false) : await RunningRuntime.AtAsync(port, cancellationToken).ConfigureAwait(false)
            : null;
        if (running is not null && await running.ReadAsync(cancellationToken).ConfigureAwait(false) is { } there)
        {
            Show(parsed, there, null);
            return ExitCode.Ok;
        }

        var options = new GpuRuntimeOptions { Device = parsed.GetValue(CommonOptions.Device) ?? default, Workers = parsed.GetValue(CommonOptions.Workers), MetricsPort = 0, WarmKernels = false };
        await using var manager = OptimizationManager.Create(options);
        await manager.InitializeAllAsync(cancellationToken).ConfigureAwait(false);
        var here = manager.Snapshot();
        Show(parsed, here, manager.StartTook);
        return here.Ready ? ExitCode.Ok : ExitCode.Device;
    }

    private static void Show(ParseResult parsed, RuntimeSnapshot snapshot, TimeSpan? started)
    {
        if (parsed.GetValue(CommonOptions.Json))
        {
            Runner.WriteJson(snapshot, ReadableJson.Types.RuntimeSnapshot);
            return;
        }

        var table = new Table().Border(TableBorder.Minimal).AddColumns("Part", "State", "Since", "Why", "Says");
        foreach (var part in snapshot.Parts)
        {
            table.AddRow(((string[])[
                part.Name,
                part.State.ToString().ToLowerInvariant(),
                part.Since.ToLocalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture),
                part.Reason ?? "",
                string.Join("; ", part.Details.Select(static d => $"{d.Key} {d.Value}")),
            ]).Select(static cell => new Text(Terminal.Safe(cell))).ToArray<Spectre.Console.Rendering.IRenderable>());
        }

        Terminal.Out.Write(table);
        if (started is { } took)
        {
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Started in {took.TotalMilliseconds:0} ms."));
        }
    }
}
