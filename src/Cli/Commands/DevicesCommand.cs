using System.CommandLine;
using System.Globalization;
using Gpu.Cli.Options;
using Gpu.Cli.Watching;
using Gpu.Runtime.Metrics;
using Gpu.Runtime.Optimizers;
using Gpu.Runtime.Scheduling;
using Spectre.Console;

namespace Gpu.Cli.Commands;

/// <summary><c>gpu devices</c>: what this machine could compute on.</summary>
internal static class DevicesCommand
{
    private const double Gibibyte = 1L << 30;

    public static Command Create()
    {
        var command = new Command("devices", "Shows the devices of this machine, which are used, and why others are not.") { CommonOptions.Device, CommonOptions.Workers, CommonOptions.Json, WatchOptions.Watch };
        command.Does(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(WatchOptions.Watch) is { } port)
        {
            await WatchAsync(parsed, port, cancellationToken).ConfigureAwait(false);
            return ExitCode.Ok;
        }

        var options = new ComputeOptions { Device = parsed.GetValue(CommonOptions.Device) ?? default, Workers = parsed.GetValue(CommonOptions.Workers) };
        await using var engine = await ComputeEngine.CreateAsync(options, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (parsed.GetValue(CommonOptions.Json))
        {
            Runner.WriteJson([.. engine.Devices.Select(DeviceOutput.Of)], ReadableJson.Types.IReadOnlyListDeviceOutput);
            return ExitCode.Ok;
        }

        var table = new Table().Border(TableBorder.Minimal).AddColumns("Id", "Name", "Kind", "Memory", "Cores", "Driver", "In use", "Why not");
        foreach (var device in engine.Devices.Select(DeviceOutput.Of))
        {
            table.AddRow(((string[])[
                device.Id,
                device.Name,
                device.Kind,
                string.Create(CultureInfo.InvariantCulture, $"{device.MemoryBytes / Gibibyte:0.0} GiB"),
                device.Cores.ToString(CultureInfo.InvariantCulture),
                device.Driver,
                device.InUse ? "yes" : "no",
                device.Refusal ?? "",
            ]).Select(static cell => new Text(Terminal.Safe(cell))).ToArray<Spectre.Console.Rendering.IRenderable>());
        }

        Terminal.Out.Write(table);
        return ExitCode.Ok;
    }

    private static async Task WatchAsync(ParseResult parsed, int port, CancellationToken cancellationToken)
    {
        var json = parsed.GetValue(CommonOptions.Json);
        using var running = port == 0
            ? await RunningRuntime.FindAsync(WatchOptions.DefaultPort, cancellationToken).ConfigureAwait(false)
            : await RunningRuntime.AtAsync(port, cancellationToken).ConfigureAwait(false);
        if (running is not null)
        {
            Console.Error.WriteLine($"Watching process {(await running.ReadAsync(cancellationToken).ConfigureAwait(false))?.ProcessId} at port {running.Port}.");
            await DeviceWatch.ShowAsync(running.ReadAsync, json, cancellationToken).ConfigureAwait(false);
            return;
        }

        Console.Error.WriteLine($"No gpu process serves metrics from port {WatchOptions.DefaultPort} on: these are the devices of this one, idle. Start the other with --metrics.");
        var options = new GpuRuntimeOptions { Device = parsed.GetValue(CommonOptions.Device) ?? default, Workers = parsed.GetValue(CommonOptions.Workers), MetricsPort = 0, WarmKernels = false };
        await using var manager = OptimizationManager.Create(options);
        await manager.InitializeAllAsync(cancellationToken).ConfigureAwait(false);
        await DeviceWatch.ShowAsync(_ => Task.FromResult<RuntimeSnapshot?>(manager.Snapshot()), json, cancellationToken).ConfigureAwait(false);
    }
}
