using System.Diagnostics;
using System.Text.Json;
using Gpu.Runtime;
using Gpu.Workflow.Encoding;

namespace Gpu.Workflow.Tests.Encoding;

public class FfmpegEncoderTests
{
    private static readonly FfmpegOptions Quick = new() { Threads = 1 };

    private static async Task<PipeEncoding> StartAsync(EncodingOptions options, string path) =>
        (PipeEncoding)await new FfmpegEncoder(Quick).StartAsync(path, options, TestContext.Current.CancellationToken);

    private static EncodingOptions Options(int width, int height, int fps = 30, int crf = 20, string title = "") => new(width, height, fps, "ultrafast", crf, title);

    private static byte[] Solid(EncodingOptions format, byte y, byte cb, byte cr)
    {
        var frame = new byte[format.FrameBytes()];
        var luma = format.Width * format.Height;
        frame.AsSpan(0, luma).Fill(y);
        frame.AsSpan(luma, luma / 4).Fill(cb);
        frame.AsSpan(luma + (luma / 4)).Fill(cr);
        return frame;
    }

    private static bool Lives(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [Theory]
    [InlineData(20)]
    [InlineData(0)]
    public async Task Files_are_tagged_whole_and_of_the_exact_length(int crf)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "a:b - 100%.part");
        const int Frames = 37;
        var format = Options(320, 180, 25, crf, "Café \"豆\" = 100 %");
        await using (var encoder = await StartAsync(format, path))
        {
            for (var i = 0; i < Frames; i++)
            {
                await encoder.WriteAsync(Solid(format, (byte)(40 + (4 * i)), 110, 140), TestContext.Current.CancellationToken);
            }

            await encoder.CompleteAsync(TestContext.Current.CancellationToken);
            Assert.False(Lives(encoder.ProcessId));
        }

        using var probe = JsonDocument.Parse(await Tool.TextAsync("ffprobe", "-v", "error", "-count_frames", "-show_streams", "-show_format", "-of", "json", $"file:{path}"));
        var stream = Assert.Single(probe.RootElement.GetProperty("streams").EnumerateArray());
        string Of(string name) => stream.GetProperty(name).ToString();
        Assert.Equal(
            ["h264", "yuv420p", "bt709", "bt709", "bt709", "tv", "left", "320", "180", "25/1", "37", "37"],
            new[] { "codec_name", "pix_fmt", "color_space", "color_primaries", "color_transfer", "color_range", "chroma_location", "width", "height", "r_frame_rate", "nb_frames", "nb_read_frames" }.Select(Of));
        Assert.Equal("1.480000", Of("duration"));
        Assert.Equal(format.Title, probe.RootElement.GetProperty("format").GetProperty("tags").GetProperty("title").GetString());

