using Gpu.Workflow.Suggestions;

namespace Gpu.Workflow.Storyboards;

/// <summary>Plans what is heard: the words that are seen are said, music goes through, effects mark what was suggested for them.</summary>
internal static class PlanSound
{
    private const string UsualMood = "warm";

    // A voice that begins with its words seems late, one that begins before them hurried.
    private const double Lead = 0.12;

    // The request is seen last of its card, and need not wait for that to be said.
    private const double Entry = 0.2;

    // Effects are to be noticed, not listened to; those that come again and again less than the others.
    private const double Once = -7;
    private const double OftenRepeated = -13;

    /// <summary>The sound of an ad; null for silence.</summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="suggestions">Mood, tempo and effects: those that are selected.</param>
    /// <param name="shots">The pictures.</param>
    /// <param name="captions">The words that are seen.</param>
    /// <param name="segments">The ad's parts.</param>
    public static SoundPlan? Make(StoryboardOptions options, IReadOnlyList<Suggestion> suggestions, IReadOnlyList<Shot> shots, IReadOnlyList<Caption> captions, IReadOnlyList<PlanSegment> segments)
    {
        if (options.Sound is not { } wishes || (wishes.Voice is null && wishes.Music is null && wishes.MusicFile is null))
        {
            return null;
        }

        var closing = segments.FirstOrDefault(static s => s.Kind == PlanSegmentKind.Closing);
        var suggested = suggestions.FirstOrDefault(static s => s is { Selected: true, Music: not null })?.Music;
        return new SoundPlan
        {
            Voice = wishes.Voice is { } voice ? new VoicePlan(voice, wishes.WordsPerMinute) : null,
            Speech = wishes.Voice is null ? [] : [.. Speech(captions, closing)],
            Music = Music(wishes, suggested, options.Seed),
            // Over a voice alone they would be noises.
            Effects = wishes.Effects && (wishes.Music is not null || wishes.MusicFile is not null) ? [.. Effects(options, suggestions, shots, captions, closing)] : [],
        };
    }

    private static MusicPlan? Music(SoundWishes wishes, SuggestedMusic? suggested, int seed)
    {
        if (wishes.MusicFile is { } file)
        {
            return new MusicPlan(UsualMood, seed, File: Path.GetFullPath(file));
        }

        return wishes.Music switch
        {
            null => null,
            SoundWishes.Fitting => new MusicPlan(suggested?.Mood ?? UsualMood, seed, suggested?.BeatsPerMinute),
            var mood => new MusicPlan(mood, seed),
        };
    }

    // Of the closing card only the request is said: names and prices are read, and voices stumble over them.
    private static IEnumerable<SpeechCue> Speech(IReadOnlyList<Caption> captions, PlanSegment closing) =>
        captions
            .Where(c => c.Role is CaptionRole.Line or CaptionRole.CallToAction || (c.Role == CaptionRole.Headline && (closing.Duration <= 0 || c.Start < closing.Start)))
            .Select(c => new SpeechCue(c.Text, PlanShots.Seconds((c.Role == CaptionRole.CallToAction ? Math.Min(c.Start, closing.Start + Entry) : c.Start) + Math.Min(Lead, c.Duration / 10))))
            .OrderBy(static c => c.Start);

    private static IEnumerable<EffectCue> Effects(StoryboardOptions options, IReadOnlyList<Suggestion> suggestions, IReadOnlyList<Shot> shots, IReadOnlyList<Caption> captions, PlanSegment closing) =>
        suggestions
            .Where(static s => s is { Selected: true, Sound: not null })
            .SelectMany(s => Moments(s.Sound!, shots, captions, closing).Select(at => new EffectCue(s.Sound!.Effect, PlanShots.Seconds(at), s.Sound!.At == "cuts" ? OftenRepeated : Once)))
            // A very short ad is over before some moments come.
            .Where(e => e.At < options.Duration)
            .OrderBy(static e => e.At);

    private static IEnumerable<double> Moments(SuggestedSound sound, IReadOnlyList<Shot> shots, IReadOnlyList<Caption> captions, PlanSegment closing) => sound.At switch
    {
        // What rises has to rise to somewhere.
        "start" => [sound.Effect == "rise" ? 1.3 : 0.05],
        // A whoosh belongs to the middle of its transition.
        "cuts" => shots.Skip(1).Where(static s => s.Transition is not null).Select(static s => s.Start + (s.Transition!.Duration / 2)),
        "price" => captions.Where(static c => c.Role == CaptionRole.Price).Select(static c => c.Start + 0.1).Take(1),
        "callToAction" => captions.Where(static c => c.Role == CaptionRole.CallToAction).Select(static c => c.Start + 0.1).Take(1),
        "closing" when closing.Duration > 0 => [closing.Start + 0.3],
        _ => [],
    };
}
