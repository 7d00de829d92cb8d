namespace Gpu.Workflow.Sound.Voices;

/// <summary>Takes down what a voice says.</summary>
internal sealed class Recording(int rate, CancellationToken cancellationToken)
{
    private readonly List<float> _values = new(4 * rate);
    private readonly List<(int Position, int Length, double Start)> _words = [];
    private readonly List<SpokenPhoneme> _phonemes = [];

    /// <summary>Whether it is no longer wanted.</summary>
    public bool IsCancelled => cancellationToken.IsCancellationRequested;

    public void Add(ReadOnlySpan<short> samples)
    {
        foreach (var sample in samples)
        {
            _values.Add(sample / 32768f);
        }
    }

    /// <summary>A word begins.</summary>
    /// <param name="position">Its first character, counted in Unicode scalar values.</param>
    /// <param name="length">Characters, counted likewise.</param>
    /// <param name="start">Seconds.</param>
    public void AddWord(int position, int length, double start) => _words.Add((position, length, start));

    public void AddPhoneme(string symbol, double start) => _phonemes.Add(new SpokenPhoneme(symbol, start));

    /// <summary>The speech, without the silence that comes after it.</summary>
    /// <param name="text">What was said.</param>
    public Speech Speech(string text)
    {
        const float Silence = 0.003f;
        const double Tail = 0.06;
        var last = _values.FindLastIndex(static v => Math.Abs(v) > Silence);
        var length = Math.Min(_values.Count, last + 1 + (int)(Tail * rate));
        var values = _values.GetRange(0, length).ToArray();
        var words = _words.Where(w => w.Position >= 0).Select(w => Word(text, w.Position, w.Length, w.Start)).Where(w => !text.AsSpan(w.Position, w.Length).IsWhiteSpace());
        return new Speech(new VoiceSound(values, rate), [.. words], _phonemes);
    }

    // espeak-ng counts scalar values, a string UTF-16 units.
    private static SpokenWord Word(string text, int position, int length, double start)
    {
        var first = Units(text, 0, position);
        return new SpokenWord(first, Units(text, first, length) - first, start);
    }

    private static int Units(string text, int from, int scalars)
    {
        var at = from;
        for (var i = 0; i < scalars && at < text.Length; i++)
        {
            at += char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1;
        }

        return at;
    }
}