        // faststart: the index stands before the pictures.
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        Assert.True(bytes.AsSpan().IndexOf("moov"u8) < bytes.AsSpan().IndexOf("mdat"u8));
    }

    [Fact]
    public async Task Lossless_files_give_back_every_byte()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "a.mp4");
        var format = Options(64, 48, crf: 0);
        var frames = Enumerable.Range(0, 5).Select(i => { var f = new byte[format.FrameBytes()]; new Random(i).NextBytes(f); return f; }).ToList();
        await using (var encoder = await StartAsync(format, path))
        {
            foreach (var frame in frames)
            {
                await encoder.WriteAsync(frame, TestContext.Current.CancellationToken);
            }

            await encoder.CompleteAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(frames.SelectMany(f => f), await Tool.RunAsync("ffmpeg", "-v", "error", "-i", path, "-f", "rawvideo", "-pix_fmt", "yuv420p", "-"));
    }

    [Theory]
    [InlineData(63, 102, 240, 255, 0, 0)]
    [InlineData(173, 42, 26, 0, 255, 0)]
    [InlineData(32, 240, 118, 0, 0, 255)]
    [InlineData(235, 128, 128, 255, 255, 255)]
    public async Task Players_see_the_colours_that_were_meant(byte y, byte cb, byte cr, byte red, byte green, byte blue)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "a.mp4");
        var format = Options(64, 64);
        await using (var encoder = await StartAsync(format, path))
        {
            for (var i = 0; i < 3; i++)
            {
                await encoder.WriteAsync(Solid(format, y, cb, cr), TestContext.Current.CancellationToken);
            }

            await encoder.CompleteAsync(TestContext.Current.CancellationToken);
        }

        // The player goes by the file's tags: no matrix is named here.
        var rgb = await Tool.RunAsync("ffmpeg", "-v", "error", "-i", path, "-vf", "scale=flags=accurate_rnd+full_chroma_int,format=rgb24", "-frames:v", "1", "-f", "rawvideo", "-");
        Assert.InRange(rgb[6000] - red, -2, 2);
        Assert.InRange(rgb[6001] - green, -2, 2);
        Assert.InRange(rgb[6002] - blue, -2, 2);
    }

    [Fact]
    public async Task Killed_half_way_it_says_so_and_leaves_no_process()
    {
        using var folder = new TemporaryFolder();
        var format = Options(640, 360);
        await using var encoder = await StartAsync(format, Path.Combine(folder.Path, "a.mp4"));
        var frame = Solid(format, 90, 128, 128);
        await encoder.WriteAsync(frame, TestContext.Current.CancellationToken);
        Process.GetProcessById(encoder.ProcessId).Kill();
        var error = await Assert.ThrowsAsync<EncodingError>(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                await encoder.WriteAsync(frame, TestContext.Current.CancellationToken);
            }
        });
        Assert.Contains("137", error.Message, StringComparison.Ordinal);
        Assert.False(Lives(encoder.ProcessId));
    }

    [Fact]
    public async Task Its_last_lines_are_in_the_error()
    {
        using var folder = new TemporaryFolder();
        var format = Options(64, 64);
        await using var encoder = await StartAsync(format, Path.Combine(folder.Path, "missing/a.mp4"));
        var error = await Assert.ThrowsAsync<EncodingError>(async () =>
        {
            for (var i = 0; i < 1000; i++)
            {
                await encoder.WriteAsync(Solid(format, 90, 128, 128), TestContext.Current.CancellationToken);
            }
        });
        Assert.Contains("No such file or directory", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_is_named()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "This system has no /dev/full, a disk that is always full.");
        var format = Options(64, 64);
        await using var encoder = await StartAsync(format with { Crf = 0 }, "/dev/full");
        var error = await Assert.ThrowsAsync<EncodingError>(async () =>
        {
            var frame = new byte[format.FrameBytes()];
            for (var i = 0; i < 60; i++)
            {
                new Random(i).NextBytes(frame);
                await encoder.WriteAsync(frame, TestContext.Current.CancellationToken);
            }

            await encoder.CompleteAsync(TestContext.Current.CancellationToken);
        });
        Assert.Equal(EncodingErrorKind.NoSpace, error.Kind);
        Assert.Contains("The disk is full", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelled_while_ffmpeg_is_stuck_it_ends_at_once_and_leaves_no_process()
    {
        using var folder = new TemporaryFolder();
        var format = Options(1920, 1080);
        await using var encoder = await StartAsync(format, Path.Combine(folder.Path, "a.mp4"));
        await Tool.RunAsync("kill", "-STOP", $"{encoder.ProcessId}");
        using var cancel = new CancellationTokenSource();
        var write = encoder.WriteAsync(Solid(format, 90, 128, 128), cancel.Token).AsTask();
        Assert.False(write.IsCompleted);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write);
        Assert.False(Lives(encoder.ProcessId));
    }

    [Fact]
    public async Task Disposed_early_it_leaves_no_process()
    {
        using var folder = new TemporaryFolder();
        var format = Options(64, 64);
        int process;
        await using (var encoder = await StartAsync(format, Path.Combine(folder.Path, "a.mp4")))
        {
            process = encoder.ProcessId;
            await encoder.WriteAsync(Solid(format, 90, 128, 128), TestContext.Current.CancellationToken);
        }

        Assert.False(Lives(process));
    }

    [Fact]
    public async Task Missing_ffmpeg_is_named_with_how_to_get_it()
    {
        var encoder = new FfmpegEncoder(Quick with { Program = "no-such-ffmpeg" });
        var error = await Assert.ThrowsAsync<LibraryNotAvailableError>(() => encoder.StartAsync("a.mp4", Options(64, 64), TestContext.Current.CancellationToken));
        Assert.Contains("no-such-ffmpeg", error.Message, StringComparison.Ordinal);
        Assert.Contains("apt-get install ffmpeg", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("medum", 20, 1, "medum")]
    [InlineData("medium", 52, 1, "52")]
    [InlineData("medium", -1, 1, "-1")]
    [InlineData("medium", 20, 0, "0 encoder threads")]
    public async Task Options_are_checked_before_anything_starts(string preset, int crf, int threads, string says)
    {
        var encoder = new FfmpegEncoder(new FfmpegOptions { Program = "no-such-ffmpeg", Threads = threads });
        var error = await Assert.ThrowsAsync<ConfigurationError>(() => encoder.StartAsync("a.mp4", new EncodingOptions(64, 64, 30, preset, crf), TestContext.Current.CancellationToken));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_summary_names_program_and_threads()
    {
        using var folder = new TemporaryFolder();
        await using var encoder = await StartAsync(Options(64, 64), Path.Combine(folder.Path, "a.mp4"));
        await encoder.WriteAsync(Solid(Options(64, 64), 90, 128, 128), TestContext.Current.CancellationToken);
        var summary = await encoder.CompleteAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, summary.Threads);
        Assert.Equal(FfmpegVersion.Parse(await Tool.TextAsync("ffmpeg", "-version")), summary.Program);
        Assert.Matches(@"^ffmpeg \S*\d", summary.Program);
    }
}
