namespace Gpu.Workflow.Storyboards;

/// <summary>How words come and go.</summary>
/// <param name="Kind">Where they come from.</param>
/// <param name="In">Seconds in which they come, 0 to 5.</param>
/// <param name="Out">Seconds in which they go, 0 to 5.</param>
/// <param name="Ease">How they slow down.</param>
/// <param name="Distance">How far they come, as a part of the frame's shorter side, 0 to 1.</param>
/// <param name="Stagger">Seconds by which each line comes after the one before it, 0 to 2; 0 for all at once.</param>
public sealed record MotionPlan(MotionKind Kind = MotionKind.Rise, double In = 0.4, double Out = 0.25, MotionEase Ease = MotionEase.Cubic, double Distance = 0.035, double Stagger = 0)
{
    /// <summary>As it runs: what is there at once takes no time to come or go.</summary>
    internal MotionPlan Running => Kind == MotionKind.None ? this with { In = 0, Out = 0 } : this;
}

/// <summary>Where words come from.</summary>
public enum MotionKind
{
    /// <summary>From below.</summary>
    Rise,

    /// <summary>From above.</summary>
    Fall,

    /// <summary>From where lines begin.</summary>
    Slide,

    /// <summary>From where lines end.</summary>
    Return,

    /// <summary>They appear at their place.</summary>
    Fade,

    /// <summary>They are there at once.</summary>
    None,
}

/// <summary>How a motion runs, x from 0 to 1.</summary>
public enum MotionEase
{
    /// <summary>Fast, then settling: 1 - (1 - x)³.</summary>
    Cubic,

    /// <summary>Slow at both ends: (1 - cos πx)/2.</summary>
    Sine,

    /// <summary>A little beyond its end and back: 1 + 2.70158 (x - 1)³ + 1.70158 (x - 1)².</summary>
    Back,

    /// <summary>Evenly: x.</summary>
    Linear,
}
