namespace Gpu.Workflow.Sound.Voices;

/// <summary>A text as a voice said it.</summary>
/// <param name="Sound">One channel.</param>
/// <param name="Words">When each word begins, in order; empty where the voice does not tell.</param>
/// <param name="Phonemes">When each sound of the mouth begins, in order; empty where the voice does not tell.</param>
internal sealed record Speech(VoiceSound Sound, IReadOnlyList<SpokenWord> Words, IReadOnlyList<SpokenPhoneme> Phonemes);

/// <summary>A word of a text.</summary>
/// <param name="Position">Its first UTF-16 character in the text.</param>
/// <param name="Length">Its characters.</param>
/// <param name="Start">Seconds from the text's start.</param>
public readonly record struct SpokenWord(int Position, int Length, double Start);

/// <summary>A sound of the mouth.</summary>
/// <param name="Symbol">IPA; empty for silence.</param>
/// <param name="Start">Seconds from the text's start.</param>
public readonly record struct SpokenPhoneme(string Symbol, double Start);
