using Gpu.Workflow.Sound;

namespace Gpu.Workflow.Avatars.Moving;

/// <summary>The moments of a speech that a head marks: its loudest syllables, not too near to each other.</summary>
internal static class Accents
{
    private const double Apart = 0.85;
    private const double ApartAtMost = 0.9;
    private const float Strong = 0.72f;

    /// <summary>The frames, in order.</summary>
    /// <param name="loudness">Of each frame, 0 to 1.</param>
    /// <param name="framesPerSecond">Frames a second.</param>
    /// <param name="random">How far apart: an even beat is a machine's.</param>
    public static List<int> Of(ReadOnlySpan<float> loudness, int framesPerSecond, SeededRandom random)
    {
        var (accents, free) = (new List<int>(), 0);
        var reach = Math.Max(1, framesPerSecond / 10);
        for (var i = 0; i < loudness.Length; i++)
        {
            if (i >= free && loudness[i] >= Strong && IsPeak(loudness, i, reach))
            {
                accents.Add(i);
                free = i + (int)((Apart + (ApartAtMost * random.NextDouble())) * framesPerSecond);
            }
        }

        return accents;
    }

    private static bool IsPeak(ReadOnlySpan<float> loudness, int i, int reach)
    {
        for (var k = Math.Max(0, i - reach); k < Math.Min(loudness.Length, i + reach + 1); k++)
        {
            if (loudness[k] > loudness[i])
            {
                return false;
            }
        }

        return true;
    }
}
