using Gpu.Workflow.Storyboards;

namespace Gpu.Workflow.Rendering;

/// <summary>Which shots a frame shows.</summary>
internal sealed class FrameScript(Storyboard storyboard)
{
    // Times are written with a few digits, frames fall on fractions: what is that near is the same.
    private const double Moment = 1e-6;

    /// <summary>How many frames.</summary>
    public int Frames { get; } = FrameClock.Frames(storyboard);

    /// <summary>The time of a frame in seconds.</summary>
    public double Time(int frame) => FrameClock.Time(storyboard, frame);

    /// <summary>The shot that is there or coming.</summary>
    public int ShotAt(int frame)
    {
        var time = Time(frame) + Moment;
        var (low, high) = (0, storyboard.Shots.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = storyboard.Shots[middle].Start <= time ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    /// <summary>How far the shot has replaced the one before it: 1 where it is there alone.</summary>
    public double MixAt(int shot, int frame) => storyboard.Shots[shot].Transition is { } transition
        ? Math.Clamp((Time(frame) - storyboard.Shots[shot].Start) / transition.Duration, 0, 1)
        : 1;

    /// <summary>How far a shot's move is, 0 to 1.</summary>
    public double PartAt(int shot, int frame) => Math.Clamp((Time(frame) - storyboard.Shots[shot].Start) / storyboard.Shots[shot].Duration, 0, 1);

    /// <summary>The first frame that shows a shot.</summary>
    public int First(int shot) => FrameAt(storyboard.Shots[shot].Start);

    /// <summary>The frame after the last that shows a shot: where the next one has replaced it.</summary>
    public int End(int shot) => shot + 1 == storyboard.Shots.Count ? Frames
        : FrameAt(storyboard.Shots[shot + 1].Start + (storyboard.Shots[shot + 1].Transition?.Duration ?? 0)) + 1;

    /// <summary>The first frame at a time or after it.</summary>
    public int FrameAt(double time) => Math.Clamp((int)Math.Ceiling((time - Moment) * storyboard.FramesPerSecond), 0, Frames);
}
