namespace Gpu.Workflow.Storyboards;

/// <summary>A style: what type, shapes, motion, transitions, colours of pictures and cards look like. Its colours come from the page.</summary>
/// <param name="Name">Its name, that of the look which pages are suggested.</param>
/// <param name="Text">What it is, in a few words.</param>
/// <param name="Font">The font, by <see cref="Rendering.Text.FontFamily"/>.</param>
/// <param name="Shape">What stands behind words over pictures.</param>
/// <param name="Card">How cards are drawn.</param>
/// <param name="Motion">How words come and go.</param>
/// <param name="Transitions">How pictures give way to each other, in turns.</param>
/// <param name="Seconds">How long that takes.</param>
/// <param name="Grade">How pictures are coloured.</param>
/// <param name="Vignette">How dark the corners of pictures are, 0 to 1.</param>
/// <param name="Capitals">Whether headlines are in capitals.</param>
/// <param name="Scale">The size of type, as a multiple of that of Inter, so that all are read alike.</param>
internal sealed record StoryStyle(
    string Name,
    string Text,
    string Font,
    CaptionShape Shape,
    CardDesign Card,
    MotionPlan Motion,
    IReadOnlyList<string> Transitions,
    double Seconds,
    PictureGrade Grade,
    double Vignette = 0,
    bool Capitals = false,
    float Scale = 1)
{
    /// <summary>The style of storyboards that name none.</summary>
    public const string Default = "warm";

    /// <summary>All styles.</summary>
    public static IReadOnlyList<StoryStyle> All { get; } =
    [
        new("bold", "Large outlined capitals, blocks of colour, pushes and zooms", "display", CaptionShape.Outline, CardDesign.Block,
            new(MotionKind.Slide, 0.35, 0.2, MotionEase.Back, 0.14, 0.09), ["slideLeft", "zoomIn", "slideUp"], 0.4, new(0, 0.1, 0.14), Capitals: true, Scale: 1.12f),
        new("calm", "Quiet type on a soft shade, slow blurs and fades", "sans", CaptionShape.Shade, CardDesign.Horizon,
            new(MotionKind.Fade, 0.8, 0.5, MotionEase.Sine, 0), ["fade", "blur", "fade"], 0.8, new(0.01, -0.06, -0.14)),
        new("editorial", "A newspaper's serif on a band of paper, wipes", "serif", CaptionShape.Bar, CardDesign.Paper,
            new(MotionKind.Rise, 0.45, 0.25, MotionEase.Cubic, 0.05), ["wipeLeft", "fade", "smoothUp"], 0.45, new(0, 0.06, -0.3), Scale: 1.04f),
        new("elegant", "Fine serif under a thin line, fades through black", "fine", CaptionShape.Underline, CardDesign.Frame,
            new(MotionKind.Fade, 0.7, 0.4, MotionEase.Sine, 0, 0.2), ["fadeBlack", "fade", "dissolve"], 0.8, new(-0.01, 0.06, -0.12, 0.1), Vignette: 0.3, Scale: 1.2f),
        new("fresh", "Round type on light cards, soft wipes", "rounded", CaptionShape.Card, CardDesign.Leaves,
            new(MotionKind.Rise, 0.45, 0.25, MotionEase.Cubic, 0.08), ["smoothLeft", "fade", "smoothUp"], 0.5, new(0.03, 0.02, 0.1), Scale: 1.02f),
        new("playful", "Round type on strips of colour that jump in line by line, circles", "rounded", CaptionShape.Marker, CardDesign.Confetti,
            new(MotionKind.Rise, 0.45, 0.2, MotionEase.Back, 0.12, 0.12), ["circleOpen", "slideUp", "slideLeft"], 0.5, new(0.02, 0.04, 0.2), Scale: 1.02f),
        new("technical", "Exact type in a viewfinder, sharp wipes", "mono", CaptionShape.Frame, CardDesign.Grid,
            new(MotionKind.Slide, 0.3, 0.15, MotionEase.Cubic, 0.04, 0.06), ["wipeUp", "wipeLeft", "horizontalBlur"], 0.35, new(0, 0.06, -0.1, -0.12), Scale: 0.88f),
        new("warm", "Friendly type on rounded panels, fades with a soft edge now and then", "sans", CaptionShape.Panel, CardDesign.Rings,
            new(), ["fade", "smoothLeft", "fade"], 0.5, new(0.01, 0.02, 0.04, 0.16)),
    ];

    /// <summary>Their names, for messages.</summary>
    public static string Names { get; } = string.Join(", ", All.Select(static s => s.Name));

    /// <summary>The style of a name; null where there is none. Capitals do not matter.</summary>
    public static StoryStyle? Find(string? name) => All.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The style of a storyboard that <see cref="StoryboardCheck"/> let through.</summary>
    public static StoryStyle Of(StoryboardStyle style) => Find(style.Name) ?? throw new StoryboardError("$.style.name", $"\"{style.Name}\" is no style; accepted: {Names}.");
}

/// <summary>How cards are drawn.</summary>
internal enum CardDesign
{
    Rings,
    Block,
    Horizon,
    Paper,
    Frame,
    Leaves,
    Confetti,
    Grid,
}
