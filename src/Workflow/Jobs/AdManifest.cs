using System.Text.Json.Serialization;
using Gpu.Workflow.Encoding;
using Gpu.Workflow.Storyboards;
using Gpu.Workflow.Suggestions.Edits;

namespace Gpu.Workflow.Jobs;

/// <summary>How an ad was made: what is needed to make the same frames again, and to tell whether they are the same. Written as <c>manifest.json</c>.</summary>
public sealed record AdManifest
{
    /// <summary>The version of this format that this code writes.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The format's version.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>When the ad was finished.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What the user named.</summary>
    public required string Source { get; init; }

    /// <summary>The page's own address after redirects.</summary>
    public required Uri Url { get; init; }

    /// <summary>Of the page's bytes, lower-case hex; null where they are not known.</summary>
    public string? PageSha256 { get; init; }

    /// <summary>The ad's title.</summary>
    public required string Title { get; init; }

    /// <summary>The frames; of several sizes those of the first.</summary>
    public required ManifestFrames Frames { get; init; }

    /// <summary>Every option, with its value in this run.</summary>
    public required ManifestOptions Options { get; init; }

    /// <summary>The pictures that were used.</summary>
    public required IReadOnlyList<ManifestPicture> Pictures { get; init; }

    /// <summary>What is heard; null for nothing.</summary>
    public ManifestSound? Sound { get; init; }

    /// <summary>Seconds of each stage and step. Rendering and encoding overlap: <c>encoding</c> is the time after the last frame.</summary>
    public required IReadOnlyDictionary<string, double> Seconds { get; init; }

    /// <summary>The devices that computed it, by id.</summary>
    public required IReadOnlyList<string> Devices { get; init; }

    /// <summary>Names and versions of what made it.</summary>
    public required ManifestVersions Versions { get; init; }

    /// <summary>The files beside this one, by name.</summary>
    public required IReadOnlyDictionary<string, ManifestFile> Files { get; init; }

    /// <summary>The ad in each of its sizes, in the order in which they were asked for.</summary>
    public IReadOnlyList<ManifestAd> Ads { get; init; } = [];

    /// <summary>What of it came from the cache; null where nothing is cached.</summary>
    public ManifestCache? Cache { get; init; }

    /// <summary>What could not be used, and why.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}

/// <summary>The frames of an ad.</summary>
/// <param name="Count">How many.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="FramesPerSecond">Frames a second.</param>
/// <param name="Format">The layout of the bytes that are hashed.</param>
/// <param name="Sha256">Of all frames' bytes in order, lower-case hex; the same for the same page, options and seed, on any device.</param>
public sealed record ManifestFrames(int Count, int Width, int Height, int FramesPerSecond, string Format, string Sha256);

/// <summary>An ad in one size.</summary>
/// <param name="Aspect">Its shape, such as <c>16x9</c>.</param>
/// <param name="Frames">Its frames.</param>
/// <param name="Films">The names of its films, one for each format.</param>
/// <param name="Thumbnail">The name of its still.</param>
/// <param name="Storyboard">The name of its storyboard.</param>
public sealed record ManifestAd(string Aspect, ManifestFrames Frames, IReadOnlyList<string> Films, string Thumbnail, string Storyboard);

/// <summary>The options of a run; see <see cref="WorkflowRequest"/>.</summary>
/// <param name="Formats">What was written.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="FramesPerSecond">Frames a second.</param>
/// <param name="Duration">Seconds; null where they were left to what is suggested of the page.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Preset">x264's preset.</param>
/// <param name="Crf">x264's constant rate factor.</param>
/// <param name="Device">The device that was asked for.</param>
/// <param name="Workers">The processor threads that were asked for; null for one a core.</param>
/// <param name="AllowPrivate">Whether private addresses could be fetched.</param>
/// <param name="Storyboard">Whether a storyboard was given.</param>
/// <param name="Edits">What a person changed about suggestions.</param>
/// <param name="Avatar">The avatar.</param>
/// <param name="Sound">What the ad was to sound like; null for silence.</param>
/// <param name="Animation">Size and rate of GIF and WebP; null where none was written.</param>
/// <param name="Encoder">What was to encode an MP4; what did is said of each file.</param>
public sealed record ManifestOptions(
    IReadOnlyList<AdFormat> Formats,
    int Width,
    int Height,
    int FramesPerSecond,
    double? Duration,
    int Seed,
    string Preset,
    int Crf,
    string Device,
    int? Workers,
    bool AllowPrivate,
    bool Storyboard,
    IReadOnlyList<SuggestionEdit> Edits,
    string? Avatar,
    SoundWishes? Sound,
    AnimationOptions? Animation,
    H264Encoder Encoder);

/// <summary>A picture that an ad was made from.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="PixelsSha256">Of the decoded R'G'B'A bytes, lower-case hex.</param>
public sealed record ManifestPicture(Uri Url, int Width, int Height, string PixelsSha256);

/// <summary>What is heard of an ad.</summary>
/// <param name="Voice">Who speaks; null for nobody.</param>
/// <param name="Lines">How many lines are said.</param>
/// <param name="Music">The mood of the music, or the user's file; null for none.</param>
/// <param name="Loudness">Integrated, LUFS, before it is coded; null for silence.</param>
/// <param name="TruePeak">dBTP, before it is coded; null for silence.</param>
public sealed record ManifestSound(string? Voice, int Lines, string? Music, double? Loudness, double? TruePeak);

/// <summary>Versions of what made an ad.</summary>
/// <param name="Gpu">This library.</param>
/// <param name="Dotnet">The .NET runtime.</param>
/// <param name="Os">The operating system.</param>
/// <param name="Encoder">The encoder; null where nothing was encoded.</param>
/// <param name="X264Threads">x264's threads, on which its output depends; null where nothing was encoded.</param>
public sealed record ManifestVersions(string Gpu, string Dotnet, string Os, string? Encoder, int? X264Threads);

/// <summary>What of an ad came from the cache.</summary>
/// <param name="Hits">Results that came from it.</param>
/// <param name="Misses">Results that it was asked for in vain.</param>
/// <param name="Film">Whether the film itself came from it: then <see cref="AdManifest.Devices"/> and <see cref="AdManifest.Versions"/> are of when it was made.</param>
public sealed record ManifestCache(int Hits, int Misses, bool Film);

/// <summary>A file of an ad.</summary>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Of its bytes, lower-case hex.</param>
/// <param name="Codec">What encoded its pictures, such as <c>libx264</c>; null for files that are no film, or not encoded.</param>
public sealed record ManifestFile(long Bytes, string Sha256, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Codec = null);
