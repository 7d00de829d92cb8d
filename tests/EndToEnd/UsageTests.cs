using Gpu.EndToEnd.Support;

namespace Gpu.EndToEnd;

public sealed class UsageTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("--crf 99", "--crf", "99", "0 to 51")]
    [InlineData("--crf -1", "--crf", "-1", "0 to 51")]
    [InlineData("--fps 0", "--fps", "0", "1 to 240")]
    [InlineData("--fps two", "--fps", "two", "1 to 240")]
    [InlineData("--duration -3", "--duration", "-3", "over 0")]
    [InlineData("--duration 0.01", "--duration", "0.01", "at least one frame")]
    [InlineData("--size 161x90", "--size", "161x90", "even")]
    [InlineData("--size 0x0", "--size", "0x0", "16 to 8192")]
    [InlineData("--size wide", "--size", "wide", "1280x720")]
    [InlineData("--aspect 2:1", "--aspect", "2:1", "16:9, 9:16, 1:1, 4:5, 4:3, 21:9")]
    [InlineData("--aspect 9:16 --size 160x90", "--size", "160x90", "--aspect")]
    [InlineData("--preset warp", "--preset", "warp", "ultrafast")]
    [InlineData("--format avi", "--format", "avi", "mp4, webm, gif, webp, y4m")]
    [InlineData("--format mp4,mp4", "--format", "mp4,mp4", "each once")]
    [InlineData("--format mp4,", "--format", "mp4,", "mp4, webm, gif, webp, y4m")]
    [InlineData("--format gif --duration 61", "--duration", "61", "at most 60 seconds")]
    [InlineData("--animation-fps 10", "--animation-fps", "10", "gif and webp")]
    [InlineData("--format webp --animation-size 8", "--animation-size", "8", "16 to 1920")]
    [InlineData("--format gif --voice espeak-ng", "--voice", "espeak-ng", "mp4 and webm")]
    [InlineData("--encoder warp", "--encoder", "warp", "auto, x264, nvenc, qsv, vaapi, amf")]
    [InlineData("--encoder x264 --format webm", "--encoder", "webm", "accepted with mp4")]
    [InlineData("--encoder nvenc --crf 0", "Crf", "0", "1 to 51 with nvenc")]
    [InlineData("--films 0", "--films", "0", "1 to 64")]
    [InlineData("--aspect 16:9,16:9", "--aspect", "16:9,16:9", "each once")]
    [InlineData("--aspect 16:9,1:1 --size 160x90", "--size", "160x90", "--aspect")]
    [InlineData("-o - --format y4m,mp4", "--output", "-", "y4m only")]
    [InlineData("-o - --format y4m --aspect 16:9,1:1", "--output", "-", "one ad")]
    [InlineData("--device tpu", "--device", "tpu", "auto, cpu, cuda, opencl")]
    [InlineData("--workers 0", "--workers", "0", "1 to 256")]
    [InlineData("--seed x", "--seed", "x", "whole numbers")]
    [InlineData("-o ", "--output", "\"\"", "the path of a folder")]
    [InlineData("--seed 99999999999", "--seed", "99999999999", "-2147483648 to 2147483647")]
    [InlineData("-o -", "--output", "-", "y4m")]
    [InlineData("-o - --format y4m --json", "--output", "-", "--json")]
    [InlineData("--storyboard nowhere.json", "--storyboard", "nowhere.json", "cannot be read")]
    [InlineData("--edits one.jpg", "--edits", "one.jpg", "$: line 1")]
    [InlineData("--bogus", "--bogus", "--bogus", "gpu make --help")]
    public async Task A_value_that_is_not_accepted_is_named_with_what_is(string options, string option, string value, string accepted)
    {
        var outcome = await _place.RunAsync(["make", "shop.html", .. options.Split(' ')]);

        Assert.True(outcome.Code == 2, outcome.ToString());
        Assert.Contains(option, outcome.Error, StringComparison.Ordinal);
        Assert.Contains(value, outcome.Error, StringComparison.Ordinal);
        Assert.Contains(accepted, outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
        Assert.Empty(_place.Made());
    }

    [Fact]
    public async Task Help_names_every_exit_code()
    {
        var outcome = await _place.RunAsync("make", "--help");

        Assert.Equal(0, outcome.Code);
        foreach (var code in (string[])["0 ", "1 ", "2 ", "3 ", "4 ", "5 ", "6 ", "7 ", "8 ", "130", "143"])
        {
            Assert.Contains(outcome.Lines, line => line.TrimStart().StartsWith(code, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Devices_says_of_each_whether_it_is_used_or_why_not()
    {
        var outcome = await _place.RunAsync("devices", "--json");

        Assert.True(outcome.Code == 0, outcome.ToString());
        using var json = System.Text.Json.JsonDocument.Parse(outcome.Output);
        Assert.All(json.RootElement.EnumerateArray(), static d => Assert.NotEqual(d.GetProperty("inUse").GetBoolean(), d.GetProperty("refusal").ValueKind == System.Text.Json.JsonValueKind.String));
        Assert.Contains(json.RootElement.EnumerateArray(), static d => d.GetProperty("id").GetString() == "cpu" && d.GetProperty("memoryBytes").GetInt64() > 0 && d.GetProperty("cores").GetInt32() > 0);
        Assert.Contains(json.RootElement.EnumerateArray(), static d => d.GetProperty("kind").GetString() == "opencl" && d.GetProperty("refusal").GetString() is { } why && why.Contains("opencl", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_device_that_is_not_there_is_said_with_what_is()
    {
        // Discovery looks for the driver; a folder without one hides it on machines that have a GPU.
        var outcome = await _place.RunAsync(static start => start.Environment["CUDA_VISIBLE_DEVICES"] = "-1", ["make", "shop.html", "--device", "cuda", .. Workplace.Small]);

        Assert.True(outcome.Code == 8, outcome.ToString());
        Assert.Contains("cpu", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(_place.Made());
    }
}
