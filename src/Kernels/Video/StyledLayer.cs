namespace Gpu.Kernels.Video;

/// <summary>A picture and what lies under it.</summary>
/// <param name="picture">The picture.</param>
/// <param name="ground">The ground, always bilinear and not turned; any layer where there is none.</param>
/// <param name="grounded">Whether there is one.</param>
internal readonly struct StyledLayer(SampledLayer picture, SampledLayer ground, bool grounded)
{
    /// <summary>The picture.</summary>
    public readonly SampledLayer Picture = picture;

    /// <summary>The ground.</summary>
    public readonly SampledLayer Ground = ground;

    /// <summary>1: there is a ground.</summary>
    public readonly int Grounded = grounded ? 1 : 0;

    /// <summary>A picture without ground.</summary>
    public static StyledLayer Alone(SampledLayer picture) => new(picture, picture, false);
}
