namespace Gpu.Workflow.Sound;

/// <summary>Stereo sound at 48,000 samples a second, in 32-bit floats of which 1 is full scale.</summary>
internal sealed class SoundBuffer
{
    /// <summary>Samples a second and channel.</summary>
    public const int Rate = 48_000;

    /// <summary>Silence.</summary>
    /// <param name="length">Samples a channel.</param>
    public SoundBuffer(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Left = new float[length];
        Right = new float[length];
    }

    /// <summary>The left channel.</summary>
    public float[] Left { get; }

    /// <summary>The right channel.</summary>
    public float[] Right { get; }

    /// <summary>Samples a channel.</summary>
    public int Length => Left.Length;

    /// <summary>The sample at a time.</summary>
    /// <param name="seconds">0 or more.</param>
    public static int At(double seconds) => (int)Math.Floor((seconds * Rate) + 0.5);

    /// <summary>Multiplies all samples.</summary>
    public void Scale(double gain)
    {
        var factor = (float)gain;
        foreach (var channel in (float[][])[Left, Right])
        {
            for (var i = 0; i < channel.Length; i++)
            {
                channel[i] *= factor;
            }
        }
    }

    /// <summary>Falls to silence, without a corner, over the last samples.</summary>
    /// <param name="length">How many; all where there are fewer.</param>
    public void FadeOut(int length)
    {
        length = Math.Min(length, Length);
        for (var i = 0; i < length; i++)
        {
            var gain = (float)Sine.Ease((double)i / length);
            Left[^(i + 1)] *= gain;
            Right[^(i + 1)] *= gain;
        }
    }

    /// <summary>Adds another sound; what would lie outside is left out.</summary>
    /// <param name="other">What to add.</param>
    /// <param name="at">The sample here at which its first one comes; may be negative.</param>
    /// <param name="gain">Its factor.</param>
    public void Add(SoundBuffer other, int at, double gain = 1)
    {
        var factor = (float)gain;
        var (first, end) = (Math.Max(0, -at), Math.Min(other.Length, Length - at));
        for (var i = first; i < end; i++)
        {
            Left[at + i] += other.Left[i] * factor;
            Right[at + i] += other.Right[i] * factor;
        }
    }
}
