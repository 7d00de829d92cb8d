using Gpu.Kernels.Imaging.Grading;
using Gpu.Kernels.Video;
using Gpu.Runtime.Scheduling;
using Gpu.Workflow.Storyboards;

namespace Gpu.Workflow.Rendering;

/// <summary>Colours prepared pictures, once each: a frame of the picture's own size is made of it with the grade's options.</summary>
internal static class PictureGrader
{
    private const int CubeSide = 17;
    private const double WarmthGain = 0.2;

    /// <summary>Colours planes.</summary>
    /// <param name="engine">Computes.</param>
    /// <param name="width">Pixels, even.</param>
    /// <param name="height">Pixels, even.</param>
    /// <param name="planes">I420.</param>
    /// <param name="grade">How; null for as they are.</param>
    /// <param name="lut">The grade's table; null for none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<byte[]> ApplyAsync(IComputeEngine engine, int width, int height, byte[] planes, PictureGrade? grade, ColourCube? lut, CancellationToken cancellationToken)
    {
        if (grade is null || grade.IsNone)
        {
            return planes;
        }

        using var warmth = grade.Warmth == 0 ? null : Warm(grade.Warmth);
        var options = new FrameOptions { Brightness = grade.Brightness, Contrast = grade.Contrast, Saturation = grade.Saturation, Cube = warmth };
        planes = await ComposeAsync(engine, width, height, planes, options, cancellationToken).ConfigureAwait(false);
        return lut is null ? planes : await ComposeAsync(engine, width, height, planes, new FrameOptions { Cube = lut }, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<byte[]> ComposeAsync(IComputeEngine engine, int width, int height, byte[] planes, FrameOptions options, CancellationToken cancellationToken)
    {
        var target = GC.AllocateUninitializedArray<byte>(planes.Length, pinned: true);
        using var picture = new FramePicture(width, height, planes);
        var layer = new FrameLayer(picture, new SampleBox(0, 0, width, height));
        await engine.RunAsync(new ComposeFrame(width, height, layer, null, 0, [], target, options), null, cancellationToken).ConfigureAwait(false);
        return target;
    }

    // Luma is kept, so that warm pictures are not darker ones.
    private static ColourCube Warm(double warmth)
    {
        var colours = new float[3 * CubeSide * CubeSide * CubeSide];
        for (var i = 0; i < colours.Length; i += 3)
        {
            var at = i / 3;
            double r = at % CubeSide, g = at / CubeSide % CubeSide, b = at / (CubeSide * CubeSide);
            var luma = (0.2126 * r) + (0.7152 * g) + (0.0722 * b);
            var (red, blue) = (r * (1 + (WarmthGain * warmth)), b * (1 - (WarmthGain * warmth)));
            var shift = luma - ((0.2126 * red) + (0.7152 * g) + (0.0722 * blue));
            (colours[i], colours[i + 1], colours[i + 2]) = (Level(red + shift), Level(g + shift), Level(blue + shift));
        }

        return new ColourCube(CubeSide, colours);
    }

    private static float Level(double value) => (float)Math.Clamp(value / (CubeSide - 1), 0, 1);
}
