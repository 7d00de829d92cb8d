namespace Gpu.Workflow.Sound.Music;

/// <summary>Writes the notes of a piece: chords with smooth voices, a figure, a bass, a sparse melody, drums that come in one by one, and an end on the tonic.</summary>
internal sealed class Composer(Mood mood, int bars, ulong seed)
{
    private const int BeatsPerBar = 4;
    private readonly List<Note> _notes = [];
    private readonly int[] _progression = mood.Progressions[new SeededRandom(seed).Next(mood.Progressions.Length)];

    /// <summary>All notes, the last chord at the beat after the last bar.</summary>
    /// <param name="lastBeats">How long the last chord rings.</param>
    public IReadOnlyList<Note> Compose(double lastBeats)
    {
        int[] voices = [];
        for (var bar = 0; bar < bars; bar++)
        {
            voices = Voice(Degree(bar), voices);
            Bar(bar, voices);
        }

        if (mood.Lead is { } lead && bars >= 2)
        {
            Melody.Write(_notes, mood, lead, bars, Degree, seed);
        }

        End(voices, lastBeats);
        return _notes;
    }

    // What comes before the last chord leads to it: its fifth.
    private int Degree(int bar) => bar == bars - 1 && bars > 1 ? 4 : _progression[bar % _progression.Length];

    private void Bar(int bar, int[] voices)
    {
        var start = bar * BeatsPerBar;
        foreach (var (pitch, i) in voices.Select(static (v, i) => (v, i)))
        {
            _notes.Add(new Note(mood.Ground, start, BeatsPerBar, pitch, 0.5, (i - 1) * 0.5));
        }

        // Parts join one after the other, so that the piece grows; a short piece has no time for it.
        var (figure, bass, drums) = bars >= 8 ? (0, 1, 2) : bars >= 4 ? (0, 0, 1) : (0, 0, 0);
        if (bar >= figure && mood.Figure is { } instrument)
        {
            Figure(instrument, start, voices);
        }

        if (bar >= bass)
        {
            Bass(start, Degree(bar));
        }

        if (bar >= drums)
        {
            Drums(start, bar);
        }
    }

    private void Figure(Instrument instrument, int start, int[] voices)
    {
        var count = BeatsPerBar * mood.FigureRate;
        int[] order = [0, 1, 2, 1];
        for (var i = 0; i < count; i++)
        {
            var pitch = voices[order[i % order.Length] % voices.Length] + (i % 8 == 6 ? 12 : 0);
            var accent = i % mood.FigureRate == 0 ? 0.5 : 0.36;
            _notes.Add(new Note(instrument, start + Swung((double)i / mood.FigureRate), 1.0 / mood.FigureRate, pitch, accent, (i & 1) == 0 ? -0.35 : 0.35));
        }
    }

    private void Bass(int start, int degree)
    {
        var root = Pitch(degree) - 24;
        root += root < 33 ? 12 : 0;
        for (var i = 0; i < mood.BassBeats.Length; i++)
        {
            var end = i + 1 < mood.BassBeats.Length ? mood.BassBeats[i + 1] : BeatsPerBar;
            _notes.Add(new Note(Instrument.Bass, start + Swung(mood.BassBeats[i]), (end - mood.BassBeats[i]) * 0.9, root, i == 0 ? 0.75 : 0.6));
        }
    }

    private void Drums(int start, int bar)
    {
        // In the last bar the beat thins out towards the end.
        var until = bar == bars - 1 ? 3 : BeatsPerBar;
        Beat(Instrument.Kick, mood.Kick, 0.36, 0);
        Beat(Instrument.Clap, mood.Clap, 0.34, 0.05);
        Beat(Instrument.Hat, mood.Hat, 0.32, 0.3);
        Beat(Instrument.Shaker, mood.Shaker, 0.26, -0.3);

        void Beat(Instrument drum, double[] beats, double strength, double pan)
        {
            foreach (var beat in beats.Where(b => b < until))
            {
                var soft = beat % 1 == 0 ? 1 : 0.75;
                _notes.Add(new Note(drum, start + Swung(beat), 0.25, 0, strength * soft, pan));
            }
        }
    }

    private void End(int[] before, double beats)
    {
        var start = bars * BeatsPerBar;
        foreach (var (pitch, i) in Voice(0, before).Select(static (v, i) => (v, i)))
        {
            _notes.Add(new Note(mood.Ground, start, beats, pitch, 0.55, (i - 1) * 0.5));
            _notes.Add(new Note(mood.Figure ?? Instrument.Keys, start + (0.06 * i), beats, pitch, 0.5, (i - 1) * 0.3));
        }

        _notes.Add(new Note(Instrument.Bell, start + 0.2, beats, mood.Tonic + 24, 0.32));
        _notes.Add(new Note(Instrument.Bass, start, beats, mood.Tonic - (mood.Tonic - 24 < 33 ? 12 : 24), 0.75));
        if (mood.Kick.Length > 0)
        {
            _notes.Add(new Note(Instrument.Kick, start, 0.25, 0, 0.36));
        }
    }

    // The three tones of a chord, each in the octave nearest to the voice that it continues.
    private int[] Voice(int degree, int[] before)
    {
        int[] tones = [Pitch(degree), Pitch(degree + 2), Pitch(degree + 4)];
        var centre = before.Length == 0 ? mood.Tonic + 4.0 : before.Average();
        var voices = tones.Select(t => Near(t, centre)).Order().ToArray();
        return voices;
    }

    private static int Near(int pitch, double centre) => pitch + (12 * (int)Math.Round((centre - pitch) / 12, MidpointRounding.AwayFromZero));

    private int Pitch(int degree) => mood.Tonic + mood.Scale[degree % 7] + (12 * (degree / 7));

    private double Swung(double beat) => beat % 1 == 0.5 ? beat + mood.Swing : beat;
}
