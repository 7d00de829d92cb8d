using System.Text.Json.Serialization;

namespace Gpu.Workflow.Storyboards;

/// <summary>
/// A storyboard as it stands in a file. The serializer's generated code forgets the defaults of init-only members, so that
/// what may be left out of a file has setters here.
/// </summary>
internal sealed class StoryboardFile
{
    /// <summary>Where an editor finds docs/storyboard.schema.json.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; set; }

    public int Version { get; set; } = Storyboard.CurrentVersion;

    public required string Title { get; set; }

    public string Language { get; set; } = "";

    public bool RightToLeft { get; set; }

    public required int Width { get; set; }

    public required int Height { get; set; }

    public required int FramesPerSecond { get; set; }

    public required double Duration { get; set; }

    public StyleEntry Style { get; set; } = new();

    public required IReadOnlyList<ShotEntry?> Shots { get; set; }

    public IReadOnlyList<CaptionEntry?> Captions { get; set; } = [];

    public CaptionMode CaptionMode { get; set; }

    public IReadOnlyList<OverlayEntry?> Overlays { get; set; } = [];

    public PictureGrade? Grade { get; set; }

    public FramePlan? Frame { get; set; }

    public LogoPlacement? Logo { get; set; }

    public SoundEntry? Sound { get; set; }

    public AvatarEntry? Avatar { get; set; }

    public static StoryboardFile Of(Storyboard board) => new()
    {
        Version = board.Version,
        Title = board.Title,
        Language = board.Language,
        RightToLeft = board.RightToLeft,
        Width = board.Width,
        Height = board.Height,
        FramesPerSecond = board.FramesPerSecond,
        Duration = board.Duration,
        Style = StyleEntry.Of(board.Style),
        Shots = [.. board.Shots.Select(ShotEntry.Of)],
        Captions = [.. board.Captions.Select(CaptionEntry.Of)],
        CaptionMode = board.CaptionMode,
        Overlays = [.. board.Overlays.Select(OverlayEntry.Of)],
        Grade = board.Grade,
        Frame = board.Frame,
        Logo = board.Logo,
        Sound = board.Sound is { } sound ? SoundEntry.Of(sound) : null,
        Avatar = board.Avatar is { } avatar ? AvatarEntry.Of(avatar) : null,
    };

    /// <summary>The storyboard; entries that are null in the file are so in it, for the check to find.</summary>
    public Storyboard ToStoryboard() => new()
    {
        Version = Version,
        Title = Title,
        Language = Language,
        RightToLeft = RightToLeft,
        Width = Width,
        Height = Height,
        FramesPerSecond = FramesPerSecond,
        Duration = Duration,
        Style = Style.ToStyle(),
        Shots = [.. Shots.Select(s => s?.ToShot()!)],
        Captions = [.. Captions.Select(c => c?.ToCaption()!)],
        CaptionMode = CaptionMode,
        Overlays = [.. Overlays.Select(o => o?.ToOverlay()!)],
        Grade = Grade,
        Frame = Frame,
        Logo = Logo,
        Sound = Sound?.ToSound(),
        Avatar = Avatar?.ToAvatar(),
    };

    internal sealed class StyleEntry
    {
        private static readonly StoryboardStyle Default = new();

        public string Name { get; set; } = Default.Name;

        public string? Font { get; set; }

        public CaptionShape? Shape { get; set; }

        public MotionPlan? Motion { get; set; }

        public string Background { get; set; } = Default.Background;

        public string Foreground { get; set; } = Default.Foreground;

        public string Accent { get; set; } = Default.Accent;

        public static StyleEntry Of(StoryboardStyle style) => new()
        {
            Name = style.Name,
            Font = style.Font,
            Shape = style.Shape,
            Motion = style.Motion,
            Background = style.Background,
            Foreground = style.Foreground,
            Accent = style.Accent,
        };

        public StoryboardStyle ToStyle() => new()
        {
            Name = Name,
            Font = Font,
            Shape = Shape,
            Motion = Motion,
            Background = Background,
            Foreground = Foreground,
            Accent = Accent,
        };
    }

    internal sealed class ShotEntry
    {
        public string? Picture { get; set; }

        public string Alt { get; set; } = "";

        public required double Start { get; set; }

        public required double Duration { get; set; }

        public ShotFit Fit { get; set; } = ShotFit.Cover;

        public PictureBox From { get; set; } = PictureBox.Whole;

        public PictureBox To { get; set; } = PictureBox.Whole;

        public MotionEase Ease { get; set; } = MotionEase.Linear;

        public ShotRotation? Rotation { get; set; }

        public PictureGrade? Grade { get; set; }

        public ShotTransition? Transition { get; set; }

