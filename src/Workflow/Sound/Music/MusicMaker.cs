namespace Gpu.Workflow.Sound.Music;

/// <summary>Makes music of a length: a whole number of bars, whose tempo gives way a little, and a last chord that rings out with the ad.</summary>
internal static class MusicMaker
{
    private const int BeatsPerBar = 4;

    /// <summary>Makes a piece. The same arguments give the same samples.</summary>
    /// <param name="mood">Its mood.</param>
    /// <param name="seconds">Its length.</param>
    /// <param name="seed">Which of the mood's pieces.</param>
    /// <param name="tempo">Beats a minute, about; null for the mood's.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static SoundBuffer Make(Mood mood, double seconds, int seed, int? tempo, CancellationToken cancellationToken)
    {
        var sound = new SoundBuffer(SoundBuffer.At(seconds));
        var ring = Math.Min(2.6, seconds * 0.22);
        var bar = BeatsPerBar * 60.0 / (tempo ?? mood.Tempo);
        var bars = Math.Max(1, (int)Math.Round((seconds - ring) / bar, MidpointRounding.AwayFromZero));
        var beat = (seconds - ring) / (bars * BeatsPerBar);
        var notes = new Composer(mood, bars, (ulong)(uint)seed).Compose(ring / beat);
        Play(sound, mood, notes, beat, cancellationToken);
        // The last chord falls to silence exactly at the end.
        sound.FadeOut(SoundBuffer.At(ring * 0.85));
        return sound;
    }

    private static void Play(SoundBuffer sound, Mood mood, IReadOnlyList<Note> notes, double beat, CancellationToken cancellationToken)
    {
        var room = new SoundBuffer(sound.Length);
        var drums = new Dictionary<Instrument, float[]>();
        foreach (var note in notes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var at = SoundBuffer.At(note.Beat * beat);
            var send = mood.Room * Instruments.Send(note.Instrument);
            if (Instruments.Find(note.Instrument) is { } tone)
            {
                tone.Play(sound, room, note, at, note.Beats * beat, send);
            }
            else
            {
                if (!drums.TryGetValue(note.Instrument, out var drum))
                {
                    drums.Add(note.Instrument, drum = Drums.Make(note.Instrument));
                }

                Hit(sound, room, drum, note, at, send * 0.3);
            }
        }

        Room.Add(sound, room);
    }

    private static void Hit(SoundBuffer sound, SoundBuffer room, float[] drum, in Note note, int at, double send)
    {
        var (left, right) = ((float)(Math.Sqrt((1 - note.Pan) / 2) * note.Strength), (float)(Math.Sqrt((1 + note.Pan) / 2) * note.Strength));
        for (var i = 0; i < Math.Min(drum.Length, sound.Length - at); i++)
        {
            sound.Left[at + i] += drum[i] * left;
            sound.Right[at + i] += drum[i] * right;
            room.Left[at + i] += (float)(drum[i] * left * send);
            room.Right[at + i] += (float)(drum[i] * right * send);
        }
    }
}
