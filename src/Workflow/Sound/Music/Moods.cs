namespace Gpu.Workflow.Sound.Music;

/// <summary>The moods that there are.</summary>
internal static class Moods
{
    private static readonly int[] Major = [0, 2, 4, 5, 7, 9, 11];
    private static readonly int[] Minor = [0, 2, 3, 5, 7, 8, 10];
    private static readonly int[] Dorian = [0, 2, 3, 5, 7, 9, 10];
    private static readonly double[] Eighths = [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5];
    private static readonly double[] Offbeats = [0.5, 1.5, 2.5, 3.5];

    /// <summary>All, by name.</summary>
    public static IReadOnlyList<Mood> All { get; } =
    [
        new()
        {
            Name = "warm", Tempo = 84, Tonic = 60, Scale = Major, Progressions = [[0, 4, 5, 3], [0, 2, 3, 4], [3, 0, 4, 5]],
            Ground = Instrument.Pad, Figure = Instrument.Keys, Lead = Instrument.Bell, BassBeats = [0, 2.5],
            Kick = [0, 2.5], Clap = [2], Shaker = Eighths, Room = 0.3,
        },
        new()
        {
            Name = "uplifting", Tempo = 112, Tonic = 62, Scale = Major, Progressions = [[0, 4, 5, 3], [0, 3, 5, 4], [0, 5, 3, 4]],
            Ground = Instrument.Pad, Figure = Instrument.Pluck, Lead = Instrument.Bell, BassBeats = [0, 1.5, 2, 3.5],
            Kick = [0, 1, 2, 3], Clap = [1, 3], Hat = Offbeats, Room = 0.22,
        },
        new()
        {
            Name = "calm", Tempo = 68, Tonic = 57, Scale = Major, Progressions = [[0, 3, 0, 4], [0, 5, 3, 3], [3, 4, 0, 0]],
            Ground = Instrument.Strings, Figure = Instrument.Keys, FigureRate = 1, BassBeats = [0], Room = 0.45,
        },
        new()
        {
            Name = "driving", Tempo = 120, Tonic = 57, Scale = Minor, Progressions = [[0, 5, 2, 6], [0, 3, 5, 6], [0, 6, 5, 6]],
            Ground = Instrument.Pad, Figure = Instrument.Pluck, FigureRate = 4, BassBeats = Eighths,
            Kick = [0, 1, 2, 3], Clap = [1, 3], Hat = Eighths, Room = 0.18,
        },
        new()
        {
            Name = "playful", Tempo = 104, Tonic = 65, Scale = Major, Progressions = [[0, 3, 4, 0], [0, 5, 1, 4], [0, 1, 4, 0]],
            Ground = Instrument.Keys, Figure = Instrument.Mallet, Lead = Instrument.Mallet, BassBeats = [0, 2],
            Kick = [0, 2], Clap = [1, 3], Shaker = Offbeats, Swing = 0.12, Room = 0.2,
        },
        new()
        {
            Name = "elegant", Tempo = 76, Tonic = 58, Scale = Dorian, Progressions = [[0, 3, 6, 2], [0, 6, 3, 3], [0, 2, 3, 6]],
            Ground = Instrument.Strings, Figure = Instrument.Mallet, Lead = Instrument.Keys, FigureRate = 1, BassBeats = [0],
            Shaker = [0.5, 2.5], Room = 0.4,
        },
        new()
        {
            Name = "serious", Tempo = 62, Tonic = 53, Scale = Minor, Progressions = [[0, 5, 3, 4], [0, 3, 5, 0]],
            Ground = Instrument.Strings, Lead = Instrument.Keys, BassBeats = [0], Room = 0.5,
        },
    ];

    /// <summary>The mood of a name; null where there is none.</summary>
    public static Mood? Find(string name) => All.FirstOrDefault(m => string.Equals(m.Name, name, StringComparison.OrdinalIgnoreCase));
}
