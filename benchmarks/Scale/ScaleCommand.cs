using System.Globalization;

namespace Gpu.Benchmarks.Scale;

/// <summary>
/// <c>scale memory|aspects|batch|hundred [options of gpu]</c>: what the command as a whole takes, seen from outside. Fails where a
/// promise does not hold.
/// </summary>
internal static class ScaleCommand
{
    private const double Mebibyte = 1 << 20;

    /// <summary>The promise for one ad of 1080p.</summary>
    private const long MostMemory = 1L << 30;

    public static async Task<int> RunAsync(string[] args, TextWriter writer, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("gpu-scale-");
        try
        {
            var options = args.Skip(1).ToArray();
            var holds = args.FirstOrDefault() switch
            {
                "memory" => await MemoryAsync(folder.FullName, options, writer, cancellationToken).ConfigureAwait(false),
                "aspects" => await AspectsAsync(folder.FullName, options, writer, cancellationToken).ConfigureAwait(false),
                "batch" => await BatchAsync(folder.FullName, options, writer, cancellationToken).ConfigureAwait(false),
                "hundred" => await HundredPages.RunAsync(folder.FullName, options, writer, cancellationToken).ConfigureAwait(false),
                _ => throw new ArgumentException("scale needs one of memory, aspects, batch, hundred."),
            };
            return holds ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The line of one run.</summary>
    public static string Describe(string name, GpuRun run) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-44} {run.Wall,7:0.0} s wall {run.Processor,7:0.0} s CPU {run.Processor / run.Wall / Environment.ProcessorCount,5:0%} of the cores {run.Peak / Mebibyte,6:0} MiB at most, {run.Left} processes left");

    private static async Task<bool> MemoryAsync(string folder, string[] options, TextWriter writer, CancellationToken cancellationToken)
    {
        var run = await GpuRun.ToEndAsync(["make", Sample("coffee"), "-o", Path.Combine(folder, "ad"), "--quiet", .. options], cancellationToken).ConfigureAwait(false);
        await writer.WriteLineAsync(Describe("one ad", run)).ConfigureAwait(false);
        return run is { Code: 0, Left: 0 } && run.Peak < MostMemory;
    }

    private static async Task<bool> AspectsAsync(string folder, string[] options, TextWriter writer, CancellationToken cancellationToken)
    {
        string[] aspects = ["16:9", "9:16", "1:1", "4:5"];
        var alone = new List<GpuRun>();
        foreach (var aspect in aspects)
        {
            alone.Add(await GpuRun.ToEndAsync(["make", Sample("coffee"), "-o", Path.Combine(folder, aspect.Replace(':', 'x')), "--aspect", aspect, "--quiet", .. options], cancellationToken).ConfigureAwait(false));
            await writer.WriteLineAsync(Describe($"{aspect} alone", alone[^1])).ConfigureAwait(false);
        }

        var together = await GpuRun.ToEndAsync(["make", Sample("coffee"), "-o", Path.Combine(folder, "all"), "--aspect", string.Join(',', aspects), "--quiet", .. options], cancellationToken).ConfigureAwait(false);
        await writer.WriteLineAsync(Describe("all in one run", together)).ConfigureAwait(false);
        await CompareAsync(writer, "One run", together, alone).ConfigureAwait(false);
        return together is { Code: 0, Left: 0 };
    }

    private static async Task<bool> BatchAsync(string folder, string[] options, TextWriter writer, CancellationToken cancellationToken)
    {
        string[] pages = [.. Directory.GetFiles(Repository.PathOf("samples"), "index.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Take(12)];
        var list = Path.Combine(folder, "pages.txt");
        await File.WriteAllLinesAsync(list, pages, cancellationToken).ConfigureAwait(false);
        var alone = new List<GpuRun>();
        foreach (var page in pages)
        {
            var name = Path.GetFileName(Path.GetDirectoryName(page)!);
            alone.Add(await GpuRun.ToEndAsync(["make", page, "-o", Path.Combine(folder, name), "--quiet", .. options], cancellationToken).ConfigureAwait(false));
            await writer.WriteLineAsync(Describe($"{name} alone", alone[^1])).ConfigureAwait(false);
        }

        var batch = await GpuRun.ToEndAsync(["batch", list, "-o", Path.Combine(folder, "batch"), "--quiet", .. options], cancellationToken).ConfigureAwait(false);
        await writer.WriteLineAsync(Describe($"{pages.Length} in one batch", batch)).ConfigureAwait(false);
        await CompareAsync(writer, "The batch", batch, alone).ConfigureAwait(false);
        return batch is { Code: 0, Left: 0 } && pages.Length == 12;
    }

    private static Task CompareAsync(TextWriter writer, string name, GpuRun together, List<GpuRun> alone)
    {
        var (wall, processor) = (alone.Sum(static r => r.Wall), alone.Sum(static r => r.Processor));
        return writer.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{name} takes {together.Wall:0.0} s where single runs take {wall:0.0} s ({wall / together.Wall:0.00}x), and {together.Processor:0.0} CPU seconds where they take {processor:0.0} ({processor / together.Processor:0.00}x)."));
    }

    private static string Sample(string name) => Repository.PathOf($"samples/{name}/index.html");
}
