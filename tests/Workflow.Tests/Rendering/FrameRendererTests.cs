using System.Security.Cryptography;
using Gpu.Runtime.Devices;
using Gpu.Runtime.Scheduling;
using Gpu.Workflow.Encoding;
using Gpu.Workflow.Extraction;
using Gpu.Workflow.Rendering;
using Gpu.Workflow.Storyboards;
using Gpu.Workflow.Tests.Encoding;

namespace Gpu.Workflow.Tests.Rendering;

public class FrameRendererTests
{
    private const int W = 160, H = 90;

    private static readonly MemoryPictures Pictures = new MemoryPictures()
        .Add("black", 64, 64, (_, _) => 0)
        .Add("white", 64, 64, (_, _) => 0xffffff)
        .Add("red", 300, 200, (_, _) => 0xff0000)
        .Add("green", 300, 200, (_, _) => 0x00ff00)
        .Add("blue", 300, 200, (_, _) => 0x0000ff)
        .Add("stripes", 403, 301, (x, y) => (uint)((x * 7 % 256 << 16) | (y * 5 % 256 << 8) | ((x ^ y) % 256)))
        .Add("waves", 640, 360, (x, y) => (uint)((x % 200 << 16) | (y % 180 << 8) | 90));

    private static Storyboard Board(params Shot[] shots) => new()
    {
        Title = "Test",
        Width = W,
        Height = H,
        FramesPerSecond = 10,
        Duration = shots[^1].Start + shots[^1].Duration,
        Shots = shots,
    };

    private static Storyboard Lively => Board(
        new Shot { Picture = "stripes", Start = 0, Duration = 1.5, To = new PictureBox(0.1, 0.1, 0.8, 0.8) },
        new Shot { Picture = "waves", Start = 1, Duration = 1.5, From = new PictureBox(0, 0, 0.5, 0.5), Transition = new ShotTransition("fade", 0.5) },
        new Shot { Start = 2, Duration = 1, Transition = new ShotTransition("fade", 0.5) }) with
    {
        Captions =
        [
            new Caption { Text = "Hello قهوة world", Role = CaptionRole.Headline, Start = 0, Duration = 1.2 },
            new Caption { Text = "$24.00", Role = CaptionRole.Price, Start = 0.5, Duration = 2 },
            new Caption { Text = "Buy", Role = CaptionRole.CallToAction, Start = 2.2, Duration = 0.8 },
        ],
        Logo = new LogoPlacement { Picture = "red", Start = 1.5, Duration = 1.5 },
    };

    private static Task<ComputeEngine> EngineAsync(DeviceSelection device = DeviceSelection.Cpu, int? workers = null) =>
        ComputeEngine.CreateAsync(new ComputeOptions { Device = device, Workers = workers }, cancellationToken: TestContext.Current.CancellationToken);

    private static async Task<(RenderSummary Summary, Frames Frames)> RenderAsync(Storyboard board, DeviceSelection device = DeviceSelection.Cpu, int? workers = null, int inFlight = 4)
    {
        await using var engine = await EngineAsync(device, workers);
        var frames = new Frames();
        var summary = await new FrameRenderer(engine, Pictures, new RenderOptions { FramesInFlight = inFlight })
            .RenderAsync(board, MemoryPictures.Page, frames, cancellationToken: TestContext.Current.CancellationToken);
        return (summary, frames);
    }

