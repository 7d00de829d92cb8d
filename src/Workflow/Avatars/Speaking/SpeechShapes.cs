using Gpu.Workflow.Sound;

namespace Gpu.Workflow.Avatars.Speaking;

/// <summary>What the mouth does while a line is said by a voice that tells its sounds.</summary>
internal static class SpeechShapes
{
    // The mouth is there before the sound: about a frame of a film.
    private const double Anticipation = 1 / 30.0;

    // Of a sound with two shapes, such as the one in "my", the first is longer.
    private const double FirstPart = 0.6;

    /// <summary>The shapes of a line, in the order of their time, from its first sound to the rest after its last.</summary>
    /// <param name="line">The line.</param>
    /// <param name="unknown">Takes symbols that have a letter nobody knows.</param>
    public static List<MouthEvent> Of(SpokenLine line, ISet<string> unknown)
    {
        var events = new List<MouthEvent>(line.Phonemes.Count + 1);
        var shapes = new List<Viseme>();
        var end = line.Start + line.Duration;
        for (var i = 0; i < line.Phonemes.Count; i++)
        {
            var phoneme = line.Phonemes[i];
            var start = Math.Min(line.Start + Math.Max(0, phoneme.Start), end);
            var next = i + 1 < line.Phonemes.Count ? Math.Clamp(line.Start + line.Phonemes[i + 1].Start, start, end) : end;
            shapes.Clear();
            if (phoneme.Symbol.Length > 0 && !PhonemeVisemes.Map(phoneme.Symbol, shapes))
            {
                unknown.Add(phoneme.Symbol);
            }

            if (phoneme.Symbol.Length == 0)
            {
                Add(events, start, Viseme.Rest, line.Start);
            }

            for (var s = 0; s < shapes.Count; s++)
            {
                var part = s == 0 ? 0 : FirstPart + ((1 - FirstPart) * (s - 1) / (shapes.Count - 1));
                Add(events, start + ((next - start) * part) - Anticipation, shapes[s], line.Start);
            }
        }

        Add(events, end, Viseme.Rest, line.Start);
        return events;
    }

    private static void Add(List<MouthEvent> events, double start, Viseme shape, double lineStart)
    {
        // Never before the line, nor before the shape before it.
        var least = events.Count == 0 ? Math.Max(0, lineStart - Anticipation) : events[^1].Start;
        events.Add(new MouthEvent(Math.Max(start, least), shape));
    }
}
