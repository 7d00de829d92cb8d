using System.Globalization;
using System.Text.Json;
using Gpu.EndToEnd.Support;

namespace Gpu.EndToEnd;

/// <summary>A run that others watch while it runs.</summary>
public sealed class WatchTests : IDisposable
{
    private readonly Workplace _place = new();
    private readonly string _port = (40_000 + (Environment.ProcessId % 10_000)).ToString(CultureInfo.InvariantCulture);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task A_batch_serves_its_metrics_while_it_runs_and_its_devices_can_be_watched()
    {
        using var held = new ManualResetEventSlim();
        await using var site = new LoopbackSite(_ =>
        {
            held.Wait();
            return LoopbackSite.Html(Workplace.Shop);
        });
        _place.Write("list.txt", $"shop.html\n{site.Url("/later")}\n");
        using var batch = _place.Start(["batch", "list.txt", "-o", "ads", "--allow-private", "--metrics", _port, .. Workplace.Small]);
        await batch.SaysAsync("10/10 frames");
        var error = await batch.SaidAsync("Metrics: ");
        var address = new Uri(error["Metrics: ".Length..]);
        var port = address.Port.ToString(CultureInfo.InvariantCulture);

        using var client = new HttpClient();
        Assert.Equal("{\"live\":true}", await client.GetStringAsync(new Uri(address, "/health/live"), Token));
        using var ready = await client.GetAsync(new Uri(address, "/health/ready"), Token);
        Assert.True(ready.IsSuccessStatusCode, await ready.Content.ReadAsStringAsync(Token));
        var text = await client.GetStringAsync(address, Token);
        Assert.Contains("gpu_part_state{part=\"metrics\",state=\"ready\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("gpu_device_state{device=\"cpu\",state=\"in_use\"} 1\n", text, StringComparison.Ordinal);

        var lines = await _place.RunAsync(static start => GpuCommand.InShell(start, "\"$@\" | head -n 2"), "devices", "--watch", port);
        Assert.Equal(2, lines.Lines.Length);
        Assert.All(lines.Lines, static line => Assert.Matches("^[0-9:]{8} cpu in_use busy [0-9]+% does .* queue 0 waiting 0 requests/s ", line));
        var objects = await _place.RunAsync(static start => GpuCommand.InShell(start, "\"$@\" | head -n 1"), "devices", "--watch", port, "--json");
        using var seen = JsonDocument.Parse(Assert.Single(objects.Lines));
        Assert.Equal("cpu", seen.RootElement.GetProperty("devices").EnumerateArray().Single(static d => d.GetProperty("state").GetString() == "in_use").GetProperty("id").GetString());
        var status = await _place.RunAsync("status", "--port", port, "--json");
        Assert.True(status.Code == 0, status.ToString());
        using var parts = JsonDocument.Parse(Assert.Single(status.Lines));
        Assert.Equal(batch.Id, parts.RootElement.GetProperty("processId").GetInt32());

        // The watch ends with what it watches.
        using var watch = _place.Start("devices", "--watch", port);
        await watch.SaysAsync($"Watching process {batch.Id}");
        held.Set();
        var made = await batch.EndAsync();
        Assert.True(made.Code == 0, made.ToString());
        var watched = await watch.EndAsync();
        Assert.True(watched.Code == 0, watched.ToString());
        Assert.Contains($"Process {batch.Id} has ended.", watched.Error, StringComparison.Ordinal);

        // Where nothing serves there is nothing to watch.
        var nobody = await _place.RunAsync("devices", "--watch", port);
        Assert.Equal(2, nobody.Code);
        Assert.Contains($"port {port}", nobody.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_s_trace_has_its_stages_in_order()
    {
        var outcome = await _place.RunAsync(["make", "shop.html", "-o", "ad", "--trace", "trace.json", .. Workplace.Small]);

        Assert.True(outcome.Code == 0, outcome.ToString());
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(_place["trace.json"], Token));
        var slices = json.RootElement.EnumerateArray().Where(static e => e.GetProperty("ph").GetString() == "X").ToArray();
        var stages = slices.Where(static e => e.GetProperty("pid").GetInt32() == 1).OrderBy(static e => e.GetProperty("ts").GetDouble()).ToArray();
        Assert.Equal("gpu.workflow", stages[0].GetProperty("name").GetString());
        Assert.Equal(["extracting", "suggesting", "pictures", "storyboard", "frames"], stages.Skip(1).Select(static s => s.GetProperty("name").GetString()).Take(5));
        var (begin, end) = Span(stages[0]);
        Assert.All(stages.Skip(1), stage =>
        {
            var (from, to) = Span(stage);
            Assert.True(from >= begin && to <= end + 1, stage.ToString());
        });
        Assert.Equal("completed", stages[0].GetProperty("args").GetProperty("gpu.workflow.status").GetString());
    }

    [Fact]
    public async Task Status_starts_the_parts_and_says_how_they_are()
    {
        var outcome = await _place.RunAsync("status", "--device", "cpu", "--json");

        Assert.True(outcome.Code == 0, outcome.ToString());
        using var json = JsonDocument.Parse(Assert.Single(outcome.Lines));
        Assert.Equal(
            ["kernels Ready", "scheduler Ready", "cache Ready", "metrics Ready", "cluster Disabled", "tuning Disabled"],
            json.RootElement.GetProperty("parts").EnumerateArray().Select(static p => $"{p.GetProperty("name").GetString()} {p.GetProperty("state").GetString()}"));
        Assert.Equal("in_use", Assert.Single(json.RootElement.GetProperty("devices").EnumerateArray()).GetProperty("state").GetString());

        var people = await _place.RunAsync("status", "--device", "cpu");
        Assert.Contains("enable_ray is false", people.Output, StringComparison.Ordinal);
        Assert.Contains("Started in ", people.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--metrics", "port")]
    [InlineData("--metrics", "70000")]
    [InlineData("--trace", "none/trace.json")]
    public async Task What_cannot_be_served_or_written_is_named(string option, string value)
    {
        var outcome = await _place.RunAsync(["make", "shop.html", option, value, .. Workplace.Small]);

        Assert.Equal(2, outcome.Code);
        Assert.Contains(value, outcome.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(_place.Path));
    }

    private static (double From, double To) Span(JsonElement slice) => (slice.GetProperty("ts").GetDouble(), slice.GetProperty("ts").GetDouble() + slice.GetProperty("dur").GetDouble());
}
