using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Gpu.Workflow.Storyboards;

/// <summary>Checks a storyboard's values, those of a file that somebody edited above all.</summary>
internal static partial class StoryboardCheck
{
    private const double Tolerance = StoryboardLimits.TimeTolerance;

    /// <summary>Throws on the first value outside its range.</summary>
    /// <exception cref="StoryboardError">The message names the path, the value and the bound.</exception>
    public static void Check(Storyboard storyboard)
    {
        ArgumentNullException.ThrowIfNull(storyboard);
        Require(storyboard.Version == Storyboard.CurrentVersion, "$.version", $"{storyboard.Version} is not {Storyboard.CurrentVersion}, the version that this program reads.");
        Size("$.width", storyboard.Width);
        Size("$.height", storyboard.Height);
        Require(storyboard.FramesPerSecond is >= 1 and <= StoryboardLimits.MaxFramesPerSecond, "$.framesPerSecond", $"{storyboard.FramesPerSecond} is outside 1 to {StoryboardLimits.MaxFramesPerSecond}.");
        Range("$.duration", storyboard.Duration, 0, StoryboardLimits.MaxDuration, exclusive: true);
        Require(FrameClock.Frames(storyboard) >= 1, "$.duration", $"{storyboard.Duration} s at {storyboard.FramesPerSecond} frames a second is less than a frame.");
        Colour("$.style.background", storyboard.Style.Background);
        Colour("$.style.foreground", storyboard.Style.Foreground);
        Colour("$.style.accent", storyboard.Style.Accent);
        LookCheck.Check(storyboard);
        Shots(storyboard);
        Captions(storyboard);
        if (storyboard.Logo is { } logo)
        {
            Picture("$.logo.picture", logo.Picture);
            Time("$.logo", logo.Start, logo.Duration, storyboard.Duration);
            LookCheck.Place("$.logo.place", logo.Place);
            Range("$.logo.width", logo.Width ?? 1, 0, 1, exclusive: true);
        }

        if (storyboard.Sound is { } sound)
        {
            SoundCheck.Check(sound, storyboard.Duration);
        }

        if (storyboard.Avatar is { } avatar)
        {
            AvatarCheck.Check(avatar);
        }
    }

    private static void Shots(Storyboard storyboard)
    {
        var shots = storyboard.Shots;
        Require(shots.Count is >= 1 and <= StoryboardLimits.MaxShots, "$.shots", $"{shots.Count} shots are outside 1 to {StoryboardLimits.MaxShots}.");
        for (var i = 0; i < shots.Count; i++)
        {
            var (shot, path) = (shots[i], $"$.shots[{i}]");
            Require(shot is not null, path, $"it is null; an object is needed.");
            if (shot!.Picture is not null)
            {
                Picture($"{path}.picture", shot.Picture);
            }

            Defined($"{path}.fit", shot.Fit);
            Box($"{path}.from", shot.From);
            Box($"{path}.to", shot.To);
            Time(path, shot.Start, shot.Duration, double.PositiveInfinity);
            LookCheck.Shot(path, shot);
            if (shot.Transition is { } transition)
            {
                Require(TransitionNames.IsKnown(transition.Kind), $"{path}.transition.kind", $"\"{transition.Kind}\" is not known; it is one of {TransitionNames.All}.");
                Range($"{path}.transition.duration", transition.Duration, 0, shot.Duration, exclusive: true);
            }
        }

        Cover(storyboard);
    }

    private static void Cover(Storyboard storyboard)
    {
        var shots = storyboard.Shots;
        Require(shots[0].Start <= Tolerance, "$.shots[0].start", $"{shots[0].Start} leaves the ad's beginning without a picture; the first shot starts at 0.");
        for (var i = 1; i < shots.Count; i++)
        {
            var (before, shot, path) = (shots[i - 1], shots[i], $"$.shots[{i}]");
            var free = before.Start + (before.Transition?.Duration ?? 0);
            var seen = shot.Start + (shot.Transition?.Duration ?? 0);
            Require(shot.Start > before.Start, $"{path}.start", $"{shot.Start} is not after {before.Start}, the start of the shot before it.");
            Require(shot.Start >= free - Tolerance, $"{path}.start", $"{shot.Start} is before {free}, where the transition of the shot before it ends.");
            Require(before.Start + before.Duration >= seen - Tolerance, $"$.shots[{i - 1}].duration",
                $"{before.Duration} s end at {before.Start + before.Duration}, before shot {i} has replaced it at {seen}.");
        }

        var end = shots[^1].Start + shots[^1].Duration;
        Require(end >= storyboard.Duration - Tolerance, $"$.shots[{shots.Count - 1}].duration", $"the last shot ends at {end} s, before the ad's end at {storyboard.Duration} s.");
        Require(shots[^1].Start < storyboard.Duration, $"$.shots[{shots.Count - 1}].start", $"{shots[^1].Start} is not before the ad's end at {storyboard.Duration} s.");
    }

