using System.Diagnostics;
using Gpu.Benchmarks.Comparing;

namespace Gpu.Benchmarks.Scale;

/// <summary>One run of the command, watched from outside.</summary>
/// <param name="Code">What it ended with.</param>
/// <param name="Wall">Seconds from its start to its end.</param>
/// <param name="Processor">CPU seconds of it and of all that it started.</param>
/// <param name="Peak">The most bytes of memory of the whole tree at a time.</param>
/// <param name="Samples">Memory of the command itself without its children: seconds and bytes.</param>
/// <param name="Output">What it wrote to its standard output.</param>
/// <param name="Left">Processes of it that outlived it.</param>
internal sealed record GpuRun(int Code, double Wall, double Processor, long Peak, IReadOnlyList<(double At, long Bytes)> Samples, string Output, int Left)
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(50);

    /// <summary>Runs it to its end.</summary>
    public static async Task<GpuRun> ToEndAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var program = Repository.PathOf("src/Cli/bin/Release/net10.0/gpu.dll");
        if (!File.Exists(program))
        {
            throw new ContenderError($"{program} is not there: build it with eng/gpu --help.");
        }

        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true };
        start.Environment["GPU_NO_CACHE"] = "1";
        var begin = Stopwatch.GetTimestamp();
        using var process = Process.Start(start) ?? throw new ContenderError("The command did not start.");
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var seen = new HashSet<int>();
        var samples = new List<(double, long)>();
        var (peak, processor) = (0L, 0.0);
        using var timer = new PeriodicTimer(Every);
        try
        {
            while (!process.HasExited)
            {
                int[] tree = [.. ProcessTree.Of(process.Id)];
                seen.UnionWith(tree);
                var own = ProcessTree.Memory(process.Id);
                peak = Math.Max(peak, own + tree.Skip(1).Sum(ProcessTree.Memory));
                samples.Add((Stopwatch.GetElapsedTime(begin).TotalSeconds, own));
                processor = Math.Max(processor, ProcessTree.ProcessorSeconds(process.Id));
                await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        var wall = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        return new GpuRun(process.ExitCode, wall, processor, peak, samples, await output.ConfigureAwait(false), seen.Count(static id => Directory.Exists($"/proc/{id}")));
    }
}
