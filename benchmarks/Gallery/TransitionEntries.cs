using System.Globalization;
using Gpu.Kernels.Video;

namespace Gpu.Benchmarks.Gallery;

/// <summary>Each transition at three moments.</summary>
internal static class TransitionEntries
{
    public static IEnumerable<GalleryEntry> All { get; } = Enum.GetValues<Transition>().Select(t => new GalleryEntry(
        "Transitions",
        $"transition-{t.ToString().ToLowerInvariant()}",
        $"Transition.{t}",
        $"at {string.Join(", ", Moments(t).Select(m => m.ToString("P0", CultureInfo.InvariantCulture)))}",
        studio => Moments(t).Select(m => Moment(studio, t, m)))).ToArray();

    // When something is to be seen of it.
    private static double[] Moments(Transition transition) => transition switch
    {
        Transition.FadeBlack or Transition.FadeWhite => [0.1, 0.2, 0.6],
        Transition.CircleOpen or Transition.CircleClose => [0.4, 0.5, 0.6],
        Transition.ZoomIn => [0.2, 0.4, 0.8],
        _ => [0.2, 0.5, 0.8],
    };

    private static GalleryPicture Moment(GalleryStudio studio, Transition transition, double mix)
    {
        using FramePicture first = studio.Prepare(studio.First, GalleryStudio.Width, GalleryStudio.Height), second = studio.Prepare(studio.Second, GalleryStudio.Width, GalleryStudio.Height);
        var whole = new SampleBox(0, 0, GalleryStudio.Width, GalleryStudio.Height);
        return studio.Frame(new FrameLayer(first, whole), new FrameLayer(second, whole), mix, new FrameOptions { Transition = transition });
    }
}
