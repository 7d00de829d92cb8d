using Gpu.Runtime.Devices;
using Gpu.Runtime.Scheduling;
using Gpu.Workflow.Rendering;
using Gpu.Workflow.Storyboards;

namespace Gpu.Workflow.Tests.Rendering;

/// <summary>Chunks of an ad that are rendered apart and at the same time are, put together, the ad in one piece.</summary>
public class ChunkTests
{
    private static readonly MemoryPictures Pictures = new MemoryPictures()
        .Add("stripes", 403, 301, (x, y) => (uint)((x * 7 % 256 << 16) | (y * 5 % 256 << 8) | ((x ^ y) % 256)))
        .Add("waves", 640, 360, (x, y) => (uint)((x % 200 << 16) | (y % 180 << 8) | 90));

    // Transitions, dither, captions, a ground and a logo: all that a frame can be made of.
    private static readonly Storyboard Board = new()
    {
        Title = "Test",
        Width = 128,
        Height = 72,
        FramesPerSecond = 10,
        Duration = 3,
        Shots =
        [
            new Shot { Picture = "stripes", Start = 0, Duration = 1.5, To = new PictureBox(0.1, 0.1, 0.8, 0.8), Transition = new ShotTransition("fade", 0.3) },
            new Shot { Picture = "waves", Start = 1, Duration = 1.5, From = new PictureBox(0, 0, 0.5, 0.5), Transition = new ShotTransition("wipeLeft", 0.5) },
            new Shot { Picture = "stripes", Fit = ShotFit.Whole, Start = 2, Duration = 1, Transition = new ShotTransition("fade", 0.5) },
        ],
        Captions = [new Caption { Text = "Hello world", Role = CaptionRole.Headline, Start = 0, Duration = 1.2 }, new Caption { Text = "Buy", Role = CaptionRole.CallToAction, Start = 2.2, Duration = 0.8 }],
        Logo = new LogoPlacement { Picture = "waves", Start = 1.5, Duration = 1.5 },
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 1, DeviceSelection.Cpu)]
    [InlineData(1, 7, DeviceSelection.Cpu)]
    [InlineData(2, 1, DeviceSelection.Cpu)]
    [InlineData(2, 7, DeviceSelection.Cpu)]
    [InlineData(2, 30, DeviceSelection.Cpu)]
    [InlineData(5, 7, DeviceSelection.Cpu)]
    [InlineData(5, 30, DeviceSelection.Cpu)]
    [InlineData(2, 7, DeviceSelection.OpenCL)]
    public async Task Chunks_in_parallel_are_the_bytes_of_one_piece(int workers, int size, DeviceSelection device)
    {
        var whole = await WholeAsync();
        await using var engine = await ComputeEngine.CreateAsync(new ComputeOptions { Device = device, Workers = workers }, cancellationToken: Cancel);
        var renderer = new FrameRenderer(engine, Pictures, new RenderOptions { FramesInFlight = 2 });

        var chunks = await Task.WhenAll(FrameRange.Chunks(30, size).Select(async range =>
        {
            var frames = new Frames();
            var summary = await renderer.RenderAsync(Board, MemoryPictures.Page, range, frames, cancellationToken: Cancel);
            Assert.Equal(range.Count, summary.Frames);
            return frames.All;
        }));

        Assert.Equal(whole.Count, chunks.Sum(static c => c.Count));
        Assert.All(whole.Zip(chunks.SelectMany(static c => c)), static pair => Assert.True(pair.First.AsSpan().SequenceEqual(pair.Second)));
    }

    [Fact]
    public async Task One_frame_alone_is_the_frame_of_the_film()
    {
        var whole = await WholeAsync();
        await using var engine = await ComputeEngine.CreateAsync(new ComputeOptions { Device = DeviceSelection.Cpu }, cancellationToken: Cancel);
        var one = new Frames();
        await new FrameRenderer(engine, Pictures).RenderAsync(Board, MemoryPictures.Page, new FrameRange(22, 23), one, cancellationToken: Cancel);
        Assert.Equal(whole[22], Assert.Single(one.All));
    }

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(5, 5)]
    [InlineData(29, 31)]
    public async Task Frames_that_the_ad_has_not_are_refused(int first, int end)
    {
        await using var engine = await ComputeEngine.CreateAsync(new ComputeOptions { Device = DeviceSelection.Cpu }, cancellationToken: Cancel);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => new FrameRenderer(engine, Pictures).RenderAsync(Board, MemoryPictures.Page, new FrameRange(first, end), new Frames(), cancellationToken: Cancel));
    }

    private static async Task<IReadOnlyList<byte[]>> WholeAsync()
    {
        await using var engine = await ComputeEngine.CreateAsync(new ComputeOptions { Device = DeviceSelection.Cpu, Workers = 1 }, cancellationToken: Cancel);
        var frames = new Frames();
        await new FrameRenderer(engine, Pictures, new RenderOptions { FramesInFlight = 1 }).RenderAsync(Board, MemoryPictures.Page, frames, cancellationToken: Cancel);
        return frames.All;
    }
}
