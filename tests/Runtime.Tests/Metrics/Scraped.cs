using System.Globalization;
using System.Text.RegularExpressions;

namespace Gpu.Runtime.Tests.Metrics;

/// <summary>What an endpoint said, read as Prometheus does.</summary>
internal sealed partial class Scraped
{
    private Scraped(string text)
    {
        Text = text;
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith("# HELP ", StringComparison.Ordinal))
            {
                var words = line.Split(' ', 4);
                Help.Add(words[2], words[3]);
            }
            else if (line.StartsWith("# TYPE ", StringComparison.Ordinal))
            {
                var words = line.Split(' ');
                Types.Add(words[2], words[3]);
            }
            else
            {
                var space = line.LastIndexOf(' ');
                Values.Add(line[..space], double.Parse(line[(space + 1)..], CultureInfo.InvariantCulture));
            }
        }
    }

    public string Text { get; }

    public Dictionary<string, string> Help { get; } = [];

    public Dictionary<string, string> Types { get; } = [];

    public Dictionary<string, double> Values { get; } = [];

    public double this[string series] => Values.TryGetValue(series, out var value) ? value : throw new KeyNotFoundException($"{series} is not among\n{Text}");

    public static Scraped Parse(string text) => new(text);

    public static async Task<Scraped> OfAsync(Uri endpoint)
    {
        using var client = new HttpClient { BaseAddress = endpoint };
        return new Scraped(await client.GetStringAsync("metrics", TestContext.Current.CancellationToken));
    }

    /// <summary>The labels that each metric's series have.</summary>
    public IEnumerable<(string Name, string[] Labels)> Series() => Values.Keys.Select(series =>
    {
        var brace = series.IndexOf('{', StringComparison.Ordinal);
        return brace < 0 ? (series, []) : (series[..brace], Label().Matches(series[brace..]).Select(m => m.Groups[1].Value).ToArray());
    });

    [GeneratedRegex("([a-z_]+)=\"")]
    private static partial Regex Label();
}
