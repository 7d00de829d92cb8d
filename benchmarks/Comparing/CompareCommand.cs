using System.Globalization;
using System.Text.Json;
using Gpu.Benchmarks.Contests;
using Gpu.Benchmarks.Peers;

namespace Gpu.Benchmarks.Comparing;

/// <summary>The command behind eng/compare.</summary>
internal static class CompareCommand
{
    private const int DefaultRounds = 9;
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    /// <summary>Runs it.</summary>
    /// <returns>0; 1 where a row that was asked for could not be had; 2 for arguments that cannot be.</returns>
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        if (!Options.TryParse(arguments, out var options, out var complaint))
        {
            await Console.Error.WriteLineAsync($"{complaint}\nUsage: compare [--json FILE] [--only PATTERN] [--rounds N]").ConfigureAwait(false);
            return 2;
        }

        var python = new PythonWorker(Environment.GetEnvironmentVariable("COMPARE_PYTHON") is { Length: > 0 } given ? given : "/usr/bin/python3");
        await using (python.ConfigureAwait(false))
        {
            using var frames = new FrameContests();
            using var films = new FilmContests();
            var caches = new CacheContests();
            await using var cachesEnd = caches.ConfigureAwait(false);
            var contests = AllContests.List(python, frames, caches, films).Where(c => c.Name.Contains(options.Only, StringComparison.OrdinalIgnoreCase)).ToArray();
            var comparison = new Comparison(options.Rounds, Console.Error);
            var rows = new List<Row>();
            var missing = contests.Length == 0 ? 1 : 0;
            Console.WriteLine(Table.Header);
            foreach (var contest in contests)
            {
                var made = await comparison.RunAsync(contest, cancellationToken).ConfigureAwait(false);
                missing += contest.Opponents.Count - made.Count;
                foreach (var row in made)
                {
                    Console.WriteLine(Table.Line(row));
                }

                rows.AddRange(made);
            }

            if (options.File is { } file)
            {
                await File.WriteAllTextAsync(file, JsonSerializer.Serialize(rows, Json) + "\n", cancellationToken).ConfigureAwait(false);
            }

            return missing == 0 ? 0 : 1;
        }
    }

    private sealed record Options(string? File, string Only, int Rounds)
    {
        public static bool TryParse(string[] arguments, out Options options, out string complaint)
        {
            options = new Options(null, "", DefaultRounds);
            for (var i = 0; i < arguments.Length; i += 2)
            {
                complaint = $"{arguments[i]} needs a value.";
                if (i + 1 == arguments.Length)
                {
                    return false;
                }

                var value = arguments[i + 1];
                complaint = $"\"{arguments[i]} {value}\" is not understood.";
                switch (arguments[i])
                {
                    case "--json":
                        options = options with { File = value };
                        break;
                    case "--only":
                        options = options with { Only = value };
                        break;
                    case "--rounds" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) && rounds > 0:
                        options = options with { Rounds = rounds };
                        break;
                    default:
                        return false;
                }
            }

            complaint = "";
            return true;
        }
    }
}
