namespace Gpu.Workflow.Storyboards;

/// <summary>What is heard when.</summary>
public sealed record SoundPlan
{
    /// <summary>Who speaks; null for nobody.</summary>
    public VoicePlan? Voice { get; init; }

    /// <summary>What is said, in the order of its start.</summary>
    public IReadOnlyList<SpeechCue> Speech { get; init; } = [];

    /// <summary>The music; null for none.</summary>
    public MusicPlan? Music { get; init; }

    /// <summary>Sound effects.</summary>
    public IReadOnlyList<EffectCue> Effects { get; init; } = [];
}

/// <summary>Who speaks.</summary>
/// <param name="Name"><c>espeak-ng</c>, with one of its variants <c>espeak-ng+f2</c>; <c>command</c> or <c>http</c> for the program or address that the host's options name.</param>
/// <param name="WordsPerMinute">How fast, 80 to 450; a line that has less time is said faster, by up to a third.</param>
public sealed record VoicePlan(string Name = "espeak-ng", int WordsPerMinute = 160);

/// <summary>A line that is said.</summary>
/// <param name="Text">The words.</param>
/// <param name="Start">Seconds from the ad's start; later where the line before it takes longer.</param>
public sealed record SpeechCue(string Text, double Start);

/// <summary>The music.</summary>
/// <param name="Mood">One of the moods that <c>gpu make --help</c> lists; ignored where there is a file.</param>
/// <param name="Seed">Which of the mood's pieces.</param>
/// <param name="Tempo">Beats a minute, about, 40 to 200; null for the mood's own.</param>
/// <param name="File">A sound file of the user's in place of made music; null for none.</param>
/// <param name="Gain">Decibels by which it is louder than usual, -60 to 12.</param>
public sealed record MusicPlan(string Mood = "warm", int Seed = 0, int? Tempo = null, string? File = null, double Gain = 0);

/// <summary>A sound effect.</summary>
/// <param name="Name"><c>whoosh</c>, <c>pop</c>, <c>chime</c>, <c>rise</c>, <c>impact</c> or <c>tick</c>.</param>
/// <param name="At">The moment that it marks, seconds from the ad's start.</param>
/// <param name="Gain">Decibels by which it is louder than usual, -60 to 12.</param>
public sealed record EffectCue(string Name, double At, double Gain = 0);
