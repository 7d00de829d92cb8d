namespace Gpu.Workflow.Sound.Music;

/// <summary>Frequencies of equal temperament.</summary>
internal static class Pitch
{
    private const double Semitone = 1.0594630943592953;

    /// <summary>Hz of a MIDI number: 440 x 2^((n - 69)/12).</summary>
    public static double Frequency(int number)
    {
        var frequency = 440.0;
        for (var n = 69; n < number; n++)
        {
            frequency *= Semitone;
        }

        for (var n = 69; n > number; n--)
        {
            frequency /= Semitone;
        }

        return frequency;
    }
}
