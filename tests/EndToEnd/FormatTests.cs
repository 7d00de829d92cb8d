using System.Globalization;
using System.Text.Json;
using Gpu.Benchmarks.Scale;
using Gpu.EndToEnd.Support;

namespace Gpu.EndToEnd;

public sealed class FormatTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Several_formats_in_several_sizes_are_of_one_run_and_heard_where_their_format_has_sound()
    {
        var outcome = await _place.RunAsync("make", "shop.html", "-o", "ad", "--json", "--format", "mp4,webm,gif,webp", "--size", "160x90,90x160", "--duration", "2", "--fps", "10", "--preset", "ultrafast", "--animation-size", "80");

        Assert.True(outcome.Code == 0, outcome.ToString());
        string[] files = ["ad-16x9.gif", "ad-16x9.mp4", "ad-16x9.srt", "ad-16x9.vtt", "ad-16x9.webm", "ad-16x9.webp", "ad-9x16.gif", "ad-9x16.mp4", "ad-9x16.srt", "ad-9x16.vtt", "ad-9x16.webm", "ad-9x16.webp", "manifest.json", "storyboard-16x9.json", "storyboard-9x16.json", "thumbnail-16x9.jpg", "thumbnail-9x16.jpg"];
        Assert.Equal(files, _place.Made().Where(static e => e.StartsWith("ad/", StringComparison.Ordinal)).Select(static e => e[3..]));
        using var json = JsonDocument.Parse(outcome.Output);
        Assert.Equal(["ad/ad-9x16.mp4", "ad/ad-9x16.webm", "ad/ad-9x16.gif", "ad/ad-9x16.webp"], json.RootElement.GetProperty("ads")[1].GetProperty("outputs").EnumerateArray().Select(static o => o.GetString()));
        foreach (var film in (string[])["ad-16x9.mp4", "ad-9x16.webm"])
        {
            using var probe = JsonDocument.Parse(await Tool.RunAsync("ffprobe", "-v", "error", "-show_streams", "-show_format", "-of", "json", _place["ad", film]));
            Assert.Equal(["video", "audio"], probe.RootElement.GetProperty("streams").EnumerateArray().Select(static s => s.GetProperty("codec_type").GetString()));
            Assert.InRange(double.Parse(probe.RootElement.GetProperty("format").GetProperty("duration").GetString()!, CultureInfo.InvariantCulture), 1.95, 2.1);
            var heard = await Tool.RunAsync("ffmpeg", "-v", "error", "-i", _place["ad", film], "-map", "0:a", "-f", "f32le", "-ac", "1", "-ar", "48000", "-");
            Assert.InRange(heard.Length / 4 / 48_000.0, 1.9, 2.1);
        }
    }

    [Fact]
    public async Task The_frames_of_an_ad_are_the_same_alone_and_among_others()
    {
        string[] small = ["--duration", "1", "--fps", "10", "--preset", "ultrafast", "--json"];
        var alone = await _place.RunAsync(["make", "shop.html", "-o", "alone", "--size", "90x160", .. small]);
        var among = await _place.RunAsync(["make", "shop.html", "-o", "among", "--size", "160x90,90x160,90x90", "--format", "y4m,mp4", .. small]);

        Assert.True(alone.Code == 0 && among.Code == 0, alone + "\n" + among);
        using var one = JsonDocument.Parse(alone.Output);
        using var all = JsonDocument.Parse(among.Output);
        Assert.Equal(one.RootElement.GetProperty("sha256").GetString(), all.RootElement.GetProperty("ads")[1].GetProperty("sha256").GetString());
        Assert.Equal(File.ReadAllBytes(_place["alone", "ad.mp4"]), File.ReadAllBytes(_place["among", "ad-9x16.mp4"]));
    }

    [Theory]
    [InlineData("webm")]
    [InlineData("gif")]
    [InlineData("webp")]
    public async Task A_signal_half_way_leaves_nothing(string format)
    {
        using var running = _place.Start("make", "shop.html", "--format", format, "--size", "1280x720", "--duration", "60", "--preset", "ultrafast", "--voice", "none", "--music", "none");
        await Workplace.UntilAsync(() => running.Children().Count > 0, "an encoder runs");
        running.Signal(15);

        var outcome = await running.EndAsync();

        Assert.True(outcome.Code == 143, outcome.ToString());
        Assert.Empty(_place.Made());
        Assert.Empty(_place.Processes());
    }

    [Fact]
    public async Task A_1080p_ad_takes_less_than_a_gibibyte_with_all_its_processes()
    {
        foreach (var name in (string[])["one.jpg", "two.jpg"])
        {
            _place.Picture(name, SkiaSharp.SKColors.Teal, 4000, 3000);
        }

        using var running = _place.Start("make", "shop.html", "-o", "ad", "--duration", "4");
        var (peak, samples) = (0L, 0);
        using (var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50)))
        {
            while (!running.HasEnded)
            {
                peak = Math.Max(peak, running.Children().Prepend(running.Id).Sum(ProcessTree.Memory));
                samples++;
                await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            }
        }

        var outcome = await running.EndAsync();
        Assert.True(outcome.Code == 0, outcome.ToString());
        // An encoder alone takes more than this: it was seen.
        Assert.True(samples > 10 && peak > 300L << 20, $"{samples} looks, {peak >> 20} MiB");
        Assert.InRange(peak, 0, (1L << 30) - 1);
    }
}
