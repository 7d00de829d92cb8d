using Gpu.Workflow.Avatars;
using Gpu.Workflow.Encoding;
using Gpu.Workflow.Storyboards;
using Gpu.Workflow.Suggestions.Edits;

namespace Gpu.Workflow.Jobs;

/// <summary>An ad to make, with every option of <c>gpu make</c>.</summary>
public sealed record WorkflowRequest
{
    /// <summary>An http(s) URL of at most 2,048 characters, or the path of an HTML file.</summary>
    public required string Source { get; init; }

    /// <summary>The workflow's name, <c>^[a-zA-Z0-9_-]{1,64}$</c>; null for a new one.</summary>
    public string? WorkflowId { get; init; }

    /// <summary>
    /// Who presents it: a name of <see cref="AvatarCatalogue"/>, the path of a picture, or <c>none</c>. Null for nobody, or
    /// for whom a storyboard that is given has.
    /// </summary>
    public string? Avatar { get; init; }

    /// <summary>The folder to write to; null for a new one in <see cref="OutputRoot"/>, named after the page.</summary>
    public string? Output { get; init; }

    /// <summary>Where new folders are made.</summary>
    /// <value><c>out</c></value>
    public string OutputRoot { get; init; } = "out";

    /// <summary>Whether results that are in <see cref="Output"/> already may be replaced.</summary>
    public bool Force { get; init; }

    /// <summary>What is written, one or several, each once. All are made of the same frames in the same run.</summary>
    /// <value><see cref="AdFormat.Mp4"/></value>
    public IReadOnlyList<AdFormat> Formats { get; init; } = [AdFormat.Mp4];

    /// <summary>Size and rate of GIF and WebP.</summary>
    public AnimationOptions Animation { get; init; } = new();

    /// <summary>Takes the ad in place of any file; null for files. One size and <see cref="AdFormat.Y4m"/> only. It is not closed.</summary>
    public Stream? Stream { get; init; }

    /// <summary>Width in pixels: even, 16 to 8,192.</summary>
    /// <value>1920</value>
    public int Width { get; init; } = 1920;

    /// <summary>Height in pixels: even, 16 to 8,192.</summary>
    /// <value>1080</value>
    public int Height { get; init; } = 1080;

    /// <summary>Further sizes, each another than <see cref="Width"/> x <see cref="Height"/>: the ad is made in all of them, and the page is read, judged and spoken once.</summary>
    public IReadOnlyList<AdSize> OtherSizes { get; init; } = [];

    /// <summary>Frames a second, 1 to 240.</summary>
    /// <value>30</value>
    public int FramesPerSecond { get; init; } = 30;

    /// <summary>Seconds, over 0 to 3,600, and at least one frame.</summary>
    /// <value>15</value>
    public double Duration { get; init; } = 15;

    /// <summary>Whether the ad is as long as is suggested of its page, what it has to say and show; <see cref="Duration"/> is its length where nothing is suggested.</summary>
    public bool FitDuration { get; init; }

    /// <summary>Decides what is left to chance.</summary>
    public int Seed { get; init; }

    /// <summary>x264's preset.</summary>
    /// <value><c>veryfast</c></value>
    public string Preset { get; init; } = "veryfast";

    /// <summary>x264's constant rate factor, 0 (lossless) to 51.</summary>
    /// <value>20</value>
    public int Crf { get; init; } = 20;

    /// <summary>What encodes an MP4. Where it is chosen by itself and fails at its work, x264 does it, with a warning; no loss (crf 0) is x264's alone.</summary>
    /// <value><see cref="H264Encoder.Auto"/></value>
    public H264Encoder Encoder { get; init; }

    /// <summary>What the ad is to sound like; null for silence. A storyboard that is given says so itself.</summary>
    public SoundWishes? Sound { get; init; } = new();

    /// <summary>A storyboard to follow in place of planning one; its size, rate and length are used. Null to plan.</summary>
    public Storyboard? Storyboard { get; init; }

    /// <summary>Whether there is no page: <see cref="Source"/> is the path of the storyboard's file, and pictures are relative to it.</summary>
    public bool StoryboardOnly { get; init; }

    /// <summary>The style that is planned with, a name of <see cref="StyleInfo.All"/>; null for what goes with the page.</summary>
    public string? Style { get; init; }

    /// <summary>How what is said is seen in what is planned.</summary>
    public CaptionMode Captions { get; init; }

    /// <summary>What a person changed about suggestions, added to the edits that the workflow has already; null for nothing.</summary>
    public SuggestionEdits? Edits { get; init; }

    /// <summary>When a new folder may take its name; null for at once.</summary>
    internal NamingTurn? Turn { get; init; }

    /// <summary>All sizes: those of the storyboard, where one is given.</summary>
    internal IReadOnlyList<AdSize> Sizes => Storyboard is { } board ? [new AdSize(board.Width, board.Height)] : [new AdSize(Width, Height), .. OtherSizes];

    /// <summary>Whether any of the files can be heard.</summary>
    internal bool HasSound => Formats.Any(static f => f.HasSound());
}
