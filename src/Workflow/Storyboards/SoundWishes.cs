namespace Gpu.Workflow.Storyboards;

/// <summary>What a planned ad is to sound like.</summary>
public sealed record SoundWishes
{
    /// <summary>The music that goes with the page.</summary>
    public const string Fitting = "auto";

    /// <summary>Who speaks, as <see cref="VoicePlan.Name"/>; null for nobody.</summary>
    /// <value><c>espeak-ng</c></value>
    public string? Voice { get; init; } = "espeak-ng";

    /// <summary>How fast, 80 to 450 words a minute.</summary>
    /// <value>160</value>
    public int WordsPerMinute { get; init; } = 160;

    /// <summary>A mood, or <see cref="Fitting"/>; null for no music.</summary>
    /// <value><see cref="Fitting"/></value>
    public string? Music { get; init; } = Fitting;

    /// <summary>A sound file of the user's in place of made music; null for none.</summary>
    public string? MusicFile { get; init; }

    /// <summary>Whether there are sound effects.</summary>
    /// <value><see langword="true"/></value>
    public bool Effects { get; init; } = true;
}
