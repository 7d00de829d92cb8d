using System.Globalization;
using System.Text;
using Gpu.Runtime.Metrics;

namespace Gpu.Runtime.Tests.Metrics;

/// <summary>docs/metrics.md, the catalogue and a live endpoint say the same. GPU_UPDATE_SNAPSHOTS=1 writes the document's table.</summary>
public class MetricsDocumentTests
{
    private const string Begin = "<!-- generated: GPU_UPDATE_SNAPSHOTS=1 eng/test -class '*MetricsDocumentTests' -->\n";
    private const string End = "<!-- end -->";

    private static string DocumentPath => Path.Combine(Sources.Root, "docs", "metrics.md");

    [Fact]
    public async Task The_document_s_table_is_that_of_the_catalogue()
    {
        var document = await File.ReadAllTextAsync(DocumentPath, TestContext.Current.CancellationToken);
        var begin = document.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = document.IndexOf(End, StringComparison.Ordinal);
        Assert.True(begin >= Begin.Length && end >= begin, $"{DocumentPath} has no place for the table");
        if (Environment.GetEnvironmentVariable("GPU_UPDATE_SNAPSHOTS") == "1")
        {
            await File.WriteAllTextAsync(DocumentPath, document[..begin] + Table() + document[end..], TestContext.Current.CancellationToken);
            return;
        }

        Assert.Equal(Table(), document[begin..end]);
    }

    [Fact]
    public async Task The_endpoint_says_what_the_document_says_and_nothing_else()
    {
        await using var metrics = MetricsOn.Start();
        foreach (var metric in MetricCatalogue.All)
        {
            Touch(metrics.Set, metric);
        }

        var scraped = await Scraped.OfAsync(metrics.Endpoint!.Address);
        var document = await File.ReadAllTextAsync(DocumentPath, TestContext.Current.CancellationToken);
        var rows = document.Split('\n').Where(static l => l.StartsWith("| `gpu_", StringComparison.Ordinal) || l.StartsWith("| `optimization_", StringComparison.Ordinal))
            .Select(static l => l.Split('|', StringSplitOptions.TrimEntries)).ToDictionary(static c => c[1].Trim('`'));
        Assert.Equal(rows.Keys.Order(), scraped.Types.Keys.Order());
        foreach (var (name, row) in rows)
        {
            Assert.Equal((name, row[2], row[4]), (name, scraped.Types[name], scraped.Help[name]));
        }

        var labels = scraped.Series().Select(s => (Name: Family(s.Name, rows.ContainsKey), Labels: string.Join(", ", s.Labels.Where(static l => l != "le").Select(static l => $"`{l}`")))).Distinct().ToLookup(s => s.Name, s => s.Labels);
        Assert.All(rows, row => Assert.Equal([row.Value[3]], labels[row.Key]));
    }

    [Fact]
    public void Every_label_is_explained()
    {
        Assert.Equal(MetricCatalogue.All.SelectMany(static m => m.Labels).Distinct().Order(), MetricLabels.All.Select(static l => l.Label).Order());
        Assert.Distinct(MetricCatalogue.All.Select(static m => m.Name));
    }

    internal static void Touch(MetricSet set, MetricDefinition metric)
    {
        var labels = metric.Labels.Select(static _ => "some").ToArray();
        switch (metric.Kind)
        {
            case MetricKind.Counter:
                set.Counter(metric.Name).WithLabels(labels).Inc();
                break;
            case MetricKind.Gauge:
                set.Gauge(metric.Name).WithLabels(labels).Set(1);
                break;
            default:
                set.Histogram(metric.Name).WithLabels(labels).Observe(1);
                break;
        }
    }

    private static string Family(string series, Func<string, bool> isKnown)
    {
        string[] suffixes = ["_bucket", "_sum", "_count"];
        return isKnown(series) ? series : series[..^suffixes.First(s => series.EndsWith(s, StringComparison.Ordinal)).Length];
    }

    private static string Table()
    {
        var table = new StringBuilder("| metric | kind | labels | what |\n| --- | --- | --- | --- |\n");
        foreach (var metric in MetricCatalogue.All)
        {
            table.Append(CultureInfo.InvariantCulture, $"| `{metric.Name}` | {metric.Kind.ToString().ToLowerInvariant()} | {string.Join(", ", metric.Labels.Select(static l => $"`{l}`"))} | {metric.Help} |\n");
        }

        table.Append("\n| label | says |\n| --- | --- |\n");
        foreach (var (label, meaning) in MetricLabels.All)
        {
            table.Append(CultureInfo.InvariantCulture, $"| `{label}` | {meaning} |\n");
        }

        return table.ToString();
    }
}
