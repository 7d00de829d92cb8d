namespace Gpu.Workflow.Storyboards;

/// <summary>The ad as plain data: what is seen when. Written to <c>storyboard.json</c>, to be edited and passed back.</summary>
public sealed record Storyboard
{
    /// <summary>The version that this code writes and reads.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The format's version.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>The ad's title, for people and for the file's metadata.</summary>
    public required string Title { get; init; }

    /// <summary>BCP 47 tag of the words; it decides shaping and line breaks. Empty where unknown.</summary>
    public string Language { get; init; } = "";

    /// <summary>Whether the words run from right to left.</summary>
    public bool RightToLeft { get; init; }

    /// <summary>Width in pixels, even.</summary>
    public required int Width { get; init; }

    /// <summary>Height in pixels, even.</summary>
    public required int Height { get; init; }

    /// <summary>Frames a second.</summary>
    public required int FramesPerSecond { get; init; }

    /// <summary>Seconds. The ad has round(duration x frames a second) frames; frame k shows the time k / frames a second.</summary>
    public required double Duration { get; init; }

    /// <summary>Colours and type.</summary>
    public StoryboardStyle Style { get; init; } = new();

    /// <summary>Pictures (or plain grounds) in the order of their start. Together they cover the whole duration.</summary>
    public required IReadOnlyList<Shot> Shots { get; init; }

    /// <summary>Words over the shots.</summary>
    public IReadOnlyList<Caption> Captions { get; init; } = [];

    /// <summary>How what is said is seen.</summary>
    public CaptionMode CaptionMode { get; init; }

    /// <summary>Pictures and words of their own, over all else; the last on top.</summary>
    public IReadOnlyList<StoryboardOverlay> Overlays { get; init; } = [];

    /// <summary>How pictures are coloured; null for as they are.</summary>
    public PictureGrade? Grade { get; init; }

    /// <summary>What is done to whole frames; null for nothing.</summary>
    public FramePlan? Frame { get; init; }

    /// <summary>The logo and when it is seen; null for none.</summary>
    public LogoPlacement? Logo { get; init; }

    /// <summary>What is heard; null for silence.</summary>
    public SoundPlan? Sound { get; init; }

    /// <summary>Who presents it; null for nobody.</summary>
    public AvatarPlan? Avatar { get; init; }
}

/// <summary>Colours and type of an ad. Colours are <c>#rrggbb</c>.</summary>
public sealed record StoryboardStyle
{
    /// <summary>One of the styles that <c>gpu styles</c> lists: it decides type, shapes, motion and cards.</summary>
    public string Name { get; init; } = StoryStyle.Default;

    /// <summary>The font in place of the style's: <c>sans</c>, <c>display</c>, <c>serif</c>, <c>fine</c>, <c>rounded</c> or <c>mono</c>; null for the style's.</summary>
    public string? Font { get; init; }

    /// <summary>What stands behind words over pictures; null for the style's.</summary>
    public CaptionShape? Shape { get; init; }

    /// <summary>How words come and go; null for the style's.</summary>
    public MotionPlan? Motion { get; init; }

    /// <summary>The ground of cards and of captions.</summary>
    public string Background { get; init; } = "#14181f";

    /// <summary>The words.</summary>
    public string Foreground { get; init; } = "#ffffff";

    /// <summary>Prices and calls to action.</summary>
    public string Accent { get; init; } = "#e0a526";
}

/// <summary>A picture, or a plain ground, for a time.</summary>
public sealed record Shot
{
    /// <summary>The picture's address, or its path relative to the page; null for a card in the style's background colour.</summary>
    public string? Picture { get; init; }

    /// <summary>What the picture shows, for people.</summary>
    public string Alt { get; init; } = "";

    /// <summary>Seconds from the ad's start at which it begins to appear.</summary>
    public required double Start { get; init; }

    /// <summary>Seconds that it is seen, its own transition and that of the shot after it included.</summary>
    public required double Duration { get; init; }

    /// <summary>The part of the picture seen at the shot's start.</summary>
    public PictureBox From { get; init; } = PictureBox.Whole;

    /// <summary>The part seen at its end; between them the box moves by <see cref="Ease"/>.</summary>
    public PictureBox To { get; init; } = PictureBox.Whole;

