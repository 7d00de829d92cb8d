namespace Gpu.Workflow.Avatars;

/// <summary>A presenter that this project ships.</summary>
/// <param name="Name">What <c>--avatar</c> and storyboards call it.</param>
/// <param name="Description">What it looks like.</param>
/// <param name="Voice">The voice that goes with it, as <see cref="Storyboards.VoicePlan.Name"/>.</param>
public sealed record AvatarInfo(string Name, string Description, string Voice);
