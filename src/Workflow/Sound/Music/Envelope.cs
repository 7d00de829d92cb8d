namespace Gpu.Workflow.Sound.Music;

/// <summary>How a note's strength goes: it rises, falls, and fades when let go.</summary>
/// <param name="Attack">Seconds to full strength.</param>
/// <param name="Decay">Seconds after which it has fallen to 37 % of the way to <paramref name="Sustain"/>.</param>
/// <param name="Sustain">What it falls to while held, 0 to 1.</param>
/// <param name="Release">Seconds to silence when let go.</param>
internal readonly record struct Envelope(double Attack, double Decay, double Sustain, double Release)
{
    /// <summary>Samples that a note sounds.</summary>
    public int Length(double held) => SoundBuffer.At(held + Release);

    /// <summary>Fills the strengths of a note, sample by sample.</summary>
    public void Fill(Span<float> values, double held)
    {
        var attack = Math.Max(1, SoundBuffer.At(Attack));
        var letGo = SoundBuffer.At(held);
        var fall = 1 - (1 / (Decay * SoundBuffer.Rate));
        var above = 1 - Sustain;
        for (var i = 0; i < values.Length; i++)
        {
            var level = Sustain + above;
            if (i < attack)
            {
                // No corner, no click.
                level = Sine.Ease((double)i / attack);
            }
            else
            {
                above *= fall;
            }

            if (i >= letGo)
            {
                var left = 1 - ((double)(i - letGo) / Math.Max(1, values.Length - letGo));
                level *= left * left;
            }

            values[i] = (float)level;
        }
    }
}
