using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Gpu.Runtime;
using Gpu.Workflow.Encoding;
using Gpu.Workflow.Jobs;
using Gpu.Workflow.Sound;

namespace Gpu.Workflow.Tests.Encoding;

/// <summary>Files of every format as others read them: ffprobe and ffmpeg, and Pillow for WebP, whose animations ffmpeg cannot read.</summary>
public sealed class FormatTests : IDisposable
{
    private const int Frames = 31;
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static EncodingOptions Options(AdFormat format, int width = 320, int height = 180) => new(width, height, 25, "ultrafast", 20, "Café") { Format = format };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Webm_is_tagged_and_its_sound_is_as_long_as_its_pictures()
    {
        var path = await MakeAsync(Options(AdFormat.Webm) with { SoundFile = await ToneAsync(Frames / 25.0) }, (63, 102, 240));

        using var probe = JsonDocument.Parse(await Tool.TextAsync("ffprobe", "-v", "error", "-count_frames", "-show_streams", "-show_format", "-of", "json", path));
        var (video, sound) = (probe.RootElement.GetProperty("streams")[0], probe.RootElement.GetProperty("streams")[1]);
        Assert.Equal(
            ["vp9", "yuv420p", "bt709", "bt709", "bt709", "tv", "320", "180", "25/1", "31"],
            new[] { "codec_name", "pix_fmt", "color_space", "color_primaries", "color_transfer", "color_range", "width", "height", "r_frame_rate", "nb_read_frames" }.Select(name => video.GetProperty(name).ToString()));
        Assert.Equal(("opus", "48000", 2), (sound.GetProperty("codec_name").GetString(), sound.GetProperty("sample_rate").GetString(), sound.GetProperty("channels").GetInt32()));
        var heard = await Tool.RunAsync("ffmpeg", "-v", "error", "-i", path, "-map", "0:a", "-f", "f32le", "-ac", "1", "-");
        Assert.InRange((heard.Length / 4 / 48_000.0) - (Frames / 25.0), -1 / 25.0, 1 / 25.0);
        Assert.Equal("Café", probe.RootElement.GetProperty("format").GetProperty("tags").GetProperty("title").GetString());
        await SeesAsync(path, 255, 0, 0);
    }

    [Fact]
    public async Task A_lossless_webm_gives_back_every_byte()
    {
        var options = Options(AdFormat.Webm, 64, 48) with { Crf = 0 };
        var frames = Enumerable.Range(0, 3).Select(i => { var f = new byte[options.FrameBytes()]; new Random(i).NextBytes(f); return f; }).ToList();
        var path = await MakeAsync(options, i => frames[i], frames.Count);

        Assert.Equal(frames.SelectMany(static f => f), await Tool.RunAsync("ffmpeg", "-v", "error", "-i", path, "-f", "rawvideo", "-pix_fmt", "yuv420p", "-"));
    }

    [Theory]
    [InlineData(480, 15, 320, 180, 16)]
    [InlineData(160, 15, 160, 90, 16)]
    [InlineData(160, 10, 160, 90, 11)]
    [InlineData(480, 50, 320, 180, 31)]
    public async Task Gif_is_as_small_as_asked_for_and_as_long_as_the_film_and_repeats(int side, int rate, int width, int height, int frames)
    {
        var path = await MakeAsync(Options(AdFormat.Gif) with { Animation = new AnimationOptions(side, rate) }, (173, 42, 26));

        using var probe = JsonDocument.Parse(await Tool.TextAsync("ffprobe", "-v", "error", "-count_frames", "-show_streams", "-of", "json", path));
        var video = Assert.Single(probe.RootElement.GetProperty("streams").EnumerateArray());
        Assert.Equal(("gif", width, height, $"{frames}"), (video.GetProperty("codec_name").GetString(), video.GetProperty("width").GetInt32(), video.GetProperty("height").GetInt32(), video.GetProperty("nb_read_frames").GetString()));
        // Delays are hundredths of a second, of which a frame of the animation may have one less or more.
        Assert.InRange(double.Parse(video.GetProperty("duration").GetString()!, CultureInfo.InvariantCulture) - (Frames / 25.0), -0.5 / rate, 2.0 / rate);
        Assert.True((await File.ReadAllBytesAsync(path, Cancel)).AsSpan().IndexOf("NETSCAPE2.0"u8) > 0);
        await SeesAsync(path, 0, 255, 0);
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData(480, 15, "320 180 16 0")]
    [InlineData(160, 10, "160 90 11 0")]
    public async Task Webp_is_as_small_as_asked_for_and_repeats_in_the_colours_that_were_meant(int side, int rate, string expected)
    {
        var path = await MakeAsync(Options(AdFormat.Webp) with { Animation = new AnimationOptions(side, rate) }, (32, 240, 118));

        var said = await Tool.TextAsync("/usr/bin/python3", "-c", "import sys; from PIL import Image; i = Image.open(sys.argv[1]); print(*i.size, i.n_frames, i.info['loop']); print(*i.convert('RGB').getpixel((60, 40)))", path);

        var lines = said.Split('\n');
        Assert.Equal(expected, lines[0]);
        var colour = lines[1].Split(' ').Select(int.Parse).ToArray();
        Assert.All(colour.Zip([0, 0, 255]), static pair => Assert.InRange(pair.First - pair.Second, -6, 6));
    }

