namespace Gpu.Workflow.Sound;

/// <summary>What is said in an ad.</summary>
/// <param name="Lines">The lines, in order.</param>
/// <param name="Sounds">The sound of each line, as the voice gave it: one channel.</param>
/// <param name="Warnings">What could not be said, and why.</param>
public sealed record Narration(IReadOnlyList<SpokenLine> Lines, IReadOnlyList<VoiceSound> Sounds, IReadOnlyList<string> Warnings)
{
    /// <summary>Nothing.</summary>
    public static Narration None { get; } = new([], [], []);
}

/// <summary>One channel of sound.</summary>
/// <param name="Samples">1 is full scale.</param>
/// <param name="Rate">Samples a second.</param>
public sealed record VoiceSound(ReadOnlyMemory<float> Samples, int Rate)
{
    /// <summary>Its length.</summary>
    public double Seconds => (double)Samples.Length / Rate;
}
