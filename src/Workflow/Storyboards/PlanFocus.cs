using Gpu.Workflow.Pictures;
using Gpu.Workflow.Suggestions;

namespace Gpu.Workflow.Storyboards;

/// <summary>What of a picture matters, as fractions of its width and height.</summary>
/// <param name="FrameX">The middle of the best crop of the frame's shape.</param>
/// <param name="FrameY">Likewise.</param>
/// <param name="PointX">The subject itself, as far as crops tell.</param>
/// <param name="PointY">Likewise.</param>
internal readonly record struct PlanFocus(double FrameX, double FrameY, double PointX, double PointY)
{
    /// <summary>From a picture's crops: the narrowest says best where the subject is across, the flattest where it is along.</summary>
    public static PlanFocus? Of(IReadOnlyList<Suggestion> suggestions, string image, StoryboardOptions options)
    {
        var crops = suggestions.Where(s => s is { Selected: true, Crop: not null } && s.For == image).Select(s => s.Crop!).ToArray();
        if (Array.Find(crops, c => c.Aspect == PictureAspects.Nearest(options.Width, options.Height)) is not { } frame)
        {
            return null;
        }

        var (narrow, flat) = (crops.MinBy(c => c.Width)!, crops.MinBy(c => c.Height)!);
        return new PlanFocus(frame.X + (frame.Width / 2), frame.Y + (frame.Height / 2), narrow.X + (narrow.Width / 2), flat.Y + (flat.Height / 2));
    }
}