        public static ShotEntry Of(Shot shot) => new()
        {
            Picture = shot.Picture,
            Alt = shot.Alt,
            Start = shot.Start,
            Duration = shot.Duration,
            Fit = shot.Fit,
            From = shot.From,
            To = shot.To,
            Ease = shot.Ease,
            Rotation = shot.Rotation,
            Grade = shot.Grade,
            Transition = shot.Transition,
        };

        public Shot ToShot() => new()
        {
            Picture = Picture,
            Alt = Alt,
            Start = Start,
            Duration = Duration,
            Fit = Fit,
            From = From,
            To = To,
            Ease = Ease,
            Rotation = Rotation,
            Grade = Grade,
            Transition = Transition,
        };
    }

    internal sealed class CaptionEntry
    {
        public required string Text { get; set; }

        public CaptionRole Role { get; set; } = CaptionRole.Line;

        public required double Start { get; set; }

        public required double Duration { get; set; }

        public CaptionShape? Shape { get; set; }

        public FramePlace? Place { get; set; }

        public double Size { get; set; } = 1;

        public MotionPlan? Motion { get; set; }

        public IReadOnlyList<double>? Words { get; set; }

        public static CaptionEntry Of(Caption caption) => new()
        {
            Text = caption.Text,
            Role = caption.Role,
            Start = caption.Start,
            Duration = caption.Duration,
            Shape = caption.Shape,
            Place = caption.Place,
            Size = caption.Size,
            Motion = caption.Motion,
            Words = caption.Words,
        };

        public Caption ToCaption() => new()
        {
            Text = Text,
            Role = Role,
            Start = Start,
            Duration = Duration,
            Shape = Shape,
            Place = Place,
            Size = Size,
            Motion = Motion,
            Words = Words,
        };
    }

    internal sealed class OverlayEntry
    {
        private static readonly StoryboardOverlay Default = new() { Start = 0, Duration = 1 };

        public string? Picture { get; set; }

        public string? Text { get; set; }

        public required double Start { get; set; }

        public required double Duration { get; set; }

        public OverlayPoint From { get; set; } = Default.From;

        public OverlayPoint? To { get; set; }

        public MotionEase Ease { get; set; } = Default.Ease;

        public MotionPlan Motion { get; set; } = Default.Motion;

        public double Width { get; set; } = Default.Width;

        public double Size { get; set; } = Default.Size;

        public string? Font { get; set; }

        public string? Colour { get; set; }

        public string? Background { get; set; }

        public static OverlayEntry Of(StoryboardOverlay overlay) => new()
        {
            Picture = overlay.Picture,
            Text = overlay.Text,
            Start = overlay.Start,
            Duration = overlay.Duration,
            From = overlay.From,
            To = overlay.To,
            Ease = overlay.Ease,
            Motion = overlay.Motion,
            Width = overlay.Width,
            Size = overlay.Size,
            Font = overlay.Font,
            Colour = overlay.Colour,
            Background = overlay.Background,
        };

        public StoryboardOverlay ToOverlay() => new()
        {
            Picture = Picture,
            Text = Text,
            Start = Start,
            Duration = Duration,
            From = From,
            To = To,
            Ease = Ease,
            Motion = Motion,
            Width = Width,
            Size = Size,
            Font = Font,
            Colour = Colour,
            Background = Background,
        };
    }

    internal sealed class SoundEntry
    {
        public VoicePlan? Voice { get; set; }

        public IReadOnlyList<SpeechCue?> Speech { get; set; } = [];

        public MusicPlan? Music { get; set; }

        public IReadOnlyList<EffectCue?> Effects { get; set; } = [];

        public static SoundEntry Of(SoundPlan sound) => new() { Voice = sound.Voice, Speech = sound.Speech, Music = sound.Music, Effects = sound.Effects };

        public SoundPlan ToSound() => new() { Voice = Voice, Speech = [.. Speech.Select(static s => s!)], Music = Music, Effects = [.. Effects.Select(static e => e!)] };
    }

    internal sealed class AvatarEntry
    {
        private static readonly AvatarPlan Default = new();

        public string? Name { get; set; }

        public string? Picture { get; set; }

        public AvatarCorner Corner { get; set; } = Default.Corner;

        public double Size { get; set; } = Default.Size;

        public int Seed { get; set; }

        public static AvatarEntry Of(AvatarPlan avatar) => new() { Name = avatar.Name, Picture = avatar.Picture, Corner = avatar.Corner, Size = avatar.Size, Seed = avatar.Seed };

        public AvatarPlan ToAvatar() => new() { Name = Name, Picture = Picture, Corner = Corner, Size = Size, Seed = Seed };
    }
}
