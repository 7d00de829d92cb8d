namespace Gpu.Workflow.Sound;

/// <summary>How loud a sound is.</summary>
/// <param name="Loudness">Integrated, LUFS; negative infinity for silence.</param>
/// <param name="TruePeak">dBTP.</param>
public readonly record struct SoundLevels(double Loudness, double TruePeak);
