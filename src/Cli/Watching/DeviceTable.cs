using System.Globalization;
using Gpu.Runtime.Metrics;
using Spectre.Console;

namespace Gpu.Cli.Watching;

/// <summary>What devices do, as a table for people and as lines for pipes.</summary>
internal static class DeviceTable
{
    private const double Mebibyte = 1 << 20;
    private const int BarLength = 10;

    /// <summary>The table.</summary>
    /// <param name="now">What was read.</param>
    /// <param name="before">What was read before it, for rates; null for none.</param>
    public static Table Of(RuntimeSnapshot now, RuntimeSnapshot? before)
    {
        var table = new Table().Border(TableBorder.Minimal).Caption(Invariant($"process {now.ProcessId}, {now.Pending} requests wait, {(now.Ready ? "ready" : "not ready")}"));
        foreach (var column in (string[])["Device", "State", "Busy", "Does", "Queue", "Requests/s", "Memory", "Pool", "W", "°C"])
        {
            table.AddColumn(new TableColumn(column).NoWrap());
        }

        foreach (var device in now.Devices.Where(static d => d.State != "refused"))
        {
            table.AddRow(((string[])[device.Id, State(device), Bar(device.Utilisation), Does(device), Invariant($"{device.Queued}"), Rate(device, now, before), Memory(device), Pool(device), Number(device.Watts), Number(device.Celsius)])
                .Select(static cell => new Text(Terminal.Safe(cell))).ToArray<Spectre.Console.Rendering.IRenderable>());
        }

        return table;
    }

    /// <summary>A line a device.</summary>
    public static IEnumerable<string> Lines(RuntimeSnapshot now, RuntimeSnapshot? before) => now.Devices.Where(static d => d.State != "refused").Select(device => Terminal.Safe(string.Create(
        CultureInfo.InvariantCulture,
        $"{now.At:HH:mm:ss} {device.Id} {State(device)} busy {device.Utilisation:0%} does {Does(device)} queue {device.Queued} waiting {now.Pending} requests/s {Rate(device, now, before)} memory {Memory(device)} pool {Pool(device)} watts {Number(device.Watts)} celsius {Number(device.Celsius)}")));

    private static string State(DeviceReport device) => device.Reason is { } reason && device.State != "in_use" ? $"{device.State}: {Terminal.Short(reason, 60)}" : device.State;

    private static string Bar(double? share) => share is { } known
        ? Invariant($"{new string('#', (int)Math.Round(known * BarLength)),-BarLength} {known,4:0%}")
        : "-";

    private static string Does(DeviceReport device) => device.Running is { } running
        ? Invariant($"{(running.Length == 0 ? "work" : running)} x{device.RunningRequests} for {device.RunningSeconds * 1000:0} ms")
        : "-";

    private static string Rate(DeviceReport device, RuntimeSnapshot now, RuntimeSnapshot? before)
    {
        var earlier = before?.Devices.FirstOrDefault(d => d.Id == device.Id);
        var seconds = before is null ? 0 : (now.At - before.At).TotalSeconds;
        return earlier is null || seconds <= 0 ? "-" : Invariant($"{Math.Max(0, device.Requests - earlier.Requests) / seconds:0}");
    }

    private static string Memory(DeviceReport device) => device.MemoryUsedBytes is { } used ? Invariant($"{used / Mebibyte:0}/{device.MemoryBytes / Mebibyte:0} MiB") : Invariant($"-/{device.MemoryBytes / Mebibyte:0} MiB");

    private static string Pool(DeviceReport device) => Invariant($"{device.PoolInUseBytes / Mebibyte:0}/{device.PoolBytes / Mebibyte:0} MiB");

    private static string Number(double? value) => value is { } known ? Invariant($"{known:0}") : "-";

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
