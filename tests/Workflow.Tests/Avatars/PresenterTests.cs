using CsCheck;
using Gpu.Runtime.Devices;
using Gpu.Runtime.Scheduling;
using Gpu.Workflow.Avatars;
using Gpu.Workflow.Pictures;
using Gpu.Workflow.Rendering;
using Gpu.Workflow.Rendering.Overlays;
using Gpu.Workflow.Rendering.Text;
using Gpu.Workflow.Sound;
using Gpu.Workflow.Storyboards;
using Gpu.Workflow.Tests.Rendering;
using Gpu.Workflow.Tests.Storyboards;
using SkiaSharp;

namespace Gpu.Workflow.Tests.Avatars;

public sealed class PresenterTests : IDisposable
{
    private const int W = 320, H = 180, Rate = 30;
    private static readonly MemoryPictures Pictures = new MemoryPictures().Add("waves", 640, 360, (x, y) => (uint)((x % 200 << 16) | (y % 180 << 8) | 90));
    private static readonly Narration Words = Said.Line(1, 0.1, "h", "ə", "l", "oʊ", "m", "aɪ", "b", "iː", "f", "uː", "a", "p", "a");
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    private static Storyboard Board(AvatarPlan? avatar) => new()
    {
        Title = "Test",
        Width = W,
        Height = H,
        FramesPerSecond = Rate,
        Duration = 3,
        Shots = [new Shot { Picture = "waves", Start = 0, Duration = 3 }],
        Avatar = avatar,
    };

    private static async Task<(RenderSummary Summary, Frames Frames)> RenderAsync(Storyboard board, Narration narration, DeviceSelection device = DeviceSelection.Cpu, int? workers = null, FrameRange? range = null)
    {
        await using var engine = await ComputeEngine.CreateAsync(new ComputeOptions { Device = device, Workers = workers }, cancellationToken: Token);
        var frames = new Frames();
        var summary = await new FrameRenderer(engine, Pictures).RenderAsync(board, MemoryPictures.Page, range, frames, null, Task.FromResult(narration), Token);
        return (summary, frames);
    }

    [Fact]
    public async Task Frames_are_the_same_bytes_with_any_number_of_workers_in_chunks_and_through_OpenCL()
    {
        var board = Board(new AvatarPlan { Name = "theo", Seed = 5 });
        var (reference, frames) = await RenderAsync(board, Words, workers: 1);
        foreach (var workers in (int[])[2, 5])
        {
            Assert.Equal(reference.Sha256, (await RenderAsync(board, Words, workers: workers)).Summary.Sha256);
        }

        var opencl = await RenderAsync(board, Words, DeviceSelection.OpenCL);
        Assert.All(opencl.Summary.Devices, d => Assert.StartsWith("opencl", d, StringComparison.Ordinal));
        Assert.Equal(reference.Sha256, opencl.Summary.Sha256);
        var (_, chunk) = await RenderAsync(board, Words, range: new FrameRange(40, 44));
        Assert.Equal(frames.All[40..44], chunk.All);
    }

    [Fact]
    public async Task Another_presenter_seed_or_speech_gives_other_frames()
    {
        Storyboard[] boards = [Board(null), Board(new AvatarPlan { Name = "mara" }), Board(new AvatarPlan { Name = "bit" }), Board(new AvatarPlan { Name = "mara", Seed = 9 }), Board(new AvatarPlan { Name = "mara", Corner = AvatarCorner.BottomLeft }), Board(new AvatarPlan { Name = "mara", Size = 0.4 })];
        var hashes = new List<string>();
        foreach (var board in boards)
        {
            hashes.Add((await RenderAsync(board, Words)).Summary.Sha256);
        }

        hashes.Add((await RenderAsync(boards[1], Narration.None)).Summary.Sha256);
        Assert.Equal(hashes.Count, hashes.Distinct().Count());
    }

    [Fact]
    public async Task Nothing_but_the_presenters_place_changes()
    {
        var plain = (await RenderAsync(Board(null), Words)).Frames.All[60];
        var board = Board(new AvatarPlan { Name = "greta", Size = 0.5 });
        var shown = (await RenderAsync(board, Words)).Frames.All[60];
        var place = AvatarPlace.Of(board, new FrameGeometry(W, H).Safe)!.Value;
        place.Inflate(0.07f * place.Width, 0.07f * place.Width);
        for (var i = 0; i < W * H; i++)
        {
            Assert.True(plain[i] == shown[i] || place.Contains(i % W, i / W), $"{i % W}, {i / W}");
        }

        Assert.True(Enumerable.Range(0, W * H).Count(i => plain[i] != shown[i]) > 3000);
    }

