namespace Gpu.Workflow.Sound.Mixing;

/// <summary>A filter of second order, direct form II transposed.</summary>
internal struct Biquad(double b0, double b1, double b2, double a1, double a2)
{
    private double _s1;
    private double _s2;

    /// <summary>A high-pass of Q 0.7071 (RBJ's cookbook).</summary>
    public static Biquad HighPass(double frequency)
    {
        var (sin, cos) = (Sine.Of(frequency / SoundBuffer.Rate), Sine.Of((frequency / SoundBuffer.Rate) + 0.25));
        var alpha = sin / (2 * 0.70710678118654752);
        var a0 = 1 + alpha;
        return new Biquad((1 + cos) / 2 / a0, -(1 + cos) / a0, (1 + cos) / 2 / a0, -2 * cos / a0, (1 - alpha) / a0);
    }

    /// <summary>Raises or lowers a band (RBJ's cookbook, peaking EQ).</summary>
    /// <param name="frequency">Its centre, Hz.</param>
    /// <param name="q">Its narrowness.</param>
    /// <param name="decibels">By how much.</param>
    public static Biquad Peak(double frequency, double q, double decibels)
    {
        var (sin, cos) = (Sine.Of(frequency / SoundBuffer.Rate), Sine.Of((frequency / SoundBuffer.Rate) + 0.25));
        var (alpha, a) = (sin / (2 * q), Math.Sqrt(Decibels.ToFactor(decibels)));
        var a0 = 1 + (alpha / a);
        return new Biquad((1 + (alpha * a)) / a0, -2 * cos / a0, (1 - (alpha * a)) / a0, -2 * cos / a0, (1 - (alpha / a)) / a0);
    }

    /// <summary>The next sample.</summary>
    public double Next(double x)
    {
        var y = (b0 * x) + _s1;
        _s1 = (b1 * x) - (a1 * y) + _s2;
        _s2 = (b2 * x) - (a2 * y);
        return y;
    }
}
