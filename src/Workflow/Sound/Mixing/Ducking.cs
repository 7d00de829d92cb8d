namespace Gpu.Workflow.Sound.Mixing;

/// <summary>Turns music down while somebody speaks.</summary>
internal static class Ducking
{
    private const double Attack = 0.15;
    private const double Release = 0.45;

    // Pauses shorter than this do not bring the music up and down again.
    private const double Bridge = 0.7;

    /// <summary>Turns down in place.</summary>
    /// <param name="music">The music.</param>
    /// <param name="speech">When somebody speaks, seconds, in order.</param>
    /// <param name="decibels">By how much; negative.</param>
    public static void Apply(SoundBuffer music, IReadOnlyList<(double Start, double End)> speech, double decibels)
    {
        var low = Decibels.ToFactor(decibels);
        foreach (var (start, end) in Joined(speech))
        {
            var (from, full) = (SoundBuffer.At(Math.Max(0, start - Attack)), SoundBuffer.At(start));
            var (up, done) = (SoundBuffer.At(end), SoundBuffer.At(end + Release));
            for (var i = from; i < Math.Min(done, music.Length); i++)
            {
                var depth = i < full ? (double)(i - from) / (full - from) : i < up ? 1 : (double)(done - i) / (done - up);
                // A ramp with corners is heard.
                var gain = (float)(1 - ((1 - low) * Sine.Ease(depth)));
                music.Left[i] *= gain;
                music.Right[i] *= gain;
            }
        }
    }

    private static IEnumerable<(double Start, double End)> Joined(IReadOnlyList<(double Start, double End)> speech)
    {
        for (var i = 0; i < speech.Count;)
        {
            var (start, end) = speech[i++];
            while (i < speech.Count && speech[i].Start - end < Bridge + Attack + Release)
            {
                end = Math.Max(end, speech[i++].End);
            }

            yield return (start, end);
        }
    }
}
