using Gpu.Kernels.Tests.Imaging;
using Gpu.Kernels.Video;
using ILGPU.Runtime;

namespace Gpu.Kernels.Tests.Video;

/// <summary>Composes frames and makes pictures for it.</summary>
internal static class Frames
{
    public static FrameLayer Whole(FramePicture picture) => new(picture, new SampleBox(0, 0, picture.Width, picture.Height));

    public static FramePicture Random(int width, int height)
    {
        var bytes = new byte[I420.Length(width, height)];
        new Random(width + height).NextBytes(bytes);
        return new FramePicture(width, height, bytes);
    }

    public static byte[] Compose(this Accelerator accelerator, int width, int height, FrameLayer from, FrameLayer? to = null, double mix = 0, params FrameOverlay[] overlays)
    {
        var target = new byte[I420.Length(width, height)];
        WorkRun.Execute(accelerator, new ComposeFrame(width, height, from, to, mix, overlays, target));
        return target;
    }

    public static byte[] Styled(this Accelerator accelerator, int width, int height, FrameLayer from, FrameLayer? to, double mix, FrameOptions options, params FrameOverlay[] overlays)
    {
        var target = new byte[I420.Length(width, height)];
        WorkRun.Execute(accelerator, new ComposeFrame(width, height, from, to, mix, overlays, target, options));
        return target;
    }
}
