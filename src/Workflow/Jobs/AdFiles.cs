using System.Text.RegularExpressions;

namespace Gpu.Workflow.Jobs;

/// <summary>The names of an ad's files: plain ones where a run makes one size, with the size's shape where it makes several.</summary>
internal sealed partial record AdFiles
{
    public const string Thumbnail = "thumbnail.jpg";
    public const string Storyboard = "storyboard.json";
    public const string Srt = "ad.srt";
    public const string Vtt = "ad.vtt";
    public const string Manifest = "manifest.json";

    private readonly string _suffix;

    private AdFiles(string suffix) => _suffix = suffix;

    /// <summary>The names for each size of a run, in their order.</summary>
    public static IReadOnlyList<AdFiles> Of(IReadOnlyList<AdSize> sizes) => sizes.Count == 1
        ? [new AdFiles("")]
        : [.. sizes.Select(size => new AdFiles(sizes.Count(other => other.Shape == size.Shape) == 1 ? $"-{size.Shape}" : $"-{size.Width}x{size.Height}"))];

    /// <summary>The plain name of a film.</summary>
    public static string Ad(AdFormat format) => $"ad.{format.Extension()}";

    /// <summary>The name here of what is plainly called so.</summary>
    public string Name(string plain) => $"{Path.GetFileNameWithoutExtension(plain)}{_suffix}{Path.GetExtension(plain)}";

    /// <summary>Whether a file of this name is a result of some run.</summary>
    public static bool IsResult(string name) => name == Manifest || Result().IsMatch(name);

    [GeneratedRegex(@"\A(ad(-\d+x\d+)?\.(mp4|y4m|webm|gif|webp|srt|vtt)|thumbnail(-\d+x\d+)?\.jpg|storyboard(-\d+x\d+)?\.json)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Result();
}
