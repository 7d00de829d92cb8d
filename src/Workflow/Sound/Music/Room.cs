namespace Gpu.Workflow.Sound.Music;

/// <summary>The answer of a room: Schroeder's combs and all-passes with the lengths of Freeverb, brought to our rate.</summary>
internal static class Room
{
    private static readonly int[] Combs = [1116, 1188, 1277, 1356, 1422, 1491, 1557, 1617];
    private static readonly int[] AllPasses = [556, 441, 341, 225];
    private const int Spread = 23;
    private const float Feedback = 0.82f;
    private const float Damping = 0.35f;
    private const float Gain = 0.09f;

    /// <summary>Adds the answer to what the room hears.</summary>
    /// <param name="sound">Where to.</param>
    /// <param name="heard">What the room hears.</param>
    public static void Add(SoundBuffer sound, SoundBuffer heard)
    {
        Channel(sound.Left, heard.Left, 0);
        Channel(sound.Right, heard.Right, Spread);
    }

    private static void Channel(float[] sound, float[] heard, int spread)
    {
        var answer = new float[sound.Length];
        foreach (var comb in Combs)
        {
            Comb(answer, heard, Ours(comb + spread));
        }

        foreach (var pass in AllPasses)
        {
            AllPass(answer, Ours(pass + spread));
        }

        for (var i = 0; i < sound.Length; i++)
        {
            sound[i] += answer[i];
        }
    }

    private static void Comb(float[] answer, float[] heard, int length)
    {
        var line = new float[length];
        var (at, damped) = (0, 0f);
        for (var i = 0; i < heard.Length; i++)
        {
            var y = line[at];
            damped = (y * (1 - Damping)) + (damped * Damping);
            line[at] = heard[i] + (damped * Feedback);
            answer[i] += y * Gain;
            at = at + 1 == length ? 0 : at + 1;
        }
    }

    private static void AllPass(float[] answer, int length)
    {
        var line = new float[length];
        var at = 0;
        for (var i = 0; i < answer.Length; i++)
        {
            var y = line[at];
            line[at] = answer[i] + (y * 0.5f);
            answer[i] = y - (answer[i] * 0.5f);
            at = at + 1 == length ? 0 : at + 1;
        }
    }

    // The lengths were chosen at 44,100.
    private static int Ours(int length) => length * 160 / 147;
}
