using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gpu.EndToEnd.Support;

namespace Gpu.EndToEnd;

/// <summary>Presenters, as the command shows them: seen in the finished film by ffmpeg.</summary>
public sealed partial class AvatarTests : IDisposable
{
    private const int Rate = 30, BoxWidth = 26, BoxHeight = 22;
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task The_presenters_are_listed()
    {
        var table = await _place.RunAsync("avatars");
        var json = await _place.RunAsync("avatars", "--json");

        Assert.Equal((0, 0), (table.Code, json.Code));
        using var list = JsonDocument.Parse(json.Output);
        string[] names = [.. list.RootElement.EnumerateArray().Select(a => a.GetProperty("name").GetString()!)];
        Assert.Equal(["bit", "greta", "mara", "omar", "theo", "yuki"], names);
        Assert.All(names, n => Assert.Contains(n, table.Output, StringComparison.Ordinal));
        Assert.All(list.RootElement.EnumerateArray(), a => Assert.StartsWith("espeak-ng", a.GetProperty("voice").GetString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("make", "shop.html")]
    [InlineData("batch", "list.txt")]
    public async Task A_presenter_that_is_not_known_is_refused_with_those_that_are(string command, string source)
    {
        _place.Write("list.txt", "shop.html\n");
        var outcome = await _place.RunAsync(command, source, "--avatar", "nobody");

        Assert.Equal(2, outcome.Code);
        Assert.Contains("--avatar is \"nobody\"; accepted: bit, greta, mara, omar, theo, yuki, the path of a PNG, JPEG or WebP, none.", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_picture_is_an_error_that_names_it()
    {
        var outcome = await _place.RunAsync(["make", "shop.html", "--avatar", "shop.html", .. Workplace.Small]);

        Assert.NotEqual(0, outcome.Code);
        Assert.Contains("shop.html", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("Give a PNG, JPEG or WebP", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_presenter_of_a_sample_moves_the_mouth_while_the_voice_is_heard_and_not_in_silence()
    {
        var page = Path.Combine(Workplace.Repository(), "samples", "coffee", "index.html");
        var outcome = await _place.RunAsync("make", page, "-o", "ad", "--avatar", "theo", "--music", "none", "--size", "960x540", "--duration", "10", "--preset", "ultrafast", "--crf", "8");

        Assert.True(outcome.Code == 0, outcome.ToString());
        using var board = JsonDocument.Parse(await File.ReadAllTextAsync(_place["ad", "storyboard.json"], TestContext.Current.CancellationToken));
        Assert.Equal("theo", board.RootElement.GetProperty("avatar").GetProperty("name").GetString());
        using var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(_place["ad", "manifest.json"], TestContext.Current.CancellationToken));
        Assert.Equal("theo", manifest.RootElement.GetProperty("options").GetProperty("avatar").GetString());

        var changes = await ChangesAsync(_place["ad", "ad.mp4"]);
        var silences = await SilencesAsync(_place["ad", "ad.mp4"]);
        Assert.NotEmpty(silences);
        var (spoken, silent) = (new List<double>(), new List<double>());
        for (var i = 15; i < changes.Length; i++)
        {
            var time = (double)i / Rate;
            if (silences.Any(s => time > s.Start + 0.2 && time < s.End - 0.1))
            {
                silent.Add(changes[i]);
            }
            else if (!silences.Any(s => time > s.Start - 0.1 && time < s.End + 0.1))
            {
                spoken.Add(changes[i]);
            }
        }

        Assert.True(spoken.Count > 60 && silent.Count > 20, $"{spoken.Count} and {silent.Count} frames");
        Assert.True(spoken.Count(c => c > 8) > spoken.Count / 8, $"The mouth changed in {spoken.Count(c => c > 8)} of {spoken.Count} frames of speech.");
        Assert.True(silent.Max() < 8, $"The mouth changed by {silent.Max():f1} in silence.");
    }

    // The mean change of luma from frame to frame about the mouth, whose place is the badge's: 0.3 of the height, at the
    // lower right of what players leave free.
    private static async Task<double[]> ChangesAsync(string film)
    {
        const double Size = 0.3 * 540, Unit = Size / 352;
        var (x, y) = ((int)((960 * 0.95) - Size + (176 * Unit)), (int)((540 * 0.92) - (360 * Unit) + (198 * Unit)));
        var crop = string.Create(CultureInfo.InvariantCulture, $"crop={BoxWidth}:{BoxHeight}:{x - (BoxWidth / 2)}:{y - (BoxHeight / 2)},format=gray");
        var frames = await Tool.RunAsync("ffmpeg", "-v", "error", "-i", film, "-map", "0:v:0", "-vf", crop, "-f", "rawvideo", "pipe:1");
        const int Length = BoxWidth * BoxHeight;
        return [0, .. Enumerable.Range(1, (frames.Length / Length) - 1).Select(f => Enumerable.Range(0, Length).Average(i => Math.Abs(frames[(f * Length) + i] - frames[((f - 1) * Length) + i])))];
    }

    private static async Task<List<(double Start, double End)>> SilencesAsync(string film)
    {
        var said = await Tool.ErrorsAsync("ffmpeg", "-i", film, "-map", "0:a:0", "-af", "silencedetect=noise=-45dB:duration=0.4", "-f", "null", "-");
        return [.. Silence().Matches(said).Select(m => (double.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture), double.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture)))];
    }

    [GeneratedRegex(@"silence_start: (-?[0-9.]+)[\s\S]*?silence_end: ([0-9.]+)")]
    private static partial Regex Silence();
}
