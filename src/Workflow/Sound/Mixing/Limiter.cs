namespace Gpu.Workflow.Sound.Mixing;

/// <summary>Keeps peaks, also those between samples, under a ceiling, by turning down around them and never clipping.</summary>
internal static class Limiter
{
    // Half of the time over which it turns down: 5 ms are short enough not to be heard as a dip, long enough not to distort.
    private const int Reach = SoundBuffer.Rate / 200;

    /// <summary>Limits in place.</summary>
    /// <param name="sound">What to limit.</param>
    /// <param name="ceiling">The largest true peak to be left, a factor of full scale.</param>
    public static void Apply(SoundBuffer sound, double ceiling)
    {
        var peaks = TruePeak.Envelope(sound);
        if (peaks.Length == 0 || peaks.Max() <= ceiling)
        {
            return;
        }

        var gains = new double[peaks.Length];
        for (var i = 0; i < gains.Length; i++)
        {
            gains[i] = peaks[i] <= ceiling ? 1 : ceiling / peaks[i];
        }

        // The least within reach, and then its mean within reach: at a peak every value of the mean is low enough for it.
        Smooth(sound, Least(gains));
    }

    private static double[] Least(double[] gains)
    {
        var least = new double[gains.Length];
        var candidates = new int[gains.Length];
        var (head, tail) = (0, 0);
        for (var i = 0; i < gains.Length + Reach; i++)
        {
            if (i < gains.Length)
            {
                while (tail > head && gains[candidates[tail - 1]] >= gains[i])
                {
                    tail--;
                }

                candidates[tail++] = i;
            }

            var at = i - Reach;
            if (at >= 0)
            {
                while (candidates[head] < at - Reach)
                {
                    head++;
                }

                least[at] = gains[candidates[head]];
            }
        }

        return least;
    }

    private static void Smooth(SoundBuffer sound, double[] gains)
    {
        var sum = 0.0;
        double At(int i) => gains[Math.Clamp(i, 0, gains.Length - 1)];
        for (var i = -Reach; i < Reach; i++)
        {
            sum += At(i);
        }

        for (var i = 0; i < gains.Length; i++)
        {
            sum += At(i + Reach);
            var gain = (float)Math.Min(1, sum / ((2 * Reach) + 1));
            sound.Left[i] *= gain;
            sound.Right[i] *= gain;
            sum -= At(i - Reach);
        }
    }
}
