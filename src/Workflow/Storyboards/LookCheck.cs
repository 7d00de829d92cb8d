using Gpu.Workflow.Rendering.Text;
using static Gpu.Workflow.Storyboards.StoryboardCheck;

namespace Gpu.Workflow.Storyboards;

/// <summary>Checks what a storyboard says of its look.</summary>
internal static class LookCheck
{
    /// <exception cref="StoryboardError">A value is outside its range.</exception>
    public static void Check(Storyboard board)
    {
        Require(StoryStyle.Find(board.Style.Name) is not null, "$.style.name", $"\"{board.Style.Name}\" is no style; accepted: {StoryStyle.Names}.");
        Font("$.style.font", board.Style.Font);
        Defined("$.style.shape", board.Style.Shape);
        Motion("$.style.motion", board.Style.Motion);
        Defined("$.captionMode", board.CaptionMode);
        Grade("$.grade", board.Grade);
        if (board.Frame is { } frame)
        {
            Range("$.frame.vignette", frame.Vignette, 0, 1);
            Range("$.frame.brightness", frame.Brightness, -1, 1);
            Range("$.frame.contrast", frame.Contrast, -1, 1);
            Range("$.frame.saturation", frame.Saturation, -1, 1);
            File("$.frame.lut", frame.Lut);
        }

        Require(board.Overlays.Count <= StoryboardLimits.MaxOverlays, "$.overlays", $"{board.Overlays.Count} overlays are more than {StoryboardLimits.MaxOverlays}.");
        for (var i = 0; i < board.Overlays.Count; i++)
        {
            Require(board.Overlays[i] is not null, $"$.overlays[{i}]", $"it is null; an object is needed.");
            Overlay($"$.overlays[{i}]", board.Overlays[i], board.Duration);
        }
    }

    /// <summary>Checks what a shot has beside its picture, box and time.</summary>
    public static void Shot(string path, Shot shot)
    {
        Defined(path + ".ease", shot.Ease);
        if (shot.Rotation is { } turn)
        {
            Range(path + ".rotation.from", turn.From, -360, 360);
            Range(path + ".rotation.to", turn.To, -360, 360);
        }

        Grade(path + ".grade", shot.Grade);
    }

    /// <summary>Checks what a caption has beside its words and time.</summary>
    public static void Caption(string path, Caption caption)
    {
        Defined(path + ".shape", caption.Shape);
        Place(path + ".place", caption.Place);
        Range(path + ".size", caption.Size, 0.3, 3);
        Motion(path + ".motion", caption.Motion);
        for (var i = 0; i < (caption.Words?.Count ?? 0); i++)
        {
            Range($"{path}.words[{i}]", caption.Words![i], i == 0 ? 0 : caption.Words[i - 1], caption.Duration);
        }
    }

    /// <summary>Checks a place in the frame.</summary>
    public static void Place(string path, FramePlace? place)
    {
        if (place is not null)
        {
            Range(path + ".x", place.X, 0, 1);
            Range(path + ".y", place.Y, 0, 1);
        }
    }

    private static void Overlay(string path, StoryboardOverlay overlay, double end)
    {
        Require(overlay.Picture is null != (overlay.Text is null), path, $"it needs either a picture or a text.");
        if (overlay.Picture is { } picture)
        {
            Picture(path + ".picture", picture);
        }

        Require(overlay.Text is null || !string.IsNullOrWhiteSpace(overlay.Text), path + ".text", $"it is empty; write words or take the overlay out.");
        Require(overlay.Text is null || overlay.Text.Length <= StoryboardLimits.MaxCaptionLength, path + ".text", $"{overlay.Text?.Length} characters are more than {StoryboardLimits.MaxCaptionLength}.");
        Time(path, overlay.Start, overlay.Duration, end);
        Point(path + ".from", overlay.From);
        Point(path + ".to", overlay.To);
        Defined(path + ".ease", overlay.Ease);
        Motion(path + ".motion", overlay.Motion);
        Range(path + ".width", overlay.Width, 0, 1, exclusive: true);
        Range(path + ".size", overlay.Size, 0.01, 0.5);
        Font(path + ".font", overlay.Font);
        Colour(path + ".colour", overlay.Colour);
        Colour(path + ".background", overlay.Background);
    }

    private static void Point(string path, OverlayPoint? point)
    {
        if (point is not null)
        {
            Range(path + ".x", point.X, -1, 2);
            Range(path + ".y", point.Y, -1, 2);
            Range(path + ".opacity", point.Opacity, 0, 1);
        }
    }

    private static void Motion(string path, MotionPlan? motion)
    {
        if (motion is not null)
        {
            Defined(path + ".kind", motion.Kind);
            Range(path + ".in", motion.In, 0, 5);
            Range(path + ".out", motion.Out, 0, 5);
            Defined(path + ".ease", motion.Ease);
            Range(path + ".distance", motion.Distance, 0, 1);
            Range(path + ".stagger", motion.Stagger, 0, 2);
        }
    }

    private static void Grade(string path, PictureGrade? grade)
    {
        if (grade is not null)
        {
            Range(path + ".brightness", grade.Brightness, -1, 1);
            Range(path + ".contrast", grade.Contrast, -1, 1);
            Range(path + ".saturation", grade.Saturation, -1, 1);
            Range(path + ".warmth", grade.Warmth, -1, 1);
            File(path + ".lut", grade.Lut);
        }
    }

    private static void Font(string path, string? font) =>
        Require(font is null || FontFamily.Find(font) is not null, path, $"\"{font}\" is no font; accepted: {FontFamily.Names}.");

    private static void File(string path, string? file) =>
        Require(file is null || (!string.IsNullOrWhiteSpace(file) && !file.Contains('\0', StringComparison.Ordinal)), path, $"\"{file}\" is no path.");
}
