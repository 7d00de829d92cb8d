namespace Gpu.Kernels.Imaging;

/// <summary>What a resize does with the fourth channel.</summary>
internal enum ResizeAlpha
{
    /// <summary>Treats every channel alike: opaque pictures.</summary>
    Ignore,

    /// <summary>Premultiplies, resizes, and divides by alpha again, as Pillow resizes RGBA.</summary>
    Straight,

    /// <summary>Premultiplies, resizes, and lays the result over an opaque colour.</summary>
    Over,
}
