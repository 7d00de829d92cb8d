using Gpu.Workflow.Avatars;

namespace Gpu.Workflow.Storyboards;

/// <summary>Who presents the ad: one of <see cref="AvatarCatalogue"/>, or a picture of the user's.</summary>
public sealed record AvatarPlan
{
    /// <summary>The name of a presenter that is shipped; null where there is a picture.</summary>
    public string? Name { get; init; }

    /// <summary>The path of a PNG, JPEG or WebP on this machine, shown in a round badge; null where there is a name.</summary>
    public string? Picture { get; init; }

    /// <summary>Where it stands.</summary>
    public AvatarCorner Corner { get; init; }

    /// <summary>The badge's diameter as a part of the frame's shorter side, 0.12 to 0.5.</summary>
    /// <value>0.3</value>
    public double Size { get; init; } = 0.3;

    /// <summary>Decides what is left to chance: when it blinks, how it sways.</summary>
    public int Seed { get; init; }
}

/// <summary>A corner of the frame, within what no player covers.</summary>
public enum AvatarCorner
{
    /// <summary>At the lower right.</summary>
    BottomRight,

    /// <summary>At the lower left.</summary>
    BottomLeft,
}
