using static Gpu.Workflow.Rendering.Text.BidiClass;

namespace Gpu.Workflow.Rendering.Text;

/// <summary>
/// The embedding levels of a paragraph: UAX #9 without explicit embeddings and isolates, which captions are rid of
/// before. Rules W1 to W7, N0 to N2, I1, I2.
/// </summary>
internal static class BidiLevels
{
    private const string Openers = "([{（［｛「『【〈《〔";
    private const string Closers = ")]}）］｝」』】〉》〕";

    /// <summary>A level for each char (both halves of a pair have the same).</summary>
    /// <param name="text">The paragraph.</param>
    /// <param name="rightToLeft">The paragraph's direction.</param>
    public static byte[] Resolve(string text, bool rightToLeft)
    {
        var (at, classes) = Classify(text);
        var first = rightToLeft ? R : L;
        Weak(classes, first);
        Brackets(text, at, classes, first);
        Neutral(classes, first);

        var levels = new byte[text.Length];
        for (var i = 0; i < classes.Length; i++)
        {
            var level = (byte)(rightToLeft
                ? (classes[i] is L or EN or AN ? 2 : 1)
                : (classes[i] switch { R => 1, EN or AN => 2, _ => 0 }));
            levels.AsSpan(at[i]..(i + 1 < at.Length ? at[i + 1] : text.Length)).Fill(level);
        }

        return levels;
    }

    /// <summary>The direction of the first strong character (P2, P3); false where there is none.</summary>
    public static bool FirstStrongIsRightToLeft(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            switch (BidiClasses.Of(rune))
            {
                case L:
                    return false;
                case R or AL:
                    return true;
            }
        }

        return false;
    }

    private static (int[] At, BidiClass[] Classes) Classify(string text)
    {
        var (at, classes, position) = (new List<int>(text.Length), new List<BidiClass>(text.Length), 0);
        foreach (var rune in text.EnumerateRunes())
        {
            at.Add(position);
            classes.Add(BidiClasses.Of(rune));
            position += rune.Utf16SequenceLength;
        }

        return ([.. at], [.. classes]);
    }

    private static void Weak(BidiClass[] c, BidiClass sos)
    {
        var (before, strong) = (sos, sos);
        for (var i = 0; i < c.Length; i++)
        {
            // W1 (BN is treated as its neighbour too, as W9 would have it removed), W2, W3.
            c[i] = c[i] is NSM or BN ? before : c[i];
            before = c[i];
            strong = c[i] is L or R or AL ? c[i] : strong;
            c[i] = c[i] == EN && strong == AL ? AN : c[i];
        }

        for (var i = 0; i < c.Length; i++)
        {
            c[i] = c[i] == AL ? R : c[i];
        }

        // W4: one separator between two numbers of a kind.
        for (var i = 1; i + 1 < c.Length; i++)
        {
            if (c[i - 1] == c[i + 1] && ((c[i] == CS && c[i - 1] is (EN or AN)) || (c[i] == ES && c[i - 1] == EN)))
            {
                c[i] = c[i - 1];
            }
        }

        // W5: terminators beside European numbers.
        for (var i = 0; i < c.Length; i++)
        {
            if (c[i] != ET)
            {
                continue;
            }

            var end = i;
            while (end < c.Length && c[end] == ET)
            {
                end++;
            }

            var joins = (i > 0 && c[i - 1] == EN) || (end < c.Length && c[end] == EN);
            Array.Fill(c, joins ? EN : ON, i, end - i);
            i = end - 1;
        }

        // W6, W7.
        strong = sos;
        for (var i = 0; i < c.Length; i++)
        {
            c[i] = c[i] is ES or CS or ET ? ON : c[i];
            strong = c[i] is L or R ? c[i] : strong;
            c[i] = c[i] == EN && strong == L ? L : c[i];
        }
    }

    // N0: a pair of brackets goes with what is inside it.
    private static void Brackets(string text, int[] at, BidiClass[] c, BidiClass embedding)
    {
        var stack = new List<(char Closer, int Index)>();
        var pairs = new List<(int Open, int Close)>();
        for (var i = 0; i < c.Length; i++)
        {
            var letter = text[at[i]];
            if (c[i] != ON)
            {
                continue;
            }

            if (Openers.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var which)
            {
                stack.Add((Closers[which], i));
            }
            else if (stack.FindLastIndex(s => s.Closer == letter) is >= 0 and var open)
            {
                pairs.Add((stack[open].Index, i));
                stack.RemoveRange(open, stack.Count - open);
            }
        }

        foreach (var (open, close) in pairs.OrderBy(p => p.Open))
        {
            var (same, opposite) = (false, false);
            for (var i = open + 1; i < close; i++)
            {
                var strong = Strong(c[i]);
                same |= strong == embedding;
                opposite |= strong is (L or R) && strong != embedding;
            }

            if (same)
            {
                c[open] = c[close] = embedding;
            }
            else if (opposite)
            {
                var before = embedding;
                for (var i = open - 1; i >= 0; i--)
                {
                    if (Strong(c[i]) is L or R)
                    {
                        before = Strong(c[i]);
                        break;
                    }
                }

                c[open] = c[close] = before;
            }
        }
    }

    // N1, N2: neutrals between two of a direction take it, others the paragraph's.
    private static void Neutral(BidiClass[] c, BidiClass embedding)
    {
        for (var i = 0; i < c.Length; i++)
        {
            if (c[i] is not (ON or WS))
            {
                continue;
            }

            var end = i;
            while (end < c.Length && c[end] is (ON or WS))
            {
                end++;
            }

            var before = i == 0 ? embedding : Strong(c[i - 1]);
            var after = end == c.Length ? embedding : Strong(c[end]);
            Array.Fill(c, before == after ? before : embedding, i, end - i);
            i = end - 1;
        }
    }

    private static BidiClass Strong(BidiClass c) => c is EN or AN ? R : c;
}
