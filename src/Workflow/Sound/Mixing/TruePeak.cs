using System.Numerics;

namespace Gpu.Workflow.Sound.Mixing;

/// <summary>Peaks between the samples, by fourfold oversampling (ITU-R BS.1770-4, annex 2).</summary>
internal static class TruePeak
{
    private const int Phases = 4;
    private const int Taps = 32;
    private static readonly float[][] Table = MakeTable();

    /// <summary>The largest absolute value of either channel, as a factor of full scale.</summary>
    public static double Measure(SoundBuffer sound)
    {
        var peaks = Envelope(sound);
        return peaks.Length == 0 ? 0 : peaks.Max();
    }

    /// <summary>For each sample the largest absolute value of either channel from it to before the next one.</summary>
    public static float[] Envelope(SoundBuffer sound)
    {
        var peaks = new float[sound.Length];
        Raise(peaks, sound.Left);
        Raise(peaks, sound.Right);
        return peaks;
    }

    private static void Raise(float[] peaks, float[] channel)
    {
        var padded = new float[channel.Length + Taps];
        channel.CopyTo(padded, (Taps / 2) - 1);
        for (var i = 0; i < peaks.Length; i++)
        {
            var peak = Math.Max(peaks[i], Math.Abs(channel[i]));
            var around = new ReadOnlySpan<float>(padded, i, Taps);
            for (var phase = 1; phase < Phases; phase++)
            {
                var taps = Table[phase];
                var sum = Vector<float>.Zero;
                var k = 0;
                for (; k <= Taps - Vector<float>.Count; k += Vector<float>.Count)
                {
                    sum += new Vector<float>(around[k..]) * new Vector<float>(taps, k);
                }

                peak = Math.Max(peak, Math.Abs(Vector.Sum(sum)));
            }

            peaks[i] = peak;
        }
    }

    private static float[][] MakeTable()
    {
        var table = new float[Phases][];
        for (var phase = 0; phase < Phases; phase++)
        {
            table[phase] = new float[Taps];
            for (var k = 0; k < Taps; k++)
            {
                var x = k - ((Taps / 2) - 1) - ((double)phase / Phases);
                var window = 0.5 + (0.5 * Sine.Of((x / Taps) + 0.25));
                table[phase][k] = (float)(Math.Abs(x) < 1e-9 ? 1 : Sine.Of(x / 2) / (Math.PI * x) * window);
            }
        }

        return table;
    }
}
