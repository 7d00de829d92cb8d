using System.Diagnostics;
using System.Globalization;
using Gpu.Benchmarks.Comparing;
using Gpu.Runtime.Scheduling;

namespace Gpu.Benchmarks.Contests;

/// <summary>How long the engine takes to be there, in a process that has done nothing before.</summary>
internal static class EngineStart
{
    /// <summary>The argument with which this program does nothing else.</summary>
    public const string Argument = "engine-start";

    /// <summary>Starts it here, and prints the seconds.</summary>
    public static async Task<int> MeasureAsync()
    {
        var start = Stopwatch.GetTimestamp();
        var engine = await ComputeEngine.CreateAsync().ConfigureAwait(false);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await engine.DisposeAsync().ConfigureAwait(false);
        Console.WriteLine(seconds.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    /// <summary>Starts it in a new process.</summary>
    public static async Task<double> RunAsync(CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [typeof(EngineStart).Assembly.Location, Argument]) { RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new ContenderError("The process did not start.");
        var line = await process.StandardOutput.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        return double.TryParse(line, CultureInfo.InvariantCulture, out var seconds) ? seconds : throw new ContenderError($"The process said \"{line}\".");
    }
}
