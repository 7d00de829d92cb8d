using HarfBuzzSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace Gpu.Workflow.Rendering.Text;

/// <summary>Shapes a paragraph's lines: each run of one font, script and direction by HarfBuzz, put in visual order (UAX #9, L2).</summary>
internal sealed class TextShaper
{
    private static readonly Feature[] Lining = [new(new Tag('l', 'n', 'u', 'm'))];

    private readonly string _text;
    private readonly string _language;
    private readonly byte[] _levels;
    private readonly FontFile?[] _fonts;
    private readonly UnicodeScript[] _scripts;

    /// <summary>Prepares a paragraph that <see cref="TextCleaning"/> has cleaned.</summary>
    public TextShaper(string text, FontLibrary fonts, FontFamily family, FontWeight weight, string language, bool rightToLeft)
    {
        _text = text;
        _language = language;
        _levels = BidiLevels.Resolve(text, rightToLeft);
        _fonts = new FontFile?[text.Length];
        _scripts = new UnicodeScript[text.Length];
        FontFile? font = null;
        var (position, script) = (0, UnicodeScript.Common);
        foreach (var rune in text.EnumerateRunes())
        {
            font = fonts.Find(rune, family, weight, language, font) ?? font;
            script = UnicodeScripts.Of(rune) is { } s ? s : script;
            for (var i = 0; i < rune.Utf16SequenceLength; i++)
            {
                (_fonts[position + i], _scripts[position + i]) = (font, script);
            }

            position += rune.Utf16SequenceLength;
        }
    }

    /// <summary>Shapes a part of the paragraph as a line of its own.</summary>
    public ShapedLine Shape(int start, int end)
    {
        var runs = Split(start, end);
        Reorder(runs);
        var shaped = new List<ShapedRun>(runs.Count);
        var x = 0f;
        foreach (var run in runs)
        {
            shaped.Add(Shape(run, ref x));
        }

        return new ShapedLine(shaped, x);
    }

    private List<Run> Split(int start, int end)
    {
        var runs = new List<Run>();
        for (var i = start; i < end;)
        {
            var last = i + 1;
            while (last < end && _levels[last] == _levels[i] && _fonts[last] == _fonts[i] && _scripts[last] == _scripts[i])
            {
                last++;
            }

            if (_fonts[i] is { } font)
            {
                runs.Add(new Run(i, last, _levels[i], font, _scripts[i]));
            }

            i = last;
        }

        return runs;
    }

    private static void Reorder(List<Run> runs)
    {
        for (var level = runs.Select(r => (int)r.Level).DefaultIfEmpty(0).Max(); level > 0; level--)
        {
            for (var i = 0; i < runs.Count; i++)
            {
                var end = i;
                while (end < runs.Count && runs[end].Level >= level)
                {
                    end++;
                }

                if (end > i)
                {
                    runs.Reverse(i, end - i);
                    i = end;
                }
            }
        }
    }

    private ShapedRun Shape(Run run, ref float x)
    {
        using var buffer = new Buffer();
        buffer.AddUtf16(_text.AsSpan(), run.Start, run.End - run.Start);
        if (run.Script is UnicodeScript.Unknown)
        {
            buffer.GuessSegmentProperties();
        }
        else
        {
            buffer.Script = run.Script == UnicodeScript.Common ? Script.Latin : Script.Parse(run.Script.ToString());
        }

        buffer.Direction = (run.Level & 1) == 0 ? Direction.LeftToRight : Direction.RightToLeft;
        if (_language.Length > 0)
        {
            buffer.Language = new Language(_language);
        }

        // Figures as high as capitals: those of old styles look like letters in a price.
        run.Font.Shaper.Shape(buffer, Lining);
        var infos = buffer.GetGlyphInfoSpan();
        var positions = buffer.GetGlyphPositionSpan();
        var result = new ShapedRun(run.Font, new ushort[infos.Length], new float[infos.Length], new float[infos.Length], new float[infos.Length], new int[infos.Length]);
        var scale = 1f / run.Font.UnitsPerEm;
        for (var i = 0; i < infos.Length; i++)
        {
            result.Glyphs[i] = (ushort)infos[i].Codepoint;
            result.X[i] = x + (positions[i].XOffset * scale);
            result.Y[i] = positions[i].YOffset * scale;
            x += positions[i].XAdvance * scale;
            (result.End[i], result.Clusters[i]) = (x, (int)infos[i].Cluster);
        }

        return result;
    }

    private readonly record struct Run(int Start, int End, byte Level, FontFile Font, UnicodeScript Script);
}