    [Theory]
    [InlineData(AdFormat.Mp4)]
    [InlineData(AdFormat.Webm)]
    [InlineData(AdFormat.Gif)]
    [InlineData(AdFormat.Webp)]
    public async Task Given_up_or_cancelled_no_process_and_no_file_of_the_way_is_left(AdFormat format)
    {
        var options = Options(format);
        var path = Path.Combine(_folder.Path, "a");
        await using (var given = await new FfmpegEncoder().StartAsync(path, options, Cancel))
        {
            await given.WriteAsync(new byte[options.FrameBytes()], Cancel);
        }

        using var stop = new CancellationTokenSource();
        await using (var cancelled = await new FfmpegEncoder().StartAsync(path, options, Cancel))
        {
            await cancelled.WriteAsync(new byte[options.FrameBytes()], Cancel);
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled.CompleteAsync(stop.Token));
        }

        Assert.DoesNotContain(Processes(), line => line.Contains(_folder.Path, StringComparison.Ordinal));
        Assert.All(Directory.GetFiles(_folder.Path), file => Assert.Equal(path, file));
    }

    [Fact]
    public async Task A_gif_that_cannot_be_drawn_says_why()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "a"));
        var error = await Assert.ThrowsAsync<EncodingError>(() => MakeAsync(Options(AdFormat.Gif), (90, 128, 128)));
        Assert.Contains("Is a directory", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task An_ffmpeg_without_an_encoder_is_refused_before_any_work()
    {
        var program = Path.Combine(_folder.Path, "ffmpeg");
        await File.WriteAllTextAsync(program, "#!/bin/sh\necho ' V....D libx264  libx264 H.264 (codec h264)'\necho ' A..... aac  AAC'\n", Cancel);
        await Tool.RunAsync("chmod", "+x", program);
        var encoder = new FfmpegEncoder(new FfmpegOptions { Program = program });

        await encoder.CheckAsync([AdFormat.Mp4], Cancel);
        var error = await Assert.ThrowsAsync<LibraryNotAvailableError>(() => encoder.CheckAsync([AdFormat.Mp4, AdFormat.Webm], Cancel));

        Assert.Contains("libvpx-vp9", error.Message, StringComparison.Ordinal);
        Assert.Contains("--format", error.Message, StringComparison.Ordinal);
    }

    private async Task<string> ToneAsync(double seconds)
    {
        var path = Path.Combine(_folder.Path, "tone.wav");
        var samples = new float[(int)(seconds * SoundTrack.Rate)];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = 0.3f * MathF.Sin(i * 0.0576f);
        }

        await using var file = File.Create(path);
        await WaveFile.WriteAsync(file, samples, samples, Cancel);
        return path;
    }

    private Task<string> MakeAsync(EncodingOptions options, (byte Y, byte Cb, byte Cr) colour)
    {
        var frame = new byte[options.FrameBytes()];
        var luma = options.Width * options.Height;
        frame.AsSpan(0, luma).Fill(colour.Y);
        frame.AsSpan(luma, luma / 4).Fill(colour.Cb);
        frame.AsSpan(luma + (luma / 4)).Fill(colour.Cr);
        return MakeAsync(
            options,
            i =>
            {
                // A mark that moves: equal frames would be joined into one.
                frame.AsSpan(0, luma).Fill(colour.Y);
                frame.AsSpan((options.Height - 8) * options.Width + (4 * i), 8).Fill(235);
                return frame;
            },
            Frames);
    }

    private async Task<string> MakeAsync(EncodingOptions options, Func<int, byte[]> frame, int count)
    {
        var path = Path.Combine(_folder.Path, "a");
        await using var encoding = await new FfmpegEncoder().StartAsync(path, options, Cancel);
        for (var i = 0; i < count; i++)
        {
            await encoding.WriteAsync(frame(i), Cancel);
        }

        await encoding.CompleteAsync(Cancel);
        return path;
    }

    // A player goes by the file's tags: no matrix is named here.
    private static async Task SeesAsync(string path, int red, int green, int blue)
    {
        var rgb = await Tool.RunAsync("ffmpeg", "-v", "error", "-i", path, "-vf", "scale=flags=accurate_rnd+full_chroma_int,format=rgb24", "-frames:v", "1", "-f", "rawvideo", "-");
        Assert.InRange(rgb[6000] - red, -4, 4);
        Assert.InRange(rgb[6001] - green, -4, 4);
        Assert.InRange(rgb[6002] - blue, -4, 4);
    }

    private static IEnumerable<string> Processes()
    {
        foreach (var process in Process.GetProcesses())
        {
            using (process)
            {
                var line = "";
                try
                {
                    line = File.ReadAllText($"/proc/{process.Id}/cmdline");
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    // It ended while we looked.
                }

                yield return line;
            }
        }
    }
}
