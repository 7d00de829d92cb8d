namespace Gpu.Workflow.Storyboards;

/// <summary>A picture or words of their own over the shots, with their own motion.</summary>
public sealed record StoryboardOverlay
{
    /// <summary>The picture's address, or its path relative to the page or storyboard; null where there are words.</summary>
    public string? Picture { get; init; }

    /// <summary>The words; null where there is a picture.</summary>
    public string? Text { get; init; }

    /// <summary>Seconds from the ad's start.</summary>
    public required double Start { get; init; }

    /// <summary>Seconds that it is seen, coming and going included.</summary>
    public required double Duration { get; init; }

    /// <summary>Where its middle is at its start, and how opaque it is.</summary>
    public OverlayPoint From { get; init; } = new();

    /// <summary>Where its middle is at its end; null for where it was. Between them it moves by <see cref="Ease"/>.</summary>
    public OverlayPoint? To { get; init; }

    /// <summary>How it moves from <see cref="From"/> to <see cref="To"/>.</summary>
    public MotionEase Ease { get; init; } = MotionEase.Linear;

    /// <summary>How it comes and goes.</summary>
    public MotionPlan Motion { get; init; } = new(MotionKind.Fade);

    /// <summary>The width of the picture, or the most of the words, as a part of the frame's width, over 0 to 1.</summary>
    public double Width { get; init; } = 0.3;

    /// <summary>The size of type as a part of the frame's shorter side, 0.01 to 0.5.</summary>
    public double Size { get; init; } = 0.06;

    /// <summary>The font: one of the names that styles use; null for the style's.</summary>
    public string? Font { get; init; }

    /// <summary>The words' colour, <c>#rrggbb</c>; null for the style's.</summary>
    public string? Colour { get; init; }

    /// <summary>The colour of a panel behind the words, <c>#rrggbb</c>; null for none.</summary>
    public string? Background { get; init; }
}

/// <summary>A place in the frame.</summary>
/// <param name="X">From the left edge, as a part of the width; beyond -1 and 2 nothing is seen.</param>
/// <param name="Y">From the top edge, as a part of the height.</param>
/// <param name="Opacity">0 to 1.</param>
public sealed record OverlayPoint(double X = 0.5, double Y = 0.5, double Opacity = 1);
