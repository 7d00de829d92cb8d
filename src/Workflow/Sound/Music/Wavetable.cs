namespace Gpu.Workflow.Sound.Music;

/// <summary>One period of a tone made of few harmonics, so that no pitch that is played aliases.</summary>
internal sealed class Wavetable
{
    private const int Size = 2048;
    private readonly float[] _values = new float[Size + 1];

    /// <summary>A tone.</summary>
    /// <param name="harmonics">The strength of each harmonic, the fundamental first.</param>
    public Wavetable(params double[] harmonics)
    {
        var sum = harmonics.Sum();
        for (var i = 0; i <= Size; i++)
        {
            var value = 0.0;
            for (var h = 0; h < harmonics.Length; h++)
            {
                value += harmonics[h] * Sine.Of((double)i * (h + 1) / Size);
            }

            _values[i] = (float)(value / sum);
        }
    }

    /// <summary>Its value at a phase.</summary>
    /// <param name="phase">0 to below 1.</param>
    public float At(double phase)
    {
        var x = phase * Size;
        var i = (int)x;
        var f = (float)(x - i);
        return _values[i] + (f * (_values[i + 1] - _values[i]));
    }
}
