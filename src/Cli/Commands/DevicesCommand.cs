using System.CommandLine;
using System.Globalization;
using Gpu.Cli.Options;
using Gpu.Runtime.Scheduling;
using Spectre.Console;

namespace Gpu.Cli.Commands;

/// <summary><c>gpu devices</c>: what this machine could compute on.</summary>
internal static class DevicesCommand
{
    private const double Gibibyte = 1L << 30;

    public static Command Create()
    {
        var command = new Command("devices", "Shows the devices of this machine, which are used, and why others are not.") { CommonOptions.Device, CommonOptions.Workers, CommonOptions.Json };
        command.Does(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
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
}