    private static void Captions(Storyboard storyboard)
    {
        var captions = storyboard.Captions;
        Require(captions.Count <= StoryboardLimits.MaxCaptions, "$.captions", $"{captions.Count} captions are more than {StoryboardLimits.MaxCaptions}.");
        for (var i = 0; i < captions.Count; i++)
        {
            var (caption, path) = (captions[i], $"$.captions[{i}]");
            Require(caption is not null, path, $"it is null; an object is needed.");
            Require(!string.IsNullOrWhiteSpace(caption!.Text), $"{path}.text", $"it is empty; write words or take the caption out.");
            Require(caption.Text.Length <= StoryboardLimits.MaxCaptionLength, $"{path}.text", $"{caption.Text.Length} characters are more than {StoryboardLimits.MaxCaptionLength}.");
            Defined($"{path}.role", caption.Role);
            Time(path, caption.Start, caption.Duration, storyboard.Duration);
            LookCheck.Caption(path, caption);
        }
    }

    private static void Size(string path, int value) => Require(
        value is >= StoryboardLimits.MinSize and <= StoryboardLimits.MaxSize && int.IsEvenInteger(value),
        path, $"{value} is not an even number of pixels from {StoryboardLimits.MinSize} to {StoryboardLimits.MaxSize}.");

    /// <summary>Throws where a stretch of time is not within the ad.</summary>
    internal static void Time(string path, double start, double duration, double end)
    {
        Range($"{path}.start", start, 0, StoryboardLimits.MaxDuration);
        Range($"{path}.duration", duration, 0, StoryboardLimits.MaxDuration, exclusive: true);
        Require(start + duration <= end + Tolerance, $"{path}.duration", $"{start} + {duration} s is after the ad's end at {end} s.");
    }

    private static void Box(string path, PictureBox box)
    {
        Range($"{path}.x", box.X, 0, 1);
        Range($"{path}.y", box.Y, 0, 1);
        Range($"{path}.width", box.Width, 0, 1, exclusive: true);
        Range($"{path}.height", box.Height, 0, 1, exclusive: true);
        const double Rounding = 1e-6;
        Require(box.X + box.Width <= 1 + Rounding, $"{path}.width", $"{box.X} + {box.Width} is over 1, the picture's right edge.");
        Require(box.Y + box.Height <= 1 + Rounding, $"{path}.height", $"{box.Y} + {box.Height} is over 1, the picture's lower edge.");
    }

    /// <summary>Throws where a picture's address cannot be one.</summary>
    internal static void Picture(string path, string picture) =>
        Require(!string.IsNullOrWhiteSpace(picture) && Uri.TryCreate(picture, UriKind.RelativeOrAbsolute, out _), path, $"\"{picture}\" is neither an address nor a path.");

    /// <summary>Throws where a colour is none; null is let through.</summary>
    internal static void Colour(string path, string? value) =>
        Require(value is null || ColourPattern().IsMatch(value), path, $"\"{value}\" is not a colour such as \"#14181f\".");

    /// <summary>Throws where a number is outside its range.</summary>
    internal static void Range(string path, double value, double least, double most, bool exclusive = false) => Require(
        double.IsFinite(value) && value <= most && (exclusive ? value > least : value >= least),
        path, $"{value} is outside {(exclusive ? "over " : "")}{least} to {most}.");

    /// <summary>Throws where a value is none of its kind.</summary>
    internal static void Defined<T>(string path, T value)
        where T : struct, Enum => Require(Enum.IsDefined(value), path, $"{value} is none of {string.Join(", ", Enum.GetNames<T>())}.");

    /// <summary>Throws where there is a value that is none of its kind.</summary>
    internal static void Defined<T>(string path, T? value)
        where T : struct, Enum
    {
        if (value is { } given)
        {
            Defined(path, given);
        }
    }

    /// <summary>Throws where a condition does not hold; the message is built only then.</summary>
    internal static void Require(bool condition, string path, [InterpolatedStringHandlerArgument(nameof(condition))] ref RequirementMessage problem)
    {
        if (!condition)
        {
            throw new StoryboardError(path, problem.Text());
        }
    }

    [GeneratedRegex("^#[0-9a-fA-F]{6}$", RegexOptions.CultureInvariant)]
    private static partial Regex ColourPattern();
}
