using System.Diagnostics;
using Gpu.EndToEnd.Support;

namespace Gpu.EndToEnd;

public sealed class OutputTests : IDisposable
{
    // Without sound, of which ten minutes would be made before the first frame is encoded.
    private static readonly string[] Long = ["--size", "1280x720", "--duration", "600", "--preset", "ultrafast", "--voice", "none", "--music", "none"];
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Each_run_without_o_takes_a_new_folder()
    {
        var first = await _place.RunAsync(["make", "shop.html", .. Workplace.Small]);
        var second = await _place.RunAsync(["make", "shop.html", .. Workplace.Small]);

        Assert.True(first.Code == 0 && second.Code == 0, first + "\n" + second);
        string[] files = ["ad.mp4", "ad.srt", "ad.vtt", "manifest.json", "storyboard.json", "thumbnail.jpg"];
        Assert.Equal(
            ["out", "out/harbour-roast-coffee", "out/harbour-roast-coffee-2", .. files.Select(static f => "out/harbour-roast-coffee-2/" + f), .. files.Select(static f => "out/harbour-roast-coffee/" + f)],
            _place.Made());
    }

    [Fact]
    public async Task Results_in_o_are_replaced_with_force_only()
    {
        var first = await _place.RunAsync(["make", "shop.html", "-o", "ad", .. Workplace.Small]);
        var before = File.ReadAllBytes(_place["ad", "manifest.json"]);
        var refused = await _place.RunAsync(["make", "shop.html", "-o", "ad", .. Workplace.Small]);

        Assert.True(first.Code == 0 && refused.Code == 6, first + "\n" + refused);
        Assert.Contains("--force", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_place["ad", "manifest.json"]));

        var forced = await _place.RunAsync(["make", "shop.html", "-o", "ad", "--force", .. Workplace.Small]);

