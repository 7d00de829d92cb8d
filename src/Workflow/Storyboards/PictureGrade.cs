namespace Gpu.Workflow.Storyboards;

/// <summary>
/// How pictures are coloured before they are shown; words, logos and cards keep their colours. Computed once a picture, in
/// the order of the parameters.
/// </summary>
/// <param name="Brightness">-1 to 1, added to luma as a part of 255.</param>
/// <param name="Contrast">-1 (grey) to 1 (twice).</param>
/// <param name="Saturation">-1 (no colour) to 1 (twice).</param>
/// <param name="Warmth">-1 (blue) to 1 (amber): red is multiplied by 1 + 0.2 of it, blue by 1 less as much, luma kept.</param>
/// <param name="Lut">The path of a table of colours, a <c>.cube</c> file, relative to the storyboard; null for none.</param>
public sealed record PictureGrade(double Brightness = 0, double Contrast = 0, double Saturation = 0, double Warmth = 0, string? Lut = null)
{
    /// <summary>Whether it changes nothing.</summary>
    internal bool IsNone => this is { Brightness: 0, Contrast: 0, Saturation: 0, Warmth: 0, Lut: null };
}
