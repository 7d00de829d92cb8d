using System.CommandLine;
using System.Text.Json.Serialization.Metadata;
using Gpu.Cli.Options;

namespace Gpu.Cli.Commands;

/// <summary>A command that looks at several pages and says what it found, in the order of its arguments.</summary>
internal static class PageCommand
{
    // Fetching is mostly waiting: some pages are fetched ahead of the one that is written next.
    private const int Ahead = 4;

    /// <summary>Makes the command.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="options">Its own options.</param>
    /// <param name="read">Looks at a page.</param>
    /// <param name="json">Writes what was found as JSON.</param>
    /// <param name="print">Writes what was found for people.</param>
    /// <param name="finish">Called at the end with all that was found; null for nothing to do.</param>
    public static Command Create<T>(
        string name,
        string description,
        IEnumerable<Option> options,
        Func<ParseResult, IServiceProvider, IReadOnlyList<string>, string, CancellationToken, Task<T>> read,
        JsonTypeInfo<T> json,
        Action<ParseResult, T> print,
        Func<ParseResult, IServiceProvider, IReadOnlyList<T>, CancellationToken, Task>? finish = null)
    {
        var sources = new Argument<string[]>("pages") { Arity = ArgumentArity.OneOrMore, Description = "http(s) addresses, or paths of HTML files." };
        var command = new Command(name, description) { sources };
        foreach (var option in (IEnumerable<Option>)[.. options, CommonOptions.AllowPrivate, CommonOptions.IgnoreRobots, CommonOptions.Timeout, .. CacheCliOptions.All, CommonOptions.Json, CommonOptions.Quiet])
        {
            command.Add(option);
        }

        command.Does(async (parsed, cancellationToken) =>
        {
            await using var services = Services.Create(parsed);
            var pages = parsed.GetRequiredValue(sources);
            var failures = new List<Failure>();
            var all = new List<T>();
            await foreach (var (source, page) in InOrderAsync(pages, source => read(parsed, services, pages, source, cancellationToken)).ConfigureAwait(false))
            {
                try
                {
                    var found = await page.ConfigureAwait(false);
                    all.Add(found);
                    if (parsed.GetValue(CommonOptions.Json))
                    {
                        Runner.WriteJson(found, json);
                    }
                    else
                    {
                        print(parsed, found);
                    }
                }
                catch (Exception e) when (!cancellationToken.IsCancellationRequested)
                {
                    failures.Add(Fail(parsed, source, e));
                }
            }

            if (finish is not null && all.Count > 0)
            {
                await finish(parsed, services, all, cancellationToken).ConfigureAwait(false);
            }

            // With one page its own code says more.
            return failures.Count == 0 ? ExitCode.Ok : pages.Length == 1 ? failures[0].Code : ExitCode.Failed;
        });
        return command;
    }

    private static Failure Fail(ParseResult parsed, string source, Exception error)
    {
        var failure = Failure.From(error);
        if (parsed.GetValue(CommonOptions.Json))
        {
            Runner.WriteJson(new ErrorOutput(source, failure.Message, failure.Code), ReadableJson.Types.ErrorOutput);
        }

        Runner.Complain(failure.Message);
        return failure;
    }

    private static async IAsyncEnumerable<(string Source, Task<T> Page)> InOrderAsync<T>(string[] sources, Func<string, Task<T>> read)
    {
        var started = new Queue<(string, Task<T>)>();
        var next = 0;
        while (next < sources.Length || started.Count > 0)
        {
            while (next < sources.Length && started.Count < Ahead)
            {
                started.Enqueue((sources[next], read(sources[next])));
                next++;
            }

            var (source, page) = started.Dequeue();
            await Task.WhenAny(page).ConfigureAwait(false);
            yield return (source, page);
        }
    }
}