    [Fact]
    public async Task Frames_are_the_same_bytes_with_any_number_of_workers_and_in_flight()
    {
        var (reference, frames) = await RenderAsync(Lively, workers: 1, inFlight: 1);
        Assert.Equal(30, reference.Frames);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData([.. frames.All.SelectMany(f => f)])), reference.Sha256);
        Assert.Equal(["cpu"], reference.Devices);
        foreach (var (workers, inFlight) in new[] { (2, 3), (5, 16) })
        {
            Assert.Equal(reference.Sha256, (await RenderAsync(Lively, workers: workers, inFlight: inFlight)).Summary.Sha256);
        }
    }

    [Fact]
    public async Task Frames_are_the_same_bytes_through_OpenCL()
    {
        var cpu = await RenderAsync(Lively);
        var opencl = await RenderAsync(Lively, DeviceSelection.OpenCL);
        Assert.All(opencl.Summary.Devices, d => Assert.StartsWith("opencl", d, StringComparison.Ordinal));
        Assert.Equal(cpu.Summary.Sha256, opencl.Summary.Sha256);
    }

    [Theory]
    [InlineData("red", 63, 102, 240)]
    [InlineData("green", 173, 42, 26)]
    [InlineData("blue", 32, 240, 118)]
    [InlineData("white", 235, 128, 128)]
    public async Task Solid_pictures_have_the_golden_levels(string picture, int y, int cb, int cr)
    {
        var (_, frames) = await RenderAsync(Board(new Shot { Picture = picture, Start = 0, Duration = 0.2, To = new PictureBox(0.2, 0.2, 0.7, 0.7) }));
        foreach (var frame in frames.All)
        {
            Assert.All(frame[..(W * H)], v => Assert.InRange(v - y, -1, 1));
            Assert.All(frame[(W * H)..(W * H * 5 / 4)], v => Assert.InRange(v - cb, -1, 1));
            Assert.All(frame[(W * H * 5 / 4)..], v => Assert.InRange(v - cr, -1, 1));
        }
    }

    [Fact]
    public async Task A_decoded_file_shows_the_pictures_colour()
    {
        using var folder = new TemporaryFolder();
        await using var engine = await EngineAsync();
        await using var encoding = await new FfmpegEncoder().StartAsync(Path.Combine(folder.Path, "a.mp4"), new EncodingOptions(W, H, 10, "veryfast", 18), TestContext.Current.CancellationToken);
        await new FrameRenderer(engine, Pictures).RenderAsync(Board(new Shot { Picture = "green", Start = 0, Duration = 0.5 }), MemoryPictures.Page, encoding, cancellationToken: TestContext.Current.CancellationToken);
        await encoding.CompleteAsync(TestContext.Current.CancellationToken);
        var rgb = await Tool.RunAsync("ffmpeg", "-v", "error", "-i", Path.Combine(folder.Path, "a.mp4"), "-vf", "scale=flags=accurate_rnd+full_chroma_int,format=rgb24", "-f", "rawvideo", "-");
        Assert.Equal(5 * W * H * 3, rgb.Length);
        Assert.InRange((int)rgb[30_000], 0, 2);
        Assert.InRange((int)rgb[30_001], 253, 255);
        Assert.InRange((int)rgb[30_002], 0, 2);
    }

    [Fact]
    public async Task A_crossfade_goes_evenly_from_one_picture_to_the_other()
    {
        var (_, frames) = await RenderAsync(Board(
            new Shot { Picture = "black", Start = 0, Duration = 2 },
            new Shot { Picture = "white", Start = 1, Duration = 1.5, Transition = new ShotTransition("fade", 1) }));
        Assert.Equal(25, frames.All.Count);
        for (var k = 0; k < 25; k++)
        {
            var p = Math.Clamp((k - 10) / 10.0, 0, 1);
            Assert.InRange(frames.All[k][W * H / 2] - (16 + (219 * p)), -1, 1);
        }
    }

    [Theory]
    [InlineData("wipeLeft")]
    [InlineData("WIPELEFT")]
    public async Task A_wipe_uncovers_the_next_picture_from_its_edge(string kind)
    {
        var (_, frames) = await RenderAsync(Board(
            new Shot { Picture = "black", Start = 0, Duration = 2 },
            new Shot { Picture = "white", Start = 1, Duration = 1.5, Transition = new ShotTransition(kind, 1) }));
        for (var k = 11; k < 20; k++)
        {
            var edge = W * (20 - k) / 10;
            Assert.Equal(16, frames.All[k][(W * H / 2) + edge - 2]);
            Assert.Equal(235, frames.All[k][(W * H / 2) + edge + 2]);
        }
    }

    [Fact]
    public async Task Every_transition_has_a_name_and_begins_and_ends_with_the_pictures_themselves()
    {
        foreach (var kind in Enum.GetValues<Gpu.Kernels.Video.Transition>().Select(TransitionNames.Of))
        {
            var (_, frames) = await RenderAsync(Board(
                new Shot { Picture = "black", Start = 0, Duration = 0.6 },
                new Shot { Picture = "white", Start = 0.2, Duration = 0.6, Transition = new ShotTransition(kind, 0.4) }));
            Assert.All(frames.All[1][..(W * H)], v => Assert.Equal(16, v));
            Assert.All(frames.All[7][..(W * H)], v => Assert.Equal(235, v));
            Assert.True(frames.All[5].AsSpan(0, W * H).ContainsAnyExcept((byte)16), kind);
        }
    }

    [Fact]
    public async Task Frames_that_mix_are_dithered_and_no_others()
    {
        // Levels 100 and 101 of a mixture stand side by side only by dither; alone each picture is one level.
        var pictures = new MemoryPictures().Add("a", 64, 64, (_, _) => 0x646464).Add("b", 64, 64, (_, _) => 0x686868);
        await using var engine = await EngineAsync();
        var frames = new Frames();
        await new FrameRenderer(engine, pictures).RenderAsync(
            Board(new Shot { Picture = "a", Start = 0, Duration = 1 }, new Shot { Picture = "b", Start = 0.2, Duration = 1, Transition = new ShotTransition("fade", 0.8) }),
            MemoryPictures.Page, frames, cancellationToken: TestContext.Current.CancellationToken);
        int Levels(int k) => frames.All[k][..(W * H)].Distinct().Count();
        Assert.Equal([1, 1, 2, 1], new[] { 0, 2, 5, 11 }.Select(Levels));
    }

    [Fact]
    public async Task A_whole_picture_stands_before_its_own_blur()
    {
        // Tall, and left half red, right half blue: 30 columns of it in the middle, at the full height.
        var pictures = new MemoryPictures().Add("tall", 60, 180, (x, _) => x < 30 ? 0xff0000u : 0x0000ffu);
        await using var engine = await EngineAsync();
        var frames = new Frames();
        await new FrameRenderer(engine, pictures).RenderAsync(
            Board(new Shot { Picture = "tall", Start = 0, Duration = 0.2, Fit = ShotFit.Whole }), MemoryPictures.Page, frames, cancellationToken: TestContext.Current.CancellationToken);
        var row = frames.All[0].AsSpan(W * H / 2, W);
        Assert.All(row[67..78].ToArray(), v => Assert.InRange(v, 62, 64));
        Assert.All(row[82..94].ToArray(), v => Assert.InRange(v, 31, 33));

        // Beside it the same colours, darker.
        Assert.InRange(row[20], 17, 55);
        Assert.InRange(row[140], 17, 30);
        Assert.True(row[20] > row[140]);
    }

    [Fact]
    public async Task A_first_shot_may_come_from_the_ground()
    {
        var (_, frames) = await RenderAsync(Board(new Shot { Picture = "white", Start = 0, Duration = 1, Transition = new ShotTransition("fade", 0.5) }));
        Assert.InRange(frames.All[0][0], 16, 60);
        Assert.Equal(235, frames.All[5][0]);
        Assert.True(frames.All[2][0] > frames.All[1][0]);
    }

    [Fact]
    public async Task Progress_counts_every_frame()
    {
        await using var engine = await EngineAsync();
        var seen = new List<int>();
        var progress = new Counter(seen);
        await new FrameRenderer(engine, Pictures).RenderAsync(Lively, MemoryPictures.Page, new Frames(), progress, TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(1, 30), seen);
    }

    [Fact]
    public async Task Cancelled_it_stops_at_once_and_the_engine_works_on()
    {
        await using var engine = await EngineAsync();
        using var cancel = new CancellationTokenSource();
        var frames = new Frames(async (k, stop) =>
        {
            if (k == 7)
            {
                await cancel.CancelAsync();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);
            }
        });
        var renderer = new FrameRenderer(engine, Pictures);
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => renderer.RenderAsync(Lively, MemoryPictures.Page, frames, cancellationToken: cancel.Token));
        Assert.Equal(cancel.Token, error.CancellationToken);
        Assert.Equal(7, frames.All.Count);
        Assert.Equal(30, (await renderer.RenderAsync(Lively, MemoryPictures.Page, new Frames(), cancellationToken: TestContext.Current.CancellationToken)).Frames);
    }

    [Fact]
    public async Task The_sinks_error_is_the_error()
    {
        await using var engine = await EngineAsync();
        var frames = new Frames((k, _) => k == 5 ? throw new EncodingError(EncodingErrorKind.Failed, "gone") : ValueTask.CompletedTask);
        var error = await Assert.ThrowsAsync<EncodingError>(() => new FrameRenderer(engine, Pictures).RenderAsync(Lively, MemoryPictures.Page, frames, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal("gone", error.Message);
    }

    [Fact]
    public async Task After_any_failure_all_buffers_are_back()
    {
        await using var engine = await EngineAsync();
        for (var at = 0; at < 12; at++)
        {
            using var tables = await ColourTables.ReadAsync(Lively, MemoryPictures.Page, TestContext.Current.CancellationToken);
            var run = new RenderRun(engine, Lively, new ShotPreparer(engine, Pictures, Lively, MemoryPictures.Page, tables), [], tables, new RenderOptions { FramesInFlight = 3 });
            await using (run)
            {
                var failing = at;
                await Assert.ThrowsAsync<EncodingError>(() => run.RunAsync(
                    new Frames((k, _) => k == failing ? throw new EncodingError(EncodingErrorKind.Failed, "gone") : ValueTask.CompletedTask), null, TestContext.Current.CancellationToken));
                Assert.Equal(run.Buffers.Count, run.Buffers.Free);
            }
        }
    }

    [Fact]
    public async Task A_picture_that_is_not_there_fails_with_its_address()
    {
        await using var engine = await EngineAsync();
        var board = Board(new Shot { Picture = "red", Start = 0, Duration = 3 }, new Shot { Picture = "missing.png", Start = 3, Duration = 1 });
        var error = await Assert.ThrowsAsync<PageError>(() => new FrameRenderer(engine, Pictures).RenderAsync(board, MemoryPictures.Page, new Frames(), cancellationToken: TestContext.Current.CancellationToken));
        Assert.Contains("https://example.com/missing.png", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_logo_that_is_not_there_is_a_warning()
    {
        var (summary, _) = await RenderAsync(Lively with { Logo = new LogoPlacement { Picture = "missing.png", Start = 0, Duration = 1 } });
        Assert.Contains("missing.png", Assert.Single(summary.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_storyboard_that_is_wrong_is_refused_before_anything_is_made()
    {
        await using var engine = await EngineAsync();
        var error = await Assert.ThrowsAsync<StoryboardError>(() => new FrameRenderer(engine, Pictures).RenderAsync(Lively with { Width = 161 }, MemoryPictures.Page, new Frames(), cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal("$.width", error.Path);
    }

    private sealed class Counter(List<int> seen) : IProgress<int>
    {
        public void Report(int value) => seen.Add(value);
    }
}
