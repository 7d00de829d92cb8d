namespace Gpu.Workflow.Sound.Music;

/// <summary>Writes a melody: a short motif in the first bar of two, answered, and varied over the chords.</summary>
internal static class Melody
{
    private const int BeatsPerBar = 4;

    // Sparse: somebody speaks over it.
    private static readonly double[][] Rhythms =
    [
        [0, 1.5, 2],
        [0.5, 1, 2.5],
        [0, 0.5, 2],
        [1, 1.5, 3],
        [0, 2],
    ];

    /// <summary>Adds the notes of a melody.</summary>
    /// <param name="notes">Where to.</param>
    /// <param name="mood">The mood.</param>
    /// <param name="instrument">What plays it.</param>
    /// <param name="bars">The piece's length.</param>
    /// <param name="degree">The chord of each bar.</param>
    /// <param name="seed">Which melody.</param>
    public static void Write(List<Note> notes, Mood mood, Instrument instrument, int bars, Func<int, int> degree, ulong seed)
    {
        var random = new SeededRandom(seed ^ 0x6D656C6F6479);
        var motif = Rhythms[random.Next(Rhythms.Length)];
        var answer = Rhythms[random.Next(Rhythms.Length)];
        int[] contour = [random.Next(3), random.Next(3), random.Next(3)];
        var last = 7;
        for (var bar = bars >= 6 ? 2 : 0; bar < bars - 1; bar++)
        {
            // The last bar of four is left to breathe.
            if (bar % 4 == 3)
            {
                continue;
            }

            var rhythm = (bar & 1) == 0 ? motif : answer;
            for (var i = 0; i < rhythm.Length; i++)
            {
                // Chord tones on the beat, a neighbour in between, in steps from the note before.
                var chord = degree(bar) + (2 * contour[i % contour.Length]);
                var next = Nearest(chord, last) + (rhythm[i] % 1 == 0 ? 0 : random.Next(2));
                var end = i + 1 < rhythm.Length ? rhythm[i + 1] : BeatsPerBar;
                var pitch = mood.Tonic + 12 + mood.Scale[Mod(next, 7)] + (12 * (int)Math.Floor(next / 7.0)) - 12;
                notes.Add(new Note(instrument, (bar * BeatsPerBar) + rhythm[i], Math.Min(2, end - rhythm[i]), pitch, 0.4, 0.15));
                last = next;
            }
        }
    }

    private static int Nearest(int degree, int last)
    {
        var octave = (int)Math.Round((last - degree) / 7.0, MidpointRounding.AwayFromZero);
        return Math.Clamp(degree + (7 * octave), 3, 13);
    }

    private static int Mod(int value, int by) => ((value % by) + by) % by;
}
