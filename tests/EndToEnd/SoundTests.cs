using System.Globalization;
using System.Text.Json;
using Gpu.EndToEnd.Support;

namespace Gpu.EndToEnd;

/// <summary>What is heard of an ad, measured in the finished file by ffmpeg.</summary>
public sealed class SoundTests : IDisposable
{
    private static readonly string[] Quick = ["--size", "160x90", "--fps", "10", "--preset", "ultrafast", "--duration", "12"];
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("--voice", "espeak-ng")]
    [InlineData("--voice", "none", "--music", "driving")]
    [InlineData("--music", "none")]
    public async Task An_ad_is_as_loud_as_it_should_be_and_its_sound_as_long_as_its_picture(params string[] options)
    {
        var outcome = await _place.RunAsync(["make", "shop.html", "-o", "ad", .. Quick, .. options]);

        Assert.True(outcome.Code == 0, outcome.ToString());
        var ad = _place["ad", "ad.mp4"];
        Assert.Equal(Seconds(await ProbeAsync(ad, "v:0", "duration")), Seconds(await ProbeAsync(ad, "a:0", "duration")), 0.1);
        Assert.Equal("aac,48000,2", await ProbeAsync(ad, "a:0", "codec_name,sample_rate,channels"));
        var said = await ErrorsAsync("-i", ad, "-map", "0:a:0", "-af", "ebur128=peak=true", "-f", "null", "-");
        var summary = said[said.LastIndexOf("Summary:", StringComparison.Ordinal)..];
        Assert.InRange(Value(summary, "I:"), -15, -13);
        Assert.True(Value(summary, "Peak:") < -1, summary);

        // Silence at its ends, not a click.
        var samples = await Tool.RunAsync("ffmpeg", "-v", "error", "-i", ad, "-map", "0:a:0", "-ac", "1", "-f", "f32le", "pipe:1");
        Assert.True(Math.Abs(BitConverter.ToSingle(samples, 0)) < 0.01);
        Assert.True(Enumerable.Range(1, 480).All(i => Math.Abs(BitConverter.ToSingle(samples, samples.Length - (4 * i))) < 0.02));
    }

    [Fact]
    public async Task The_manifest_tells_who_speaks_and_what_plays()
    {
        var outcome = await _place.RunAsync(["make", "shop.html", "-o", "ad", .. Quick, "--voice", "espeak-ng+f2", "--music", "calm"]);

        Assert.True(outcome.Code == 0, outcome.ToString());
        using var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(_place["ad", "manifest.json"], TestContext.Current.CancellationToken));
        var sound = manifest.RootElement.GetProperty("sound");
        Assert.Equal(("espeak-ng+f2", "calm"), (sound.GetProperty("voice").GetString(), sound.GetProperty("music").GetString()));
        Assert.True(sound.GetProperty("lines").GetInt32() >= 2);
        Assert.InRange(sound.GetProperty("loudness").GetDouble(), -14.5, -13.5);
    }

    [Fact]
    public async Task The_same_page_sounds_the_same_again()
    {
        foreach (var name in (string[])["one", "two"])
        {
            var outcome = await _place.RunAsync(["make", "shop.html", "-o", name, .. Quick]);
            Assert.True(outcome.Code == 0, outcome.ToString());
        }

        Assert.Equal(await HashAsync("one"), await HashAsync("two"));
    }

    [Fact]
    public async Task Silence_has_no_sound_stream()
    {
        var outcome = await _place.RunAsync(["make", "shop.html", "-o", "ad", .. Workplace.Small, "--voice", "none", "--music", "none"]);

        Assert.True(outcome.Code == 0, outcome.ToString());
        Assert.Equal("", await ProbeAsync(_place["ad", "ad.mp4"], "a", "codec_name"));
    }

    [Fact]
    public async Task Music_of_the_user_is_heard()
    {
        await Tool.RunAsync("ffmpeg", "-v", "error", "-f", "lavfi", "-i", "sine=frequency=500:duration=3", _place["tune.mp3"]);

        var outcome = await _place.RunAsync(["make", "shop.html", "-o", "ad", .. Quick, "--voice", "none", "--music", "tune.mp3"]);

        Assert.True(outcome.Code == 0, outcome.ToString());
        Assert.Equal("aac", await ProbeAsync(_place["ad", "ad.mp4"], "a:0", "codec_name"));
    }

    [Theory]
    [InlineData("--music", "no-such-mood")]
    [InlineData("--voice-url", "ftp://example.com/")]
    public async Task A_wrong_value_is_named_with_what_is_accepted(string option, string value)
    {
        var outcome = await _place.RunAsync(["make", "shop.html", option, value]);

        Assert.Equal(2, outcome.Code);
        Assert.Contains(value, outcome.Error, StringComparison.Ordinal);
        Assert.Contains("accepted", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_voice_of_the_users_own_speaks_and_one_that_fails_says_why()
    {
        var speaks = await _place.RunAsync(["make", "shop.html", "-o", "ad", .. Quick, "--voice-command", "espeak-ng --stdin --stdout -s {rate}"]);
        var fails = await _place.RunAsync(["make", "shop.html", "-o", "no", .. Quick, "--voice-command", "ffmpeg -nosuchoption"]);

        Assert.True(speaks.Code == 0, speaks.ToString());
        Assert.NotEqual(0, fails.Code);
        Assert.Contains("nosuchoption", fails.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_place["no"]));
    }

    private async Task<string> HashAsync(string name) =>
        System.Text.Encoding.UTF8.GetString(await Tool.RunAsync("ffmpeg", "-v", "error", "-i", _place[name, "ad.mp4"], "-map", "0:a:0", "-f", "md5", "pipe:1"));

    private static async Task<string> ProbeAsync(string file, string stream, string entries) =>
        System.Text.Encoding.UTF8.GetString(await Tool.RunAsync("ffprobe", "-v", "error", "-select_streams", stream, "-show_entries", $"stream={entries}", "-of", "csv=p=0", file)).Trim();

    private static Task<string> ErrorsAsync(params string[] arguments) => Tool.ErrorsAsync("ffmpeg", ["-hide_banner", "-nostats", .. arguments]);

    private static double Seconds(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static double Value(string summary, string name) =>
        Seconds(summary[(summary.IndexOf(name, StringComparison.Ordinal) + name.Length)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0]);
}