        Assert.True(forced.Code == 0, forced.ToString());
        Assert.NotEqual(before, File.ReadAllBytes(_place["ad", "manifest.json"]));
    }

    [Theory]
    [InlineData("one.jpg/ad")]
    [InlineData("/proc/gpu/ad")]
    public async Task A_folder_that_cannot_be_written(string folder) => await FailsAsync(6, folder, null, "-o", folder);

    [Fact]
    public async Task No_ffmpeg_says_how_to_get_it_and_what_still_works()
    {
        Directory.CreateDirectory(_place["bin"]);

        var outcome = await _place.RunAsync(start => start.Environment["PATH"] = _place["bin"], ["make", "shop.html", .. Workplace.Small]);
        var raw = await _place.RunAsync(start => start.Environment["PATH"] = _place["bin"], ["make", "shop.html", "--format", "y4m", "-o", "raw", .. Workplace.Small]);

        Assert.True(outcome.Code == 7, outcome.ToString());
        Assert.Contains("apt-get install ffmpeg", outcome.Error, StringComparison.Ordinal);
        Assert.True(raw.Code == 0, raw.ToString());
        Assert.Equal(["bin", "raw", "raw/ad.srt", "raw/ad.vtt", "raw/ad.y4m", "raw/manifest.json", "raw/storyboard.json", "raw/thumbnail.jpg"], _place.Made());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Ffmpeg_killed_half_way_is_started_once_more(int kills)
    {
        using var running = _place.Start(["make", "shop.html", .. Long]);
        var killed = 0;
        for (var i = 0; i < kills; i++)
        {
            await Workplace.UntilAsync(() => Partial() is { Length: > 0 } && running.Children() is [var next] && next != killed, "there is a part of the ad");
            killed = Assert.Single(running.Children());
            Assert.Equal(0, GpuCommand.Kill(killed, 9));
        }

        if (kills == 1)
        {
            // Its second start is what counts here; a film to its end is not worth the time.
            await Workplace.UntilAsync(() => Partial() is { Length: > 0 } && running.Children() is [var next] && next != killed, "it is started again");
            Assert.Equal(0, GpuCommand.Kill(running.Id, 15));
        }

        var outcome = await running.EndAsync();

        Assert.True(outcome.Code == (kills == 1 ? 143 : 1), outcome.ToString());
        Assert.Contains(kills == 1 ? "Stopped" : "ffmpeg", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(_place.Made());
        Assert.Empty(_place.Processes());
    }

    [Theory]
    [InlineData("mp4")]
    [InlineData("y4m")]
    public async Task A_full_disk(string format)
    {
        // A limit on file sizes stands for the disk: it needs no rights, and the system refuses to write in the same way.
        var outcome = await _place.RunAsync(
            static start =>
            {
                GpuCommand.InShell(start, "ulimit -f 256; exec \"$@\"");
                // .NET maps its code through a large file in memory, to which the limit would apply too.
                start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
            },
            ["make", "shop.html", "--format", format, "--size", "1280x720", "--duration", "60", "--preset", "ultrafast", "--crf", "0", "--voice", "none", "--music", "none"]);

        Assert.True(outcome.Code == 6, outcome.ToString());
        Assert.Contains("space", outcome.Error, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(_place.Made());
        Assert.Empty(_place.Processes());
    }

    [Theory]
    [InlineData(2, 130)]
    [InlineData(15, 143)]
    public async Task A_signal_half_way_leaves_nothing(int signal, int code)
    {
        using var running = _place.Start(["make", "shop.html", .. Long]);
        await Workplace.UntilAsync(() => Partial() is { Length: > 0 }, "there is a part of the ad");
        running.Signal(signal);

        var outcome = await running.EndAsync();

        Assert.True(outcome.Code == code, outcome.ToString());
        Assert.Empty(_place.Made());
        Assert.Empty(_place.Processes());
    }

    [Fact]
    public async Task One_request_to_end_that_comes_many_times_is_one_request()
    {
        using var running = _place.Start(["make", "shop.html", .. Long]);
        await Workplace.UntilAsync(() => Partial() is { Length: > 0 }, "there is a part of the ad");
        for (var i = 0; i < 1000; i++)
        {
            running.Signal(15);
        }

        var outcome = await running.EndAsync();

        Assert.True(outcome.Code == 143, outcome.ToString());
        Assert.Empty(_place.Made());
        Assert.Empty(_place.Processes());
    }

    [Fact]
    public async Task Ctrl_c_in_a_terminal_reaches_ffmpeg_too_and_leaves_nothing()
    {
        // A terminal signals all of its foreground group; setsid makes the command the first of a group.
        using var running = GpuCommand.Start(_place.Path, static start => GpuCommand.InShell(start, "exec setsid \"$@\""), ["make", "shop.html", .. Long]);
        await Workplace.UntilAsync(() => Partial() is { Length: > 0 }, "there is a part of the ad");
        Assert.Equal(0, GpuCommand.Kill(-running.Id, 2));

        var outcome = await running.EndAsync();

        Assert.True(outcome.Code == 130, outcome.ToString());
        Assert.Empty(_place.Made());
        Assert.Empty(_place.Processes());
    }

    [Theory]
    [InlineData("\"$@\" --format y4m -o - | head -c 1000 > /dev/null; exit ${PIPESTATUS[0]}")]
    [InlineData("exec \"$@\" --json > /dev/full")]
    [InlineData("exec \"$@\" --json >&-")]
    public async Task Standard_output_that_takes_nothing_more_is_an_output_error(string script)
    {
        var outcome = await _place.RunAsync(start => GpuCommand.InShell(start, script), "make", "shop.html", "--duration", "2", "--preset", "ultrafast", "--size", "160x90");

        Assert.True(outcome.Code == 6, outcome.ToString());
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_error_that_takes_nothing_spoils_no_ad()
    {
        var outcome = await _place.RunAsync(static start => GpuCommand.InShell(start, "exec \"$@\" 2> /dev/full"), ["make", "shop.html", .. Workplace.Small]);

        Assert.True(outcome.Code == 0, outcome.ToString());
        Assert.Contains("out/harbour-roast-coffee/ad.mp4", _place.Made());
    }

    [Fact]
    public async Task Sigkill_leaves_no_ad_and_the_next_start_sweeps_the_rest()
    {
        using (var running = _place.Start(["make", "shop.html", .. Long]))
        {
            await Workplace.UntilAsync(() => Partial() is { Length: > 0 }, "there is a part of the ad");
            running.Signal(9);
            await running.EndAsync();
        }

        Assert.DoesNotContain("out/harbour-roast-coffee/ad.mp4", _place.Made());
        await Workplace.UntilAsync(() => _place.Processes().Count == 0, "ffmpeg has ended with its input");

        var next = await _place.RunAsync(["make", "shop.html", .. Workplace.Small]);

        Assert.True(next.Code == 0, next.ToString());
        Assert.Equal(
            ["out", "out/harbour-roast-coffee", "out/harbour-roast-coffee/ad.mp4", "out/harbour-roast-coffee/ad.srt", "out/harbour-roast-coffee/ad.vtt", "out/harbour-roast-coffee/manifest.json", "out/harbour-roast-coffee/storyboard.json", "out/harbour-roast-coffee/thumbnail.jpg"],
            _place.Made());
    }

    [Fact]
    public async Task The_next_start_leaves_a_live_run_alone()
    {
        using var running = _place.Start(["make", "shop.html", .. Long]);
        await Workplace.UntilAsync(() => Partial() is { Length: > 0 }, "there is a part of the ad");

        var next = await _place.RunAsync(["make", "shop.html", .. Workplace.Small]);

        Assert.True(next.Code == 0, next.ToString());
        Assert.True(Partial() is { Length: > 0 });
        Assert.True(File.Exists(_place["out", "harbour-roast-coffee-2", "ad.mp4"]));
        running.Signal(15);
        Assert.Equal(143, (await running.EndAsync()).Code);
    }

    private FileInfo? Partial()
    {
        var file = new FileInfo(_place["out", "harbour-roast-coffee", ".gpu-run", "ad.mp4"]);
        return file.Exists ? file : null;
    }

    private async Task FailsAsync(int code, string message, Action<ProcessStartInfo>? change, params string[] options)
    {
        var outcome = await _place.RunAsync(change ?? (static _ => { }), ["make", "shop.html", .. options, .. Workplace.Small]);

        Assert.True(outcome.Code == code, outcome.ToString());
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(_place.Made());
    }
}
