using Gpu.Kernels.Judging;

namespace Gpu.Workflow.Pictures;

/// <summary>The shapes of frames that ads are made in.</summary>
internal static class PictureAspects
{
    /// <summary>Their names and shapes; the crops of a judged picture come in this order.</summary>
    public static IReadOnlyList<(string Name, CropAspect Aspect)> All { get; } =
        [("16:9", new(16, 9)), ("9:16", new(9, 16)), ("1:1", new(1, 1)), ("4:3", new(4, 3)), ("21:9", new(21, 9))];

    /// <summary>The name of the shape that is nearest to a frame's.</summary>
    public static string Nearest(int width, int height) =>
        All.MinBy(a => Math.Abs(Math.Log((double)width / height * a.Aspect.Height / a.Aspect.Width))).Name;
}
