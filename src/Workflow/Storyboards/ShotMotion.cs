namespace Gpu.Workflow.Storyboards;

/// <summary>How a picture is turned, clockwise about the middle of its box.</summary>
/// <param name="From">Degrees at the shot's start, -360 to 360.</param>
/// <param name="To">Degrees at its end.</param>
public sealed record ShotRotation(double From = 0, double To = 0);

/// <summary>A place of the frame.</summary>
/// <param name="X">From the left edge, as a part of the width, 0 to 1.</param>
/// <param name="Y">From the top edge, as a part of the height, 0 to 1.</param>
public sealed record FramePlace(double X, double Y);
