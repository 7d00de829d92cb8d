using System.Globalization;
using System.Text.Json;

namespace Gpu.Benchmarks.Scale;

/// <summary>A hundred pages, five of them poisoned: 95 ads, 5 errors, no process left, and memory that does not grow with the pages.</summary>
internal static class HundredPages
{
    private const int Pages = 100;

    /// <summary>
    /// Memory of the last fifth over that of the third: before that the caches of pictures, which are bounded, fill and code is
    /// compiled. The least of each is compared, for what lies between is what the collector has not come to yet.
    /// </summary>
    private const double MostGrowth = 1.25;

    private static readonly string[] Small = ["--size", "192x108", "--duration", "2", "--fps", "10", "--preset", "ultrafast"];

    public static async Task<bool> RunAsync(string folder, string[] options, TextWriter writer, CancellationToken cancellationToken)
    {
        var list = Path.Combine(folder, "pages.txt");
        await File.WriteAllLinesAsync(list, Write(folder), cancellationToken).ConfigureAwait(false);
        var run = await GpuRun.ToEndAsync(["batch", list, "-o", Path.Combine(folder, "ads"), "--json", "--quiet", .. Small, .. options], cancellationToken).ConfigureAwait(false);
        using var result = JsonDocument.Parse(run.Output);
        var (made, failed) = (result.RootElement.GetProperty("made").GetInt32(), result.RootElement.GetProperty("failed").GetInt32());
        long[] least = [.. Enumerable.Range(0, 5).Select(i => Low(run, i / 5.0, (i + 1) / 5.0))];
        var growth = (double)least[4] / least[2];
        await writer.WriteLineAsync(ScaleCommand.Describe($"{Pages} pages", run)).ConfigureAwait(false);
        await writer.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{made} made, {failed} failed; least memory of the command in each fifth of the time: {string.Join(", ", least.Select(static b => b >> 20))} MiB ({growth:0.00}x from the third to the last); {run.Left} processes left.")).ConfigureAwait(false);
        return made == 95 && failed == 5 && run.Left == 0 && growth <= MostGrowth;
    }

    // The samples over and over, each under a title of its own, and five pages that no ad can be made of.
    private static IEnumerable<string> Write(string folder)
    {
        string[] samples = [.. Directory.GetFiles(Repository.PathOf("samples"), "index.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        var poison = new Dictionary<int, string>
        {
            [7] = Poison(folder, "empty.html", ""),
            [31] = Poison(folder, "binary.html", "\u007fELF\0\u0001\u0002\0\0"),
            [52] = Path.Combine(folder, "nowhere.html"),
            [73] = "http://10.0.0.1/",
            [94] = Poison(folder, "nothing.html", "<html><head><title></title></head><body></body></html>"),
        };
        for (var i = 0; i < Pages; i++)
        {
            if (poison.TryGetValue(i, out var bad))
            {
                yield return bad;
                continue;
            }

            // Pages of one sample share its pictures: what the caches of pictures hold is the same after the first of each.
            var sample = samples[i % samples.Length];
            var place = Path.Combine(folder, Path.GetFileName(Path.GetDirectoryName(sample)!));
            if (!Directory.Exists(place))
            {
                Directory.CreateDirectory(place);
                foreach (var below in Directory.GetDirectories(Path.GetDirectoryName(sample)!))
                {
                    Directory.CreateSymbolicLink(Path.Combine(place, Path.GetFileName(below)), below);
                }
            }

            var page = Path.Combine(place, string.Create(CultureInfo.InvariantCulture, $"page-{i:000}.html"));
            File.WriteAllText(page, File.ReadAllText(sample).Replace("<title>", string.Create(CultureInfo.InvariantCulture, $"<title>{i} "), StringComparison.Ordinal));
            yield return page;
        }
    }

    private static string Poison(string folder, string name, string text)
    {
        File.WriteAllText(Path.Combine(folder, name), text);
        return Path.Combine(folder, name);
    }

    // A tenth from below: the very least may be of a moment when nothing runs.
    private static long Low(GpuRun run, double from, double to)
    {
        long[] bytes = [.. run.Samples.Where(s => s.At >= from * run.Wall && s.At <= to * run.Wall).Select(static s => s.Bytes).Where(static b => b > 0).Order()];
        return bytes.Length == 0 ? 0 : bytes[bytes.Length / 10];
    }
}
