namespace Gpu.Workflow.Sound;

/// <summary>An ad's sound, mixed and mastered.</summary>
/// <param name="Left">Samples of the left channel, 1 is full scale.</param>
/// <param name="Right">Samples of the right channel, as many.</param>
/// <param name="Levels">How loud it is.</param>
/// <param name="Lines">What is said when.</param>
/// <param name="Warnings">What could not be done, and why.</param>
public sealed record SoundTrack(
    ReadOnlyMemory<float> Left,
    ReadOnlyMemory<float> Right,
    SoundLevels Levels,
    IReadOnlyList<SpokenLine> Lines,
    IReadOnlyList<string> Warnings)
{
    /// <summary>Samples a second and channel.</summary>
    public const int Rate = SoundBuffer.Rate;

    /// <summary>Writes it as a WAVE file of 32-bit floats.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task WriteWaveAsync(Stream stream, CancellationToken cancellationToken = default) => WaveFile.WriteAsync(stream, Left, Right, cancellationToken);
}
