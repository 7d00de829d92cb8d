using Gpu.Workflow.Sound;

namespace Gpu.Workflow.Avatars.Speaking;

/// <summary>What the mouth does while a line is said by a voice that does not tell its sounds: it opens as the voice gets louder, a shape for each syllable.</summary>
internal static class LoudnessShapes
{
    private const float Silent = 0.13f;
    private const float Soft = 0.3f;
    private const float Loud = 0.72f;

    /// <summary>Writes a line's shapes.</summary>
    /// <param name="line">The line.</param>
    /// <param name="loudness">Of each frame, 0 to 1.</param>
    /// <param name="shapes">Takes the shapes, one a frame.</param>
    /// <param name="framesPerSecond">Frames a second.</param>
    /// <param name="random">Which of two shapes a syllable has.</param>
    public static void Write(SpokenLine line, ReadOnlySpan<float> loudness, Span<Viseme> shapes, int framesPerSecond, ref SeededRandom random)
    {
        var (first, end) = SpokenFrames.Of(line.Start, line.Start + line.Duration, shapes.Length, framesPerSecond);
        var (round, rising) = (false, false);
        for (var i = first; i < end; i++)
        {
            var level = Smooth(loudness, i);
            var rises = level > (i > 0 ? Smooth(loudness, i - 1) : 0);

            // A syllable begins where the voice gets louder again.
            round = rises && !rising ? random.Next(3) == 0 : round;
            rising = rises;
            shapes[i] = level < Silent ? Viseme.Rest
                : level < Soft ? Viseme.Teeth
                : round ? Viseme.Round
                : level < Loud ? Viseme.Open : Viseme.Wide;
        }
    }

    private static float Smooth(ReadOnlySpan<float> loudness, int i) =>
        ((i > 0 ? loudness[i - 1] : loudness[i]) + (2 * loudness[i]) + (i + 1 < loudness.Length ? loudness[i + 1] : loudness[i])) / 4;
}
