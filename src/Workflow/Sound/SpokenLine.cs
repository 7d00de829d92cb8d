using Gpu.Workflow.Sound.Voices;

namespace Gpu.Workflow.Sound;

/// <summary>A line as it is heard.</summary>
/// <param name="Text">The words.</param>
/// <param name="Start">Seconds from the ad's start.</param>
/// <param name="Duration">Seconds.</param>
/// <param name="Words">When each word begins, seconds from the line's start; empty where the voice does not tell.</param>
/// <param name="Phonemes">When each sound of the mouth begins, seconds from the line's start; empty where the voice does not tell.</param>
public sealed record SpokenLine(string Text, double Start, double Duration, IReadOnlyList<SpokenWord> Words, IReadOnlyList<SpokenPhoneme> Phonemes);
