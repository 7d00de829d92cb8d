using CsCheck;
using Gpu.Workflow.Encoding;
using Gpu.Workflow.Storyboards;
using Gpu.Workflow.Tests.Storyboards;
using SkiaSharp;

namespace Gpu.Workflow.Tests.Encoding;

public class ThumbnailWriterTests
{
    [Fact]
    public async Task A_frame_becomes_the_same_colours_as_ffmpegs_own_conversion()
    {
        using var folder = new TemporaryFolder();
        const int W = 64, H = 48;
        var frame = new byte[W * H * 3 / 2];
        for (var i = 0; i < frame.Length; i++)
        {
            frame[i] = (byte)(i < W * H ? 60 + (i % W) + (i / W) : 100 + (i % 40));
        }

        await File.WriteAllBytesAsync(Path.Combine(folder.Path, "f.yuv"), frame, TestContext.Current.CancellationToken);
        var reference = await Tool.RunAsync("ffmpeg", "-v", "error", "-f", "rawvideo", "-pixel_format", "yuv420p", "-video_size", "64x48", "-i", Path.Combine(folder.Path, "f.yuv"),
            "-vf", "zscale=matrixin=709:rangein=limited:primariesin=709:transferin=709:chromalin=left:matrix=gbr:range=full:primaries=709:transfer=709:filter=bilinear:dither=none,format=gbrp,format=rgb24", "-f", "rawvideo", "-");
        var rgba = FrameColours.ToRgba(frame, W, H);
        for (var i = 0; i < W * H; i++)
        {
            for (var c = 0; c < 3; c++)
            {
                Assert.InRange(rgba[(i * 4) + c] - reference[(i * 3) + c], -1, 1);
            }
        }
    }

    [Fact]
    public async Task Thumbnails_keep_colours()
    {
        using var folder = new TemporaryFolder();
        var frame = new byte[64 * 48 * 3 / 2];
        frame.AsSpan(0, 64 * 48).Fill(63);
        frame.AsSpan(64 * 48, 32 * 24).Fill(102);
        frame.AsSpan(64 * 48 * 5 / 4).Fill(240);
        await ThumbnailWriter.WriteAsync(Path.Combine(folder.Path, "t.jpg"), frame, 64, 48, TestContext.Current.CancellationToken);
        using var still = SKBitmap.Decode(Path.Combine(folder.Path, "t.jpg"));
        Assert.Equal((64, 48), (still.Width, still.Height));
        var colour = still.GetPixel(30, 20);
        Assert.True(colour is { Red: >= 250, Green: <= 5, Blue: <= 5 }, $"red became {colour}");
    }

    [Fact]
    public void The_still_shows_words_and_no_crossfade() => Gen.Select(Boards.Pages, Boards.Options).Sample((page, options) =>
    {
        var board = new StoryboardPlanner().Plan(page.Content, page.Suggestions, page.Sizes, options);
        var frame = ThumbnailWriter.ChooseFrame(board);
        Assert.InRange(frame, 0, FrameClock.Frames(board) - 1);
        var time = FrameClock.Time(board, frame);
        if (board.FramesPerSecond >= 24 && board.Captions.Count > 0)
        {
            Assert.Contains(board.Captions, c => time > c.Start + 0.4 && time < c.Start + c.Duration - 0.1);
            Assert.DoesNotContain(board.Shots, s => s.Transition is { } t && time > s.Start + 0.05 && time < s.Start + t.Duration - 0.05);
        }
    }, iter: 200);
}
