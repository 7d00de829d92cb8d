using Gpu.Workflow.Avatars.Speaking;

namespace Gpu.Workflow.Avatars.Moving;

/// <summary>A presenter in a frame. Lengths are parts of the badge's diameter.</summary>
/// <param name="Mouth">The mouth.</param>
/// <param name="Eyes">The eyes.</param>
/// <param name="X">How far the head is to the right of its place.</param>
/// <param name="Y">How far below.</param>
/// <param name="Brows">How far the brows are raised.</param>
/// <param name="Voice">How loud the voice is, smoothed, 0 to 1.</param>
internal readonly record struct Pose(Viseme Mouth, Eyes Eyes, float X, float Y, float Brows, float Voice);