    /// <summary>How the box moves.</summary>
    public MotionEase Ease { get; init; } = MotionEase.Linear;

    /// <summary>How the picture is turned; null for upright.</summary>
    public ShotRotation? Rotation { get; init; }

    /// <summary>How this picture is coloured; null for as the storyboard's.</summary>
    public PictureGrade? Grade { get; init; }

    /// <summary>How the picture fills the frame.</summary>
    public ShotFit Fit { get; init; } = ShotFit.Cover;

    /// <summary>How it replaces the shot before it; null for a cut.</summary>
    public ShotTransition? Transition { get; init; }
}

/// <summary>How a picture fills the frame.</summary>
public enum ShotFit
{
    /// <summary>The boxes are parts of the picture; they fill the frame.</summary>
    Cover,

    /// <summary>
    /// The whole picture stands on a card, for pictures too small to fill the frame; the boxes are parts of that card.
    /// </summary>
    Inset,

    /// <summary>
    /// The whole picture stands in the middle, as large as the frame holds it, before its own blur, for pictures of which
    /// filling the frame would cut too much away; the boxes are parts of the frame at that size.
    /// </summary>
    Whole,
}

/// <summary>
/// A part of a picture, as fractions of its width and height. A box whose shape is not the frame's is cut, about its
/// centre, to the largest that has it.
/// </summary>
/// <param name="X">Left edge, 0 to 1.</param>
/// <param name="Y">Top edge, 0 to 1.</param>
/// <param name="Width">Over 0, to 1.</param>
/// <param name="Height">Over 0, to 1.</param>
public readonly record struct PictureBox(double X, double Y, double Width, double Height)
{
    /// <summary>All of the picture.</summary>
    public static PictureBox Whole { get; } = new(0, 0, 1, 1);
}

/// <summary>How one shot replaces another.</summary>
/// <param name="Kind">Which transition: a name of <see cref="Gpu.Kernels.Video.Transition"/>, such as <c>fade</c> or <c>smoothLeft</c>; capitals do not matter.</param>
/// <param name="Duration">Seconds, from the new shot's start.</param>
public sealed record ShotTransition(string Kind, double Duration);

/// <summary>What a caption is for; it decides size, weight and place.</summary>
public enum CaptionRole
{
    /// <summary>The opening line.</summary>
    Headline,

    /// <summary>A sentence of the script.</summary>
    Line,

    /// <summary>The price.</summary>
    Price,

    /// <summary>The closing request.</summary>
    CallToAction,

    /// <summary>Where the site is found, small and last.</summary>
    Address,
}

/// <summary>Words over the shots for a time.</summary>
public sealed record Caption
{
    /// <summary>The words.</summary>
    public required string Text { get; init; }

    /// <summary>What they are for.</summary>
    public CaptionRole Role { get; init; } = CaptionRole.Line;

    /// <summary>Seconds from the ad's start.</summary>
    public required double Start { get; init; }

    /// <summary>Seconds that they are seen, moving in and out included.</summary>
    public required double Duration { get; init; }

    /// <summary>What stands behind them over a picture; null for the style's.</summary>
    public CaptionShape? Shape { get; init; }

    /// <summary>Where their middle is; moved into what no player covers. Null for the place of their role.</summary>
    public FramePlace? Place { get; init; }

    /// <summary>Their size as a multiple of the usual, 0.3 to 3.</summary>
    public double Size { get; init; } = 1;

    /// <summary>How they come and go; null for the style's.</summary>
    public MotionPlan? Motion { get; init; }

    /// <summary>Seconds from the caption's start at which each word is said; null for when the voice says it.</summary>
    public IReadOnlyList<double>? Words { get; init; }
}

/// <summary>The logo and when it is seen.</summary>
public sealed record LogoPlacement
{
    /// <summary>The picture's address, or its path relative to the page.</summary>
    public required string Picture { get; init; }

    /// <summary>Seconds from the ad's start.</summary>
    public required double Start { get; init; }

    /// <summary>Seconds that it is seen.</summary>
    public required double Duration { get; init; }

    /// <summary>Where its middle is; null for above the words of a card, or in the corner of a picture.</summary>
    public FramePlace? Place { get; init; }

    /// <summary>Its width as a part of the frame's, over 0 to 1; null for what suits its place.</summary>
    public double? Width { get; init; }
}
