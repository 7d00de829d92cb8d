namespace Gpu.Workflow.Sound;

/// <summary>Levels and their factors.</summary>
internal static class Decibels
{
    /// <summary>The factor of a level: 10^(dB/20).</summary>
    public static double ToFactor(double decibels) => Math.Pow(10, decibels / 20);

    /// <summary>The level of a factor: 20 log10; negative infinity for 0.</summary>
    public static double Of(double factor) => 20 * Math.Log10(factor);
}
