namespace Gpu.Workflow.Avatars.Speaking;

/// <summary>A shape that the mouth takes at a time, until the next.</summary>
/// <param name="Start">Seconds from the ad's start.</param>
/// <param name="Shape">The shape.</param>
internal readonly record struct MouthEvent(double Start, Viseme Shape);
