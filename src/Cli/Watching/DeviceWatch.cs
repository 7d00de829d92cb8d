using System.Text.Json;
using Gpu.Runtime.Metrics;
using Microsoft.Win32.SafeHandles;
using Spectre.Console;

namespace Gpu.Cli.Watching;

/// <summary>Shows what devices do until it is stopped, or what it watches ends.</summary>
internal static class DeviceWatch
{
    private const int StandardOutputHandle = 1;

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    /// <summary>Shows it: a table drawn again in place on a terminal, lines where somebody else reads, objects for programs.</summary>
    /// <param name="read">Reads what is; null when that has ended.</param>
    /// <param name="json">Whether to write objects.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task ShowAsync(Func<CancellationToken, Task<RuntimeSnapshot?>> read, bool json, CancellationToken cancellationToken)
    {
        if (json || Console.IsOutputRedirected)
        {
            using var output = OpenStandardOutput();
            Action<RuntimeSnapshot, RuntimeSnapshot?> write = json
                ? (now, _) => output.WriteLine(JsonSerializer.Serialize(now, ReadableJson.Types.RuntimeSnapshot))
                : (now, before) => output.Write(string.Concat(DeviceTable.Lines(now, before).Select(static l => l + Environment.NewLine)));
            await EachAsync(read, write, cancellationToken).ConfigureAwait(false);
            return;
        }

        await Terminal.Out.Live(new Text("")).StartAsync(live => EachAsync(read, (now, before) => live.UpdateTarget(DeviceTable.Of(now, before)), cancellationToken)).ConfigureAwait(false);
    }

    // The console's own stream goes on without a word when its reader has gone, and so would the watch; a file's says so.
    private static StreamWriter OpenStandardOutput() =>
        new(new FileStream(new SafeFileHandle(StandardOutputHandle, ownsHandle: false), FileAccess.Write, bufferSize: 0)) { AutoFlush = true };

    private static async Task EachAsync(Func<CancellationToken, Task<RuntimeSnapshot?>> read, Action<RuntimeSnapshot, RuntimeSnapshot?> show, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Period, TimeProvider.System);
        RuntimeSnapshot? before = null;
        while (await read(cancellationToken).ConfigureAwait(false) is { } now)
        {
            show(now, before);
            before = now;
            await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false);
        }

        Console.Error.WriteLine($"Process {before?.ProcessId} has ended.");
    }
}
