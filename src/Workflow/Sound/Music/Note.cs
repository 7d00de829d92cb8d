namespace Gpu.Workflow.Sound.Music;

/// <summary>A note.</summary>
/// <param name="Instrument">What plays it.</param>
/// <param name="Beat">When, in beats from the start.</param>
/// <param name="Beats">How long it is held.</param>
/// <param name="Pitch">MIDI number; 69 is 440 Hz. Drums have none.</param>
/// <param name="Strength">0 to 1.</param>
/// <param name="Pan">-1 (left) to 1.</param>
internal readonly record struct Note(Instrument Instrument, double Beat, double Beats, int Pitch, double Strength, double Pan = 0);

/// <summary>What plays a note.</summary>
internal enum Instrument
{
    Pad,
    Strings,
    Keys,
    Mallet,
    Pluck,
    Bell,
    Bass,
    Kick,
    Clap,
    Hat,
    Shaker,
}
