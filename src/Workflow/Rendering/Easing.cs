using Gpu.Workflow.Storyboards;

namespace Gpu.Workflow.Rendering;

/// <summary>How motions run.</summary>
internal static class Easing
{
    // Robert Penner's overshoot of a tenth.
    private const double Overshoot = 1.70158;

    /// <summary>How far a motion is; see <see cref="MotionEase"/> for the formulas.</summary>
    /// <param name="ease">The kind.</param>
    /// <param name="x">The part of its time, 0 to 1.</param>
    public static double At(MotionEase ease, double x)
    {
        var rest = x - 1;
        return ease switch
        {
            MotionEase.Linear => x,
            MotionEase.Sine => (1 - Math.Cos(Math.PI * x)) / 2,
            MotionEase.Back => 1 + ((Overshoot + 1) * rest * rest * rest) + (Overshoot * rest * rest),
            _ => 1 + (rest * rest * rest),
        };
    }
}
