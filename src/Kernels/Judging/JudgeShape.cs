namespace Gpu.Kernels.Judging;

/// <summary>The sizes that a picture is judged at.</summary>
internal readonly record struct JudgeShape
{
    /// <summary>The longer side at which light and sharpness are measured.</summary>
    public const int LongSide = 1024;

    /// <summary>The shorter side at which crops, colours and the hash are found, as smartcrop has it.</summary>
    public const int ShortSide = 256;

    public JudgeShape(int width, int height)
    {
        var scale = (double)LongSide / Math.Max(width, height);
        Source = (width, height);
        Measured = (Math.Max(1, (int)Math.Round(width * scale)), Math.Max(1, (int)Math.Round(height * scale)));

        // Of a very long picture, no larger than what it is made from.
        Prescale = Math.Min(Math.Min(Math.Max((double)ShortSide / width, (double)ShortSide / height), 1), Math.Max(scale, 1.0 / Math.Min(width, height)));
        Small = (Math.Max(1, (int)(width * Prescale)), Math.Max(1, (int)(height * Prescale)));
    }

    /// <summary>As it came.</summary>
    public (int Width, int Height) Source { get; }

    /// <summary>With the longer side brought to <see cref="LongSide"/>, also from below: sharpness compares at one size only.</summary>
    public (int Width, int Height) Measured { get; }

    /// <summary>With the shorter side brought down to <see cref="ShortSide"/>.</summary>
    public (int Width, int Height) Small { get; }

    /// <summary>What the small picture was brought down by, at most 1.</summary>
    public double Prescale { get; }

    /// <summary>Whether the small picture is made from the source, which is no larger than the measured one.</summary>
    public bool SmallFromSource => Source.Width <= Measured.Width;
}
