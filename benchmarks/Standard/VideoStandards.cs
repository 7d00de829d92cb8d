using Gpu.Benchmarks.Contests;
using Gpu.Kernels.Video;
using Gpu.Kernels.Video.Finishing;
using Gpu.Kernels.Video.Transitions;

namespace Gpu.Benchmarks.Standard;

/// <summary>Video: a 1920x1080 frame of two pictures of 2208x1242 in a slow zoom, at 30 % of their transition, with a caption of 1200x160.</summary>
internal static class VideoStandards
{
    private const int PictureWidth = 2208;
    private const int PictureHeight = 1242;
    private const double Mix = 0.3;
    private const string Two = "1920x1080, two pictures, a caption";

    public static IEnumerable<StandardKernel> All { get; } =
    [
        StandardKernel.Pixels<FrameComposition>("video.frame", Two + ", crossfade", "pixel", Data.Width * Data.Height, Data.Width / 2, Data.Height / 2, a =>
        {
            var (atlas, placed) = Caption(a);
            return new(a.Output<byte>(I420.Length(Data.Width, Data.Height)), Data.Width, Data.Height, Layer(a), Layer(a), FrameArithmetic.Fraction(Mix), atlas, a.Input([placed]), 1);
        }),
        StandardKernel.Pixels<StyledFrame>("video.styled", Two + ", circle, colours, vignette, dither", "pixel", Data.Width * Data.Height, Data.Width / 2, Data.Height / 2, a =>
        {
            var (atlas, placed) = Caption(a);
            using var picture = new FramePicture(2, 2, new byte[6]);
            var layer = new FrameLayer(picture, new SampleBox(0, 0, 2, 2));
            var options = new FrameOptions { Contrast = 0.1, Saturation = 0.1, Vignette = 0.3, Dither = true };
            var style = new FrameStyle
            {
                Field = TransitionPlan.Of(Transition.CircleOpen, Mix, layer, layer, Data.Width, Data.Height).Field,
                Finish = FrameFinish.Of(options, Data.Width, Data.Height),
            };
            var overlays = new StyledOverlays(atlas, a.Input([placed]), a.Input([new OverlayMotion(0.25, 0)]), 1);
            return new(a.Output<byte>(I420.Length(Data.Width, Data.Height)), Data.Width, Data.Height, StyledLayer.Alone(Layer(a)), StyledLayer.Alone(Layer(a)), overlays, a.Input(BlueNoise.Tile.Host.ToArray()), style);
        }),
        StandardKernel.Items<RowBlur>("video.rowblur", "1920x1080, mean of 400", "pixel", Data.Width * Data.Height, 2 * Data.Height, a =>
            new(a.Noise(I420.Length(Data.Width, Data.Height)), a.Output<byte>(I420.Length(Data.Width, Data.Height)), Data.Width, Data.Height, 400)),
    ];

    private static SampledLayer Layer(StandardArguments a) => new(
        a.Noise(I420.Length(PictureWidth, PictureHeight)), PictureWidth, PictureHeight, new SampleBox(31.37, 17.83, Data.Width * 1.09, Data.Height * 1.09), Data.Width, Data.Height);

    private static (ILGPU.ArrayView<byte> Atlas, PlacedOverlay Placed) Caption(StandardArguments a)
    {
        var rgba = new byte[4 * 1200 * 160];
        a.Random.NextBytes(rgba);
        var cut = OverlayConversion.Convert(1200, 160, rgba);
        return (a.Input(cut.Bytes), new PlacedOverlay(0, 360 + cut.Left, 840 + cut.Top, cut.Width, cut.Height, FrameArithmetic.Fraction(0.9)));
    }
}
