using System.Diagnostics;
using System.Globalization;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Fetching;

namespace Gpu.Benchmarks.Fuzzing;

/// <summary>
/// Reads broken pages until the time is over. Each must give content or a <see cref="PageError"/>, with less than 10 s of the
/// processor; what does neither is written to a file and ends the run.
/// </summary>
internal static class FuzzPages
{
    private const double MostSeconds = 10;
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(5);
    private static readonly string?[] Charsets = [null, null, null, "utf-8", "shift_jis", "utf-16", "windows-1251", "no-such-set"];

    /// <summary>Runs <c>fuzz-pages [SECONDS] [--seed N] [FOLDER...]</c>: starts from the samples and every .html file of the folders.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        var at = Array.IndexOf(args, "--seed");
        var seed = at >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : 1;
        var others = at >= 0 ? [.. args[..at], .. args[Math.Min(args.Length, at + 2)..]] : args;
        var seconds = others.Length > 0 && double.TryParse(others[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var given) ? given : 600;
        var folders = others.Where(Directory.Exists).Append(Repository.PathOf("samples"));
        var pages = folders.SelectMany(static folder => Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories)).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        await output.WriteLineAsync($"Reads changed pages for {seconds:0} s, from {pages.Count} whole ones, seed {seed}.");
        var found = await FuzzAsync(pages, seed, TimeSpan.FromSeconds(seconds), int.MaxValue, MostSeconds, cancellationToken);
        await output.WriteLineAsync($"{found.Read + found.Refused} pages: {found.Read} read, {found.Refused} refused; the slowest took {found.Slowest:0.00} s of the processor, the median {found.Median * 1000:0.0} ms.");
        if (found.Failure is not { } failure)
        {
            return 0;
        }

        var file = Path.Combine(Path.GetTempPath(), $"fuzz-page-{seed}.html");
        await File.WriteAllBytesAsync(file, failure.Page, cancellationToken);
        await output.WriteLineAsync($"FAILED, see {file} (charset {failure.Charset ?? "not told"}): {failure.Why}");
        return 1;
    }

    /// <summary>Reads changed pages until one fails, or the time or the number is over.</summary>
    /// <param name="pages">What to start from.</param>
    /// <param name="seed">Chooses the changes.</param>
    /// <param name="time">How long.</param>
    /// <param name="most">How many pages.</param>
    /// <param name="mostSeconds">Of the whole process's processor time while one page is read.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static async Task<FuzzResult> FuzzAsync(IReadOnlyList<byte[]> pages, int seed, TimeSpan time, int most, double mostSeconds, CancellationToken cancellationToken)
    {
        var mutator = new PageMutator(pages, seed);
        using var fetcher = new ResourceFetcher();
        IPageReading reader = new ContentExtractor(fetcher);
        var (read, refused, costs) = (0, 0, new List<double>());
        for (var since = Stopwatch.GetTimestamp(); read + refused < most && Stopwatch.GetElapsedTime(since) < time;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = mutator.Next();
            var charset = Charsets[page.Length % Charsets.Length];
            var before = Environment.CpuUsage.TotalTime;
            string? why = null;
            try
            {
                var resource = new FetchedResource(new Uri("https://shop.example/goods/page.html"), page, "text/html", charset);
                var content = await Task.Run(() => reader.ReadAsync(resource, "the page", cancellationToken), cancellationToken).WaitAsync(Hang, cancellationToken);
                why = content.Text.Length == 0 ? "The content has no text." : content.Images.Any(static image => image.Url.IsFile) ? "A page of the network names a file." : null;
                read++;
            }
            catch (PageError)
            {
                refused++;
            }
            catch (TimeoutException)
            {
                why = $"It is not read after {Hang.TotalMinutes:0} minutes.";
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // Anything else is what the search is for.
                why = error.ToString();
            }

            costs.Add((Environment.CpuUsage.TotalTime - before).TotalSeconds);
            why ??= costs[^1] > mostSeconds ? $"It took {costs[^1]:0.0} s of the processor." : null;
            if (why is not null)
            {
                return Result(new FuzzFailure(page, charset, why));
            }
        }

        return Result(null);

        FuzzResult Result(FuzzFailure? failure) => new(read, refused, costs.DefaultIfEmpty().Max(), costs.Order().ElementAtOrDefault(costs.Count / 2), failure);
    }
}

/// <summary>What a search found.</summary>
/// <param name="Read">Pages that gave content.</param>
/// <param name="Refused">Pages that gave a <see cref="PageError"/>.</param>
/// <param name="Slowest">Seconds of the processor.</param>
/// <param name="Median">Seconds of the processor.</param>
/// <param name="Failure">The page that broke the reader; null for none.</param>
internal sealed record FuzzResult(int Read, int Refused, double Slowest, double Median, FuzzFailure? Failure);

/// <summary>A page that broke the reader.</summary>
internal sealed record FuzzFailure(byte[] Page, string? Charset, string Why);
