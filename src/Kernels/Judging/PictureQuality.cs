namespace Gpu.Kernels.Judging;

/// <summary>What <see cref="JudgePictures"/> finds in a picture.</summary>
public sealed record PictureQuality
{
    /// <summary>The variance of the luma's Laplacian with the longer side brought to 1,024: comparable between pictures of any size.</summary>
    public required double Sharpness { get; init; }

    /// <summary>Hasler and Suesstrunk's measure (2003): 0 is gray, 15 slightly, 33 moderately, 45 averagely, 82 highly, 109 extremely colourful.</summary>
    public required double Colourfulness { get; init; }

    /// <summary>The mean luma, 0 to 255.</summary>
    public required double Brightness { get; init; }

    /// <summary>The standard deviation of luma, 0 to 127.5.</summary>
    public required double Contrast { get; init; }

    /// <summary>The share of pixels that are as good as black: luma of at most 5.</summary>
    public required double DarkShare { get; init; }

    /// <summary>The share of pixels that are as good as white: luma of at least 250.</summary>
    public required double LightShare { get; init; }

    /// <summary>What the picture is recognised by.</summary>
    public required PerceptualHash Hash { get; init; }

    /// <summary>The dominant colours, that of most pixels first.</summary>
    public required IReadOnlyList<DominantColour> Colours { get; init; }

    /// <summary>The best crop for each aspect asked for, in the picture's pixels.</summary>
    public required IReadOnlyList<CropBox> Crops { get; init; }
}
