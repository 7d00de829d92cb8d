using Gpu.Kernels.Imaging;
using Gpu.Kernels.Judging;
using Gpu.Kernels.Scoring;
using Gpu.Kernels.Video;

namespace Gpu.Runtime.Optimizers;

/// <summary>Warm-ups of the operations that a workflow uses first.</summary>
internal static class BuiltInWarmUps
{
    // Small, and past the sizes at which launches take a way of their own.
    private const int Side = 64;
    private const int Candidates = 256;
    private const int Features = 8;

    // Stays: its few kilobytes are with every device that was warmed up.
    private static readonly Lazy<FramePicture> Shown = new(static () => new FramePicture(Side, Side, new byte[I420.Length(Side, Side)]));

    public static IReadOnlyList<KernelWarmUp> All { get; } =
    [
        new("score.weighted", static () => new ScoreCandidates(new float[Candidates * Features], new float[Features], default, new float[Candidates], new int[Features])),
        new("picture.judge", static () => new JudgePictures([new RgbaPicture(Side, Side, Picture())])),
        new("picture.prepare", static () => new PreparePicture(Side, Side, Picture(), Side / 2, Side / 2, ResizeFilter.Lanczos, 0, new byte[I420.Length(Side / 2, Side / 2)])),
        new("picture.background", static () => new BackgroundFill(Side, Side, Picture(), Side, Side, 4, 1, 0, new byte[I420.Length(Side, Side)])),
        new("frame.compose", static () => new ComposeFrame(Side, Side, new FrameLayer(Shown.Value, new SampleBox(0, 0, Side, Side)), null, 0, [], new byte[I420.Length(Side, Side)])),
    ];

    private static byte[] Picture() => new byte[4 * Side * Side];
}