    [Fact]
    public async Task A_picture_of_the_users_pulses_with_the_voice()
    {
        var path = Path.Combine(_folder.Path, "me.png");
        await File.WriteAllBytesAsync(path, AvatarPictureTests.Disc(SKEncodedImageFormat.Png, SKColors.Teal), Token);
        var board = Board(new AvatarPlan { Picture = path, Size = 0.5 });
        var speaking = (await RenderAsync(board, Words)).Frames.All;
        var silent = (await RenderAsync(board, Narration.None)).Frames.All;
        Assert.True(Difference(speaking[50], silent[50]) > 400);
        Assert.True(Difference(speaking[20], silent[20]) < Difference(speaking[50], silent[50]) / 3);
    }

    [Fact]
    public async Task A_picture_that_cannot_be_used_is_an_error_that_names_it()
    {
        var error = await Assert.ThrowsAsync<Gpu.Runtime.ConfigurationError>(() => RenderAsync(Board(new AvatarPlan { Picture = "/no/such.png" }), Words));
        Assert.Contains("/no/such.png", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sounds_that_nobody_knows_are_told()
    {
        var (summary, _) = await RenderAsync(Board(new AvatarPlan { Name = "mara" }), Said.Line(1, 0.2, "a", "Ж", "a"));
        Assert.Contains("Ж", Assert.Single(summary.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_presenter_covers_neither_words_nor_logo_in_any_frame() => Gen.Select(
        Boards.Pages, Gen.OneOf((1920, 1080), (1080, 1920), (1080, 1080), (1080, 1350), (640, 480), (1260, 540)), Gen.Double[3, 40], Gen.Double[0.2, 0.4], Gen.Bool, Gen.OneOf([.. StoryStyle.All.Select(s => s.Name)])).Sample((page, frame, seconds, size, rightToLeft, style) =>
    {
        using var fonts = new FontLibrary(new SystemFonts([]));
        var content = page.Content with { RightToLeft = rightToLeft };
        var options = new StoryboardOptions(frame.Item1, frame.Item2, 30, seconds, 1) { Avatar = new AvatarPlan { Name = "yuki", Size = size }, Style = style };
        var board = new StoryboardPlanner().Plan(content, page.Suggestions, page.Sizes, options);
        var logo = board.Logo is null ? null : new Bitmap(200, 60, Enumerable.Repeat((byte)255, 200 * 60 * 4).ToArray());
        var safe = new FrameGeometry(board.Width, board.Height).Safe;
        var place = AvatarPlace.Of(board, safe)!.Value;
        safe.Inflate(0.5f, 0.5f);
        Assert.True(safe.Contains(place), $"{place} leaves {safe}");
        Assert.Equal(rightToLeft, place.MidX < safe.MidX);
        foreach (var overlay in OverlayLayout.Place(board, logo, fonts).Overlays.Where(o => place.IntersectsWith(o.Box)))
        {
            // Only the bands of some styles go across the frame, under the presenter; no letter of them does.
            Assert.True(overlay.Box.Left <= 0 && overlay.Box.Right >= board.Width, $"{style}: {overlay.Box} meets the presenter at {place}");
            var drawn = OverlayImage.Draw(overlay.Box, overlay.Draw);
            var (left, right) = ((int)place.Left - overlay.Box.Left, (int)place.Right - overlay.Box.Left);
            for (var y = Math.Max(0, (int)place.Top - overlay.Box.Top); y < Math.Min(overlay.Box.Height, (int)place.Bottom - overlay.Box.Top); y++)
            {
                // Of one opacity from side to side, but for dither.
                byte[] row = [.. Enumerable.Range(left, right - left).Select(x => drawn[(4 * ((y * overlay.Box.Width) + x)) + 3])];
                Assert.True(row.Max() - row.Min() <= 6, $"{style}: letters of {overlay.Box} meet the presenter at {place}");
            }
        }
    }, seed: "1ZXkhznpT_78", iter: 60, threads: 1);

    private static int Difference(byte[] a, byte[] b) => Enumerable.Range(0, W * H).Count(i => Math.Abs(a[i] - b[i]) > 12);
}
