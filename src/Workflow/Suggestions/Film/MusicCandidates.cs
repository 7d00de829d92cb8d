namespace Gpu.Workflow.Suggestions.Film;

/// <summary>Moods of music.</summary>
internal static class MusicCandidates
{
    private static readonly (string Mood, string Text, Topic[] Topics, double Energy, double Light, int Slowest, int Fastest)[] Moods =
    [
        ("calm", "Calm: slow pads and a soft piano", [Topic.Wellbeing, Topic.Nature, Topic.Travel], 0.1, 0.4, 60, 76),
        ("elegant", "Elegant: strings and harp", [Topic.Beauty, Topic.Travel, Topic.Culture], 0.25, 0.3, 68, 84),
        ("warm", "Warm: acoustic guitar, brushed drums", [Topic.Food, Topic.Home, Topic.Culture, Topic.Learning], 0.4, 0.5, 84, 100),
        ("uplifting", "Uplifting: bright chords that rise", [Topic.Nature, Topic.Learning, Topic.Travel, Topic.Money], 0.55, 0.7, 100, 116),
        ("playful", "Playful: plucked strings and claps", [Topic.Food, Topic.Learning, Topic.Home], 0.7, 0.7, 108, 124),
        ("driving", "Driving: a beat and a bass line", [Topic.Event, Topic.Sport, Topic.Technology], 0.85, 0.4, 118, 132),
        ("serious", "Serious: low pulse, sparse piano", [Topic.News, Topic.Money, Topic.Technology], 0.35, 0.35, 76, 92),
    ];

    /// <summary>Makes and measures them; within a mood a livelier page has a faster tempo.</summary>
    public static List<Candidate> Find(PageCharacter character) => [.. Moods.Select(m => new Candidate($"music-{m.Mood}", m.Text,
    [
        character.Suits(m.Topics),
        PageCharacter.Near(m.Energy, character.Energy),
        PageCharacter.Near(m.Light, character.Light),
    ])
    { Composed = true, Music = new SuggestedMusic(m.Mood, (int)Math.Round(m.Slowest + ((m.Fastest - m.Slowest) * character.Energy))) })];
}
