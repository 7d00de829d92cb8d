namespace Gpu.Workflow.Sound.Music;

/// <summary>An instrument of a pitch: up to two detuned tones, and a second, shorter one for the strike.</summary>
/// <param name="Tone">The sound that is held.</param>
/// <param name="Shape">Its strength over time.</param>
/// <param name="Detune">How far two voices are apart, as a part of the frequency; 0 for one voice.</param>
/// <param name="Gain">Its level.</param>
internal sealed record ToneInstrument(Wavetable Tone, Envelope Shape, double Detune, double Gain)
{
    /// <summary>The sound of the strike; null for none.</summary>
    public Wavetable? Strike { get; init; }

    /// <summary>The frequency of the strike, in multiples of the note's.</summary>
    public double StrikeRatio { get; init; } = 1;

    /// <summary>How long the strike is heard, seconds.</summary>
    public double StrikeDecay { get; init; } = 0.05;

    /// <summary>How strong it is, beside the tone's 1.</summary>
    public double StrikeGain { get; init; }

    /// <summary>Adds a note.</summary>
    /// <param name="sound">Where to.</param>
    /// <param name="room">Where to add what the room answers.</param>
    /// <param name="note">The note.</param>
    /// <param name="at">Its first sample.</param>
    /// <param name="held">Seconds.</param>
    /// <param name="send">How much of it the room hears.</param>
    public void Play(SoundBuffer sound, SoundBuffer room, in Note note, int at, double held, double send)
    {
        var length = Math.Min(Shape.Length(held), sound.Length - at);
        if (length <= 0)
        {
            return;
        }

        var strengths = new float[length];
        Shape.Fill(strengths, held);
        var step = Pitch.Frequency(note.Pitch) / SoundBuffer.Rate;
        var (left, right) = (Math.Sqrt((1 - note.Pan) / 2), Math.Sqrt((1 + note.Pan) / 2));
        var gain = Gain * note.Strength;
        // Where the phases start depends on the note: all from zero, chords would begin with a click of their sum.
        var random = new SeededRandom((ulong)((at * 131) + note.Pitch));
        var (first, second, strike) = (random.NextDouble(), random.NextDouble(), 0.0);
        var strikeLevel = StrikeGain;
        var strikeFall = 1 - (1 / (StrikeDecay * SoundBuffer.Rate));
        for (var i = 0; i < length; i++)
        {
            double a = Tone.At(first), b = a;
            first = Next(first, step * (1 - Detune));
            if (Detune > 0)
            {
                b = Tone.At(second);
                second = Next(second, step * (1 + Detune));
            }

            var hit = 0.0;
            if (Strike is { } sounds && strikeLevel > 0.001)
            {
                hit = sounds.At(strike) * strikeLevel;
                strike = Next(strike, step * StrikeRatio);
                strikeLevel *= strikeFall;
            }

            var strength = strengths[i] * gain;
            // Of two voices each is more on its side.
            var l = (float)(((a * 0.7) + (b * 0.3) + hit) * strength * left);
            var r = (float)(((a * 0.3) + (b * 0.7) + hit) * strength * right);
            sound.Left[at + i] += l;
            sound.Right[at + i] += r;
            room.Left[at + i] += l * (float)send;
            room.Right[at + i] += r * (float)send;
        }
    }

    private static double Next(double phase, double step)
    {
        phase += step;
        return phase >= 1 ? phase - Math.Floor(phase) : phase;
    }
}
