using System.Text.Json;
using Gpu.EndToEnd.Support;

namespace Gpu.EndToEnd;

public sealed class BatchTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task A_poisoned_page_fails_alone_and_pages_of_one_title_take_folders_of_their_own()
    {
        Directory.CreateDirectory(_place["pages", "deep"]);
        foreach (var name in (string[])["one.jpg", "two.jpg"])
        {
            File.Copy(_place[name], _place["pages", name]);
            File.Copy(_place[name], _place["pages", "deep", name]);
        }

        _place.Write("pages/a.html", Workplace.Shop);
        _place.Write("pages/poison.html", "");
        _place.Write("pages/deep/b.htm", Workplace.Shop);

        var outcome = await _place.RunAsync(["batch", "pages", "-o", "ads", "--json", .. Workplace.Small]);

        Assert.True(outcome.Code == 1, outcome.ToString());
        using var json = JsonDocument.Parse(File.ReadAllText(_place["ads", "batch.json"]));
        var items = json.RootElement.EnumerateArray().ToArray();
        Assert.Equal(["pages/a.html", "pages/deep/b.htm", "pages/poison.html"], items.Select(static i => i.GetProperty("source").GetString()));
        Assert.Equal(["ads/harbour-roast-coffee/ad.mp4", "ads/harbour-roast-coffee-2/ad.mp4", null], items.Select(static i => i.TryGetProperty("output", out var o) ? o.GetString() : null));
        Assert.All(items[..2], i => Assert.True(File.Exists(_place[i.GetProperty("output").GetString()!])));
        Assert.Contains("poison.html", items[2].GetProperty("error").GetString(), StringComparison.Ordinal);
        using var summary = JsonDocument.Parse(Assert.Single(outcome.Lines));
        Assert.Equal((2, 1), (summary.RootElement.GetProperty("made").GetInt32(), summary.RootElement.GetProperty("failed").GetInt32()));
    }

    [Fact]
    public async Task A_list_may_have_notes_and_paths_beside_it_and_force_takes_the_same_folders()
    {
        Directory.CreateDirectory(_place["lists"]);
        _place.Write("lists/mine.txt", "# my pages\n\n  shop.html  \n");
        string[] command = ["batch", "lists/mine.txt", "-o", "ads", .. Workplace.Small];

        var first = await _place.RunAsync(command);
        var refused = await _place.RunAsync(command);
        var forced = await _place.RunAsync([.. command, "--force"]);

        Assert.True(first.Code == 0 && refused.Code == 6 && forced.Code == 0, first + "\n" + refused + "\n" + forced);
        Assert.Equal(["ads/batch.json", "ads/harbour-roast-coffee"], _place.Made().Where(static e => e.StartsWith("ads/", StringComparison.Ordinal) && e.Count('/') == 1));
    }

    [Theory]
    [InlineData("nowhere.txt")]
    [InlineData("empty.txt")]
    public async Task A_list_without_pages(string list)
    {
        _place.Write("empty.txt", "# nothing\n");

        var outcome = await _place.RunAsync("batch", list, "-o", "ads");

        Assert.True(outcome.Code == 2, outcome.ToString());
        Assert.Contains(list, outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_place["ads"]));
    }

    [Fact]
    public async Task A_signal_keeps_what_is_finished_and_says_what_is_not()
    {
        _place.Write("list.txt", string.Join('\n', Enumerable.Repeat("shop.html", 8)));
        using var running = _place.Start("batch", "list.txt", "-o", "ads", "--size", "640x360", "--duration", "20", "--preset", "ultrafast", "--voice", "none", "--music", "none", "--films", "1");
        await Workplace.UntilAsync(() => Finished().Length > 0, "an ad is there");
        running.Signal(2);

        var outcome = await running.EndAsync();

        Assert.True(outcome.Code == 130, outcome.ToString());
        Assert.All(Directory.GetDirectories(_place["ads"]), static folder => Assert.True(File.Exists(Path.Combine(folder, "ad.mp4")), folder));
        Assert.DoesNotContain(_place.Made(), static e => e.Contains(".gpu-run", StringComparison.Ordinal));
        using var json = JsonDocument.Parse(File.ReadAllText(_place["ads", "batch.json"]));
        var stopped = json.RootElement.EnumerateArray().Count(static r => r.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.String && error.GetString()!.Contains("stopped", StringComparison.Ordinal));
        Assert.Equal(8, json.RootElement.GetArrayLength());
        Assert.Equal((8 - Finished().Length, true), (stopped, stopped > 0));
        Assert.Empty(_place.Processes());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(9)]
    public async Task An_interrupted_batch_goes_on_where_it_was(int signal)
    {
        _place.Write("list.txt", "shop.html\nshop.html\nshop.html\nshop.html\nshop.html\nshop.html\nmissing.html\n");
        string[] command = ["batch", "list.txt", "-o", "ads", "--size", "320x180", "--duration", "10", "--preset", "ultrafast", "--voice", "none", "--music", "none", "--films", "1"];
        using (var running = _place.Start(command))
        {
            await Workplace.UntilAsync(() => Finished().Length > 0, "an ad is there");
            running.Signal(signal);
            await running.EndAsync();
        }

        await Workplace.UntilAsync(() => _place.Processes().Count == 0, "no process is left");
        var before = Finished().ToDictionary(static manifest => manifest, File.ReadAllBytes);

        var outcome = await _place.RunAsync([.. command, "--resume", "--json"]);

        Assert.True(outcome.Code == 1, outcome.ToString());
        Assert.All(before, static kept => Assert.Equal(kept.Value, File.ReadAllBytes(kept.Key)));
        using var json = JsonDocument.Parse(outcome.Output);
        Assert.Equal(before.Count, json.RootElement.GetProperty("kept").GetInt32());
        Assert.Equal((6, 1), (json.RootElement.GetProperty("made").GetInt32() + json.RootElement.GetProperty("kept").GetInt32(), json.RootElement.GetProperty("failed").GetInt32()));
        Assert.Equal(
            ["ads/batch.json", "ads/harbour-roast-coffee", .. Enumerable.Range(2, 5).Select(static n => $"ads/harbour-roast-coffee-{n}")],
            _place.Made().Where(static e => e.StartsWith("ads/", StringComparison.Ordinal) && e.Count('/') == 1));
        Assert.DoesNotContain(_place.Made(), static e => e.Contains(".gpu-run", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_many_pages_the_poisoned_fail_alone_and_no_process_is_left()
    {
        Directory.CreateDirectory(_place["pages"]);
        foreach (var name in (string[])["one.jpg", "two.jpg"])
        {
            File.Copy(_place[name], _place["pages", name]);
        }

        for (var i = 0; i < 16; i++)
        {
            _place.Write($"pages/p{i:00}.html", Workplace.Shop.Replace("Harbour Roast", $"Harbour Roast {i:00}", StringComparison.Ordinal));
        }

        _place.Write("pages/p03.html", "");
        _place.Write("pages/p07.html", "\u007fELF\0\u0001\u0002\0\0\0");
        _place.Write("list.txt", string.Join('\n', Enumerable.Range(0, 16).Select(static i => $"pages/p{i:00}.html").Append("pages/nowhere.html").Append("http://10.0.0.1/").Append("ftp://example.com/")));

        var outcome = await _place.RunAsync("batch", "list.txt", "-o", "ads", "--json", "--size", "96x54", "--duration", "1", "--fps", "5", "--preset", "ultrafast", "--voice", "none", "--music", "none");

        Assert.True(outcome.Code == 1, outcome.ToString());
        using var json = JsonDocument.Parse(outcome.Output);
        Assert.Equal((14, 5), (json.RootElement.GetProperty("made").GetInt32(), json.RootElement.GetProperty("failed").GetInt32()));
        var failed = json.RootElement.GetProperty("results").EnumerateArray().Where(static r => r.TryGetProperty("error", out _)).Select(static r => r.GetProperty("source").GetString());
        Assert.Equal(["pages/p03.html", "pages/p07.html", "pages/nowhere.html", "http://10.0.0.1/", "ftp://example.com/"], failed);
        Assert.Equal(14, Directory.GetFiles(_place["ads"], "ad.mp4", SearchOption.AllDirectories).Length);
        Assert.Equal(14, Directory.GetDirectories(_place["ads"]).Length);
        Assert.Empty(_place.Processes());
    }

    /// <summary>The manifests of the ads that stand in their folders; pages end in any order.</summary>
    private string[] Finished() =>
        Directory.Exists(_place["ads"])
            ? [.. Directory.GetDirectories(_place["ads"]).Select(static folder => Path.Combine(folder, "manifest.json")).Where(File.Exists)]
            : [];
}
