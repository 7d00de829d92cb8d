using System.Globalization;
using System.Text.Json;
using CsCheck;
using Gpu.Workflow.Sound;
using Gpu.Workflow.Sound.Voices;
using Gpu.Workflow.Storyboards;
using Gpu.Workflow.Subtitles;
using Gpu.Workflow.Tests.Encoding;
using Gpu.Workflow.Tests.Storyboards;

namespace Gpu.Workflow.Tests.Subtitles;

public class SubtitleTests
{
    private static readonly Gen<(Storyboard Board, SpokenLine[] Lines)> Ads = Gen.Select(Boards.Pages, Boards.Options, Gen.Bool, (page, options, spoken) =>
    {
        var board = new StoryboardPlanner().Plan(page.Content, page.Suggestions, page.Sizes, options);
        var lines = spoken && board.Sound is { } sound
            ? sound.Speech.Select((c, i) => new SpokenLine(c.Text, c.Start, Math.Max(0.2, ((i + 1 < sound.Speech.Count ? sound.Speech[i + 1].Start : board.Duration) - c.Start) * 0.8), Words(c.Text), [])).ToArray()
            : [];
        return (board, lines);
    });

    private static SpokenWord[] Words(string text) => [.. text.Split(' ').Select((w, i) => new SpokenWord(text.IndexOf(w, StringComparison.Ordinal), w.Length, 0.1 * i))];

    [Fact]
    public void Cues_are_in_order_within_the_ad_and_their_lines_short_and_whole() => Ads.Sample(ad =>
    {
        var cues = SubtitleCues.Of(ad.Board, ad.Lines);
        Assert.All(cues, c => Assert.True(c.Start >= 0 && c.End > c.Start && c.End <= ad.Board.Duration + 1e-9, $"{c.Start} to {c.End} of {ad.Board.Duration}"));
        Assert.All(cues.Zip(cues.Skip(1)), p => Assert.True(p.First.End <= p.Second.Start + 1e-9));
        Assert.All(cues, c => Assert.True(c.Lines.Count is 1 or 2));
        Assert.All(cues.SelectMany(c => c.Lines), l => Assert.True(SubtitleText.Width(l) <= SubtitleText.LineLength && l.Trim() == l && l.Length > 0, l));

        // Nothing that is said is lost.
        var read = string.Concat(cues.SelectMany(c => c.Lines)).Replace(" ", "", StringComparison.Ordinal);
        foreach (var line in ad.Lines.Where(l => l.Start < ad.Board.Duration - 1 && l.Duration > 1))
        {
            Assert.Contains(SubtitleText.Clean(line.Text).Replace(" ", "", StringComparison.Ordinal), read, StringComparison.Ordinal);
        }
    }, iter: 150);

    [Theory]
    [InlineData("Our beans are roasted slowly every morning in small batches, by two sisters.", 2)]
    [InlineData("Short.", 1)]
    [InlineData("石臼でゆっくりと挽いた抹茶は、朝の光のように澄んだ香りがします。毎朝の一服に。", 2)]
    public void Lines_are_about_as_long_as_each_other(string text, int lines)
    {
        var screen = Assert.Single(SubtitleText.Screens(text));
        Assert.Equal(lines, screen.Count);
        Assert.True(lines == 1 || SubtitleText.Width(screen[^1]) > 0.5 * SubtitleText.Width(screen[0]), string.Join(" / ", screen));
    }

    [Fact]
    public async Task Ffmpeg_reads_both_files_as_they_were_meant()
    {
        SubtitleCue[] cues =
        [
            new(0, 1.25, ["Café & <b>bread</b> – “fresh”", "قهوة מילה 豆 {\\an8}"]),
            new(1.25, 3.9, ["A --> B"]),
            new(3661.007, 3662, ["An hour later"]),
        ];
        using var folder = new TemporaryFolder();
        foreach (var (name, text) in ((string, string)[])[("a.srt", SubtitleFiles.Srt(cues)), ("a.vtt", SubtitleFiles.Vtt(cues, "en-GB"))])
        {
            var path = Path.Combine(folder.Path, name);
            await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
            using var probe = JsonDocument.Parse(await Tool.TextAsync("ffprobe", "-v", "error", "-show_packets", "-show_streams", "-of", "json", path));
            Assert.Equal(name.EndsWith("srt", StringComparison.Ordinal) ? "subrip" : "webvtt", probe.RootElement.GetProperty("streams")[0].GetProperty("codec_name").GetString());
            var packets = probe.RootElement.GetProperty("packets").EnumerateArray().Select(p => (Value(p, "pts_time"), Value(p, "duration_time"))).ToArray();
            Assert.Equal(cues.Select(c => (Math.Round(c.Start, 3), Math.Round(c.End - c.Start, 3))), packets.Select(p => (Math.Round(p.Item1, 3), Math.Round(p.Item2, 3))));

            // As WebVTT shows them: what was a tag or an entity is words again.
            var shown = await Tool.TextAsync("ffmpeg", "-v", "error", "-i", path, "-f", "srt", "-");
            Assert.Contains("מילה", shown, StringComparison.Ordinal);
            Assert.Contains("Café", shown, StringComparison.Ordinal);
            Assert.Contains("“fresh”", shown, StringComparison.Ordinal);
            Assert.Equal(3, shown.Split(" --> 0", StringSplitOptions.None).Length - 1);
        }
    }

    private static double Value(JsonElement packet, string name) => double.Parse(packet.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);
}
