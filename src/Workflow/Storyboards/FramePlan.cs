namespace Gpu.Workflow.Storyboards;

/// <summary>What is done to each whole frame, words included. It takes time a frame, where a <see cref="PictureGrade"/> takes it once.</summary>
/// <param name="Vignette">0 (none) to 1: how dark the corners are.</param>
/// <param name="Brightness">-1 to 1, added to luma as a part of 255.</param>
/// <param name="Contrast">-1 (grey) to 1 (twice).</param>
/// <param name="Saturation">-1 (no colour) to 1 (twice).</param>
/// <param name="Lut">The path of a table of colours, a <c>.cube</c> file, relative to the storyboard; null for none.</param>
/// <param name="Dither">Whether blue noise is added where frames are rounded to 8 bits; null for where pictures mix, which bands otherwise.</param>
/// <param name="LinearLight">Whether transitions mix as light does; else as other tools do.</param>
/// <param name="Bicubic">Whether moving pictures are sampled bicubically; else bilinearly, which is faster.</param>
public sealed record FramePlan(double Vignette = 0, double Brightness = 0, double Contrast = 0, double Saturation = 0, string? Lut = null, bool? Dither = null, bool LinearLight = false, bool Bicubic = false);
