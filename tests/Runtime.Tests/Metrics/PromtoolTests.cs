using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gpu.Runtime.Metrics;
using Gpu.Runtime.Tests.Support;

namespace Gpu.Runtime.Tests.Metrics;

/// <summary>Prometheus's own tool on the endpoint, the alerts and the dashboard.</summary>
public partial class PromtoolTests
{
    private static string Ops => Path.Combine(Sources.Root, "ops");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_endpoint_s_output_is_what_Prometheus_wants()
    {
        await using var metrics = MetricsOn.Start();
        foreach (var metric in MetricCatalogue.All)
        {
            MetricsDocumentTests.Touch(metrics.Set, metric);
        }

        var text = (await Scraped.OfAsync(metrics.Endpoint!.Address)).Text;
        Assert.Equal((0, ""), await RunAsync(text, "check", "metrics"));
        // The tool finds what is wrong.
        Assert.NotEqual(0, (await RunAsync(text + "gpu_x{ 1\n", "check", "metrics")).Code);
    }

    [Fact]
    public async Task The_alerts_are_valid()
    {
        var (code, output) = await RunAsync("", "check", "config", Path.Combine(Ops, "prometheus", "prometheus.yml"));
        Assert.True(code == 0, output);
    }

    [Fact]
    public async Task The_alerts_fire_when_they_should_and_not_else()
    {
        var (code, output) = await RunAsync("", "test", "rules", Path.Combine(Ops, "prometheus", "gpu-alerts.test.yml"));
        Assert.True(code == 0, output);
        var alerts = await File.ReadAllTextAsync(Path.Combine(Ops, "prometheus", "gpu-alerts.yml"), Token);
        var tests = await File.ReadAllTextAsync(Path.Combine(Ops, "prometheus", "gpu-alerts.test.yml"), Token);
        Assert.All(Alert().Matches(alerts), alert => Assert.Contains($"alertname: {alert.Groups[1].Value}\n", tests, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_metric_and_label_that_alerts_and_dashboard_use_exists()
    {
        var known = MetricCatalogue.All.ToDictionary(static m => m.Name);
        var alerts = Expression().Matches(await File.ReadAllTextAsync(Path.Combine(Ops, "prometheus", "gpu-alerts.yml"), Token)).Select(static m => m.Groups[1].Value).ToArray();
        using var dashboard = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Ops, "grafana", "gpu-dashboard.json"), Token));
        var panels = dashboard.RootElement.GetProperty("panels").EnumerateArray().Where(static p => p.GetProperty("type").GetString() != "row").ToArray();
        var drawn = panels.SelectMany(static p => p.GetProperty("targets").EnumerateArray()).Select(static t => t.GetProperty("expr").GetString()!).ToArray();
        Assert.True(alerts.Length >= 10 && drawn.Length >= 25, "The expressions were not found.");

        var used = new HashSet<string>();
        foreach (var expression in alerts.Concat(drawn))
        {
            foreach (Match match in Metric().Matches(expression))
            {
                var name = known.ContainsKey(match.Value) ? match.Value : Suffix().Replace(match.Value, "");
                Assert.True(known.ContainsKey(name), $"{match.Value} in {expression}");
                Assert.Equal(name != match.Value, known[name].Kind == MetricKind.Histogram);
                used.Add(name);
            }

            Assert.All(Matcher().Matches(expression), m => Assert.Contains(m.Groups[1].Value, (string[])["instance", "job", .. known.Values.SelectMany(static k => k.Labels)]));
        }

        Assert.Equal(known.Keys.Order(), used.Order());
    }

    [Fact]
    public async Task Every_expression_of_the_dashboard_can_be_parsed()
    {
        using var dashboard = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Ops, "grafana", "gpu-dashboard.json"), Token));
        var rules = dashboard.RootElement.GetProperty("panels").EnumerateArray().Where(static p => p.GetProperty("type").GetString() != "row")
            .SelectMany(static p => p.GetProperty("targets").EnumerateArray()).Select(static t => t.GetProperty("expr").GetString()!.Replace("$__rate_interval", "1m", StringComparison.Ordinal).Replace("$instance", ".*", StringComparison.Ordinal))
            .Select(static (e, i) => $"      - {{record: \"panel:{i}\", expr: {JsonSerializer.Serialize(e)}}}");
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "panels.yml");
        await File.WriteAllTextAsync(file, $"groups:\n  - name: panels\n    rules:\n{string.Join('\n', rules)}\n", Token);
        var (code, output) = await RunAsync("", "check", "rules", "--lint=none", file);
        Assert.True(code == 0, output);
    }

    private static async Task<(int Code, string Output)> RunAsync(string input, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("promtool", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync(Token);
        var errors = process.StandardError.ReadToEndAsync(Token);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(Token);
        return (process.ExitCode, await output + await errors);
    }

    [GeneratedRegex(@"\b(gpu|optimization)_[a-z_]+\b")]
    private static partial Regex Metric();

    [GeneratedRegex("_(bucket|sum|count)$")]
    private static partial Regex Suffix();

    [GeneratedRegex("([a-z_]+)=~?\"")]
    private static partial Regex Matcher();

    [GeneratedRegex(@"^\s+expr: (.+)$", RegexOptions.Multiline)]
    private static partial Regex Expression();

    [GeneratedRegex(@"- alert: (\w+)")]
    private static partial Regex Alert();
}
