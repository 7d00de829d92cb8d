using System.Diagnostics;
using System.Text.Json;
using Gpu.Runtime;
using Gpu.Workflow.Encoding;

namespace Gpu.Workflow.Tests.Encoding;

public class Mp4EncoderTests
{
    private static readonly EncoderOptions Quick = new() { Preset = "ultrafast", Threads = 1 };

    private static byte[] Solid(VideoFormat format, byte y, byte cb, byte cr)
    {
        var frame = new byte[format.FrameBytes];
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
        var path = folder.File("a:b - 100%.part");
        var format = new VideoFormat(320, 180, 25, 37, "Café \"豆\" = 100 %");
        await using (var encoder = Mp4Encoder.Start(format, Quick with { Crf = crf }, path))
        {
            for (var i = 0; i < format.Frames; i++)
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
        var path = folder.File("a.mp4");
        var format = new VideoFormat(64, 48, 30, 5, "");
        var frames = Enumerable.Range(0, format.Frames).Select(i => { var f = new byte[format.FrameBytes]; new Random(i).NextBytes(f); return f; }).ToList();
        await using (var encoder = Mp4Encoder.Start(format, Quick with { Crf = 0 }, path))
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
        var path = folder.File("a.mp4");
        var format = new VideoFormat(64, 64, 30, 3, "");
        await using (var encoder = Mp4Encoder.Start(format, Quick, path))
        {
            for (var i = 0; i < format.Frames; i++)
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
        var format = new VideoFormat(640, 360, 30, 1000, "");
        await using var encoder = Mp4Encoder.Start(format, Quick, folder.File("a.mp4"));
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
        var format = new VideoFormat(64, 64, 30, 1000, "");
        await using var encoder = Mp4Encoder.Start(format, Quick, folder.File("missing/a.mp4"));
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
        var format = new VideoFormat(64, 64, 30, 60, "");
        await using var encoder = Mp4Encoder.Start(format, Quick with { Crf = 0 }, "/dev/full");
        var error = await Assert.ThrowsAsync<EncodingError>(async () =>
        {
            var frame = new byte[format.FrameBytes];
            for (var i = 0; i < format.Frames; i++)
            {
                new Random(i).NextBytes(frame);
                await encoder.WriteAsync(frame, TestContext.Current.CancellationToken);
            }

            await encoder.CompleteAsync(TestContext.Current.CancellationToken);
        });
        Assert.Contains("The disk is full", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelled_while_ffmpeg_is_stuck_it_ends_at_once_and_leaves_no_process()
    {
        using var folder = new TemporaryFolder();
        var format = new VideoFormat(1920, 1080, 30, 1000, "");
        await using var encoder = Mp4Encoder.Start(format, Quick, folder.File("a.mp4"));
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
        var format = new VideoFormat(64, 64, 30, 1000, "");
        int process;
        await using (var encoder = Mp4Encoder.Start(format, Quick, folder.File("a.mp4")))
        {
            process = encoder.ProcessId;
            await encoder.WriteAsync(Solid(format, 90, 128, 128), TestContext.Current.CancellationToken);
        }

        Assert.False(Lives(process));
    }

    [Fact]
    public void Missing_ffmpeg_is_named_with_how_to_get_it()
    {
        var error = Assert.Throws<LibraryNotAvailableError>(() => Mp4Encoder.Start(new VideoFormat(64, 64, 30, 1, ""), Quick with { Ffmpeg = "no-such-ffmpeg" }, "a.mp4"));
        Assert.Contains("no-such-ffmpeg", error.Message, StringComparison.Ordinal);
        Assert.Contains("apt-get install ffmpeg", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("medum", 20, 1, "medum")]
    [InlineData("medium", 52, 1, "52")]
    [InlineData("medium", -1, 1, "-1")]
    [InlineData("medium", 20, 0, "0 encoder threads")]
    public void Options_are_checked(string preset, int crf, int threads, string says) =>
        Assert.Contains(says, Assert.Throws<ConfigurationError>(() => new EncoderOptions { Preset = preset, Crf = crf, Threads = threads }.Check()).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Too_few_frames_are_an_error()
    {
        using var folder = new TemporaryFolder();
        var format = new VideoFormat(64, 64, 30, 2, "");
        await using var encoder = Mp4Encoder.Start(format, Quick, folder.File("a.mp4"));
        await encoder.WriteAsync(Solid(format, 90, 128, 128), TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<EncodingError>(() => encoder.CompleteAsync(TestContext.Current.CancellationToken));
        Assert.False(Lives(encoder.ProcessId));
    }
}
