namespace Gpu.Kernels.Imaging;

/// <summary>The sizes and choices of a resize, as its kernels take them.</summary>
/// <param name="SourceWidth">Pixels.</param>
/// <param name="SourceHeight">Pixels.</param>
/// <param name="Width">Pixels made.</param>
/// <param name="Height">Pixels made.</param>
/// <param name="AcrossTaps">The widest window across.</param>
/// <param name="DownTaps">The highest window down.</param>
/// <param name="Channels">3 or 4 bytes a pixel.</param>
/// <param name="Alpha">What the fourth channel means.</param>
/// <param name="Background">0xRRGGBB, for <see cref="ResizeAlpha.Over"/>.</param>
internal readonly record struct ResizeShape(
    int SourceWidth, int SourceHeight, int Width, int Height, int AcrossTaps, int DownTaps, int Channels, ResizeAlpha Alpha, int Background);
