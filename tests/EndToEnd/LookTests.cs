using Gpu.EndToEnd.Support;
using SkiaSharp;

namespace Gpu.EndToEnd;

/// <summary>What is seen of an ad, measured in finished files by ffmpeg, and the ways to see it before.</summary>
public sealed class LookTests : IDisposable
{
    private const string Board =
        """
        { "title": "By hand", "width": 320, "height": 180, "framesPerSecond": 10, "duration": 3, "style": { "name": "bold" },
          "shots": [ { "picture": "one.jpg", "start": 0, "duration": 2, "rotation": { "to": 3 } }, { "start": 1.5, "duration": 1.5, "transition": { "kind": "zoomIn", "duration": 0.5 } } ],
          "captions": [ { "text": "Written by hand", "role": "headline", "start": 0, "duration": 1.5 } ],
          "overlays": [ { "picture": "two.jpg", "start": 0.5, "duration": 2, "width": 0.2, "from": { "x": 0.2, "y": 0.2 }, "to": { "x": 0.8, "y": 0.2 } } ] }
        """;

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task A_storyboard_is_rendered_without_a_page_with_pictures_beside_it_and_subtitles()
    {
        _place.Write("films/mine/board.json", Board.Replace("one.jpg", "../../one.jpg", StringComparison.Ordinal).Replace("two.jpg", "../../two.jpg", StringComparison.Ordinal));
        var outcome = await _place.RunAsync("render", "films/mine/board.json", "-o", "ad", "--preset", "ultrafast");
        Assert.True(outcome.Code == 0, outcome.ToString());
        Assert.Contains("Written by hand", await File.ReadAllTextAsync(_place["ad", "ad.srt"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var probe = System.Text.Encoding.UTF8.GetString(await Tool.RunAsync("ffprobe", "-v", "error", "-count_frames", "-show_entries", "stream=width,height,nb_read_frames", "-of", "csv=p=0", _place["ad", "ad.mp4"]));
        Assert.Equal("320,180,30", probe.Trim());

        // What was written beside the ad is rendered again to the same frames.
        var again = await _place.RunAsync("render", "ad/storyboard.json", "-o", "again", "--preset", "ultrafast");
        Assert.True(again.Code == 0, again.ToString());
        Assert.Equal(File.ReadAllBytes(_place["ad", "ad.mp4"]), File.ReadAllBytes(_place["again", "ad.mp4"]));
        Assert.Equal(File.ReadAllText(_place["ad", "storyboard.json"]), File.ReadAllText(_place["again", "storyboard.json"]));
    }

    [Fact]
    public async Task A_wrong_storyboard_is_refused_by_the_path_of_its_value()
    {
        _place.Write("board.json", Board.Replace("\"start\": 1.5, \"duration\": 1.5", "\"start\": 1.5, \"duration\": 0.9", StringComparison.Ordinal));
        var outcome = await _place.RunAsync("render", "board.json", "-o", "ad");
        Assert.NotEqual(0, outcome.Code);
        Assert.Contains("$.shots[1].duration", outcome.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_is_one_frame_or_a_sheet_of_a_storyboard_or_a_page()
    {
        _place.Write("board.json", Board);
        foreach (var (arguments, width, height) in ((string[], int, int)[])
        [
            (["preview", "board.json", "--at", "1.0", "-o", "one.png"], 320, 180),
            (["preview", "board.json", "--frames", "6", "--columns", "3", "-o", "one.png"], (3 * 328) + 8, (2 * 188) + 8),
            (["preview", "shop.html", "--size", "160x90", "--duration", "4", "--style", "elegant", "--captions", "words", "--at", "2", "-o", "one.png"], 160, 90),
        ])
        {
            var outcome = await _place.RunAsync(arguments);
            Assert.True(outcome.Code == 0, outcome.ToString());
            using var picture = SKBitmap.Decode(_place["one.png"]);
            Assert.Equal((width, height), (picture.Width, picture.Height));
        }
    }

    [Theory]
    [InlineData("coffee", "16:9", "320x180")]
    [InlineData("tax", "9:16", "180x320")]
    public async Task A_sample_has_no_black_and_no_frozen_stretch(string sample, string aspect, string size)
    {
        var outcome = await _place.RunAsync("make", Path.Combine(Workplace.Repository(), "samples", sample, "index.html"), "-o", "ad", "--aspect", aspect, "--size", size, "--fps", "10", "--preset", "ultrafast", "--crf", "12");
        Assert.True(outcome.Code == 0, outcome.ToString());

        // A move of a few hundredths over seconds must not count as frozen: the threshold is that of a still picture's noise.
        var said = await Tool.ErrorsAsync("ffmpeg", "-i", _place["ad", "ad.mp4"], "-vf", "blackdetect=d=0.3:pic_th=0.98,freezedetect=n=-75dB:d=1.5", "-an", "-f", "null", "-");
        Assert.DoesNotContain("black_start", said, StringComparison.Ordinal);
        Assert.DoesNotContain("freeze_start", said, StringComparison.Ordinal);
    }
}
