namespace Gpu.Workflow.Jobs;

/// <summary>What is written of an ad.</summary>
public enum AdFormat
{
    /// <summary><c>ad.mp4</c>: H.264 and AAC.</summary>
    Mp4,

    /// <summary><c>ad.y4m</c>: the uncompressed frames.</summary>
    Y4m,

    /// <summary><c>ad.webm</c>: VP9 and Opus.</summary>
    Webm,

    /// <summary><c>ad.gif</c>: small, without sound, shown again and again.</summary>
    Gif,

    /// <summary><c>ad.webp</c>: an animation, small, without sound, shown again and again.</summary>
    Webp,
}

/// <summary>What formats have and need.</summary>
public static class AdFormats
{
    /// <summary>The end of its files' names, without the dot, as <c>--format</c> takes it.</summary>
    /// <param name="format">The format.</param>
    public static string Extension(this AdFormat format) => format.ToString().ToLowerInvariant();

    /// <summary>Whether its files can be heard.</summary>
    /// <param name="format">The format.</param>
    public static bool HasSound(this AdFormat format) => format is AdFormat.Mp4 or AdFormat.Webm;

    /// <summary>Whether it is made small and repeats.</summary>
    /// <param name="format">The format.</param>
    public static bool IsAnimation(this AdFormat format) => format is AdFormat.Gif or AdFormat.Webp;
}
