namespace Gpu.Workflow.Sound.Music;

/// <summary>How music feels, as its maker needs to know it.</summary>
internal sealed record Mood
{
    /// <summary>Its name in storyboards and options.</summary>
    public required string Name { get; init; }

    /// <summary>Beats a minute.</summary>
    public required int Tempo { get; init; }

    /// <summary>The key's tonic, a MIDI number.</summary>
    public required int Tonic { get; init; }

    /// <summary>The scale, semitones above the tonic.</summary>
    public required int[] Scale { get; init; }

    /// <summary>Chords, a bar each: degrees of the scale from 0.</summary>
    public required int[][] Progressions { get; init; }

    /// <summary>What holds the chords.</summary>
    public required Instrument Ground { get; init; }

    /// <summary>What breaks the chords; null for nothing.</summary>
    public Instrument? Figure { get; init; }

    /// <summary>What sings; null for nothing.</summary>
    public Instrument? Lead { get; init; }

    /// <summary>How many notes of the figure a beat.</summary>
    public int FigureRate { get; init; } = 2;

    /// <summary>Beats of the bass within a bar.</summary>
    public double[] BassBeats { get; init; } = [0];

    /// <summary>Beats of the kick, the clap, the hat and the shaker within a bar.</summary>
    public double[] Kick { get; init; } = [];

    /// <inheritdoc cref="Kick"/>
    public double[] Clap { get; init; } = [];

    /// <inheritdoc cref="Kick"/>
    public double[] Hat { get; init; } = [];

    /// <inheritdoc cref="Kick"/>
    public double[] Shaker { get; init; } = [];

    /// <summary>By how much every second eighth comes late, beats.</summary>
    public double Swing { get; init; }

    /// <summary>How much of the room is heard, 0 to 1.</summary>
    public double Room { get; init; } = 0.25;
}
