namespace Gpu.Workflow.Sound.Mixing;

/// <summary>Integrated loudness of ITU-R BS.1770-4, as EBU R 128 uses it.</summary>
internal static class Loudness
{
    private const int Hop = SoundBuffer.Rate / 10;
    private const int HopsPerBlock = 4;
    private const double AbsoluteGate = -70;
    private const double RelativeGate = -10;

    /// <summary>LUFS; negative infinity for silence, and for what is shorter than a block of 0.4 s.</summary>
    public static double Measure(SoundBuffer sound)
    {
        var hops = new double[sound.Length / Hop];
        AddPower(sound.Left, hops);
        AddPower(sound.Right, hops);
        if (hops.Length < HopsPerBlock)
        {
            return double.NegativeInfinity;
        }

        var blocks = new double[hops.Length - HopsPerBlock + 1];
        for (var i = 0; i < blocks.Length; i++)
        {
            blocks[i] = (hops[i] + hops[i + 1] + hops[i + 2] + hops[i + 3]) / HopsPerBlock;
        }

        var loud = blocks.Where(static p => Level(p) > AbsoluteGate).ToArray();
        if (loud.Length == 0)
        {
            return double.NegativeInfinity;
        }

        var gate = Level(loud.Average()) + RelativeGate;
        return Level(loud.Where(p => Level(p) > gate).Average());
    }

    private static double Level(double power) => -0.691 + (10 * Math.Log10(power));

    private static void AddPower(float[] channel, double[] hops)
    {
        // The two filters of the K weighting at 48 kHz, with the recommendation's own coefficients.
        var shelf = new Biquad(1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585);
        var highPass = new Biquad(1, -2, 1, -1.99004745483398, 0.99007225036621);
        for (var hop = 0; hop < hops.Length; hop++)
        {
            var sum = 0.0;
            foreach (var sample in channel.AsSpan(hop * Hop, Hop))
            {
                var y = highPass.Next(shelf.Next(sample));
                sum += y * y;
            }

            hops[hop] += sum / Hop;
        }
    }
}
