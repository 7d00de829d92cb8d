namespace Gpu.Workflow.Sound;

/// <summary>Brings sound to another rate: a sinc under a Hann window, cut off below the lower of the two rates.</summary>
internal static class Resampler
{
    private const int Lobes = 16;
    private const int LargestTable = 4096;

    /// <summary>The same sound at <see cref="SoundBuffer.Rate"/>.</summary>
    public static ReadOnlyMemory<float> ToOurs(VoiceSound sound)
    {
        if (sound.Rate == SoundBuffer.Rate)
        {
            return sound.Samples;
        }

        var divisor = Gcd(sound.Rate, SoundBuffer.Rate);
        var (up, down) = (SoundBuffer.Rate / divisor, sound.Rate / divisor);
        var cut = Math.Min(1.0, (double)up / down);
        var reach = (int)Math.Ceiling(Lobes / cut);
        // A rate without a small ratio to ours has more phases than are worth a table.
        var phases = Math.Min(up, LargestTable);
        var table = Table(phases, reach, cut);
        var result = new float[(int)((long)sound.Samples.Length * up / down)];
        for (var i = 0; i < result.Length; i++)
        {
            var whole = (long)i * down / up;
            var phase = (int)((long)i * down % up * phases / up);
            result[i] = At(sound.Samples.Span, (int)whole, table.AsSpan(phase * 2 * reach, 2 * reach), reach);
        }

        return result;
    }

    private static float At(ReadOnlySpan<float> values, int whole, ReadOnlySpan<float> taps, int reach)
    {
        var first = whole - reach + 1;
        var sum = 0f;
        for (var k = Math.Max(0, -first); k < taps.Length && first + k < values.Length; k++)
        {
            sum += values[first + k] * taps[k];
        }

        return sum;
    }

    private static float[] Table(int phases, int reach, double cut)
    {
        var table = new float[phases * 2 * reach];
        for (var phase = 0; phase < phases; phase++)
        {
            var row = table.AsSpan(phase * 2 * reach, 2 * reach);
            var sum = 0.0;
            for (var k = 0; k < row.Length; k++)
            {
                var x = k - reach + 1 - ((double)phase / phases);
                var window = 0.5 + (0.5 * Sine.Of((x / (2 * reach)) + 0.25));
                var value = Math.Abs(x) >= reach ? 0 : Sinc(x * cut) * window;
                row[k] = (float)value;
                sum += value;
            }

            // What stands still is to keep its height.
            foreach (ref var tap in row)
            {
                tap = (float)(tap / sum);
            }
        }

        return table;
    }

    private static double Sinc(double x) => Math.Abs(x) < 1e-9 ? 1 : Sine.Of(x / 2) / (Math.PI * x);

    private static int Gcd(int a, int b) => b == 0 ? a : Gcd(b, a % b);
}
