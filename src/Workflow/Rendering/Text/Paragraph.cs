namespace Gpu.Workflow.Rendering.Text;

/// <summary>A text that can be set in lines of any width.</summary>
internal sealed class Paragraph
{
    // What a last line of one word costs, in squares of a line's slack.
    private const double OrphanCost = 0.3;

    private readonly string _text;
    private readonly TextShaper _shaper;
    private readonly float _space;
    private List<Piece> _pieces;

    /// <summary>Prepares a text that <see cref="TextCleaning"/> has cleaned; it is not empty. Without a family it is set in Inter.</summary>
    public Paragraph(string text, FontLibrary fonts, FontWeight weight, string language, bool rightToLeft, FontFamily? family = null)
    {
        _text = text;
        RightToLeft = rightToLeft && BidiClasses.HasRightToLeft(text) ? true : BidiLevels.FirstStrongIsRightToLeft(text);
        var used = fonts.For(text, family ?? FontFamily.Sans);
        _shaper = new TextShaper(text, fonts, used, weight, language, RightToLeft);
        _space = new TextShaper("a b", fonts, used, weight, language, false).Shape(1, 2).Width;
        _pieces = Cut(LineBreaks.Find(text));
    }

    /// <summary>Whether its lines begin at the right.</summary>
    public bool RightToLeft { get; }

    /// <summary>The width in ems of the widest piece that is not broken.</summary>
    public float WidestPiece => _pieces.Max(p => p.Width);

    /// <summary>Lets lines end between any two characters: for words that no line holds.</summary>
    public void BreakAnywhere()
    {
        var costs = LineBreaks.Find(_text);
        var elements = System.Globalization.StringInfo.ParseCombiningCharacters(_text);
        foreach (var start in elements.Skip(1))
        {
            if (costs[start] == LineBreaks.Never && _text[start] != ' ')
            {
                costs[start] = 4;
            }
        }

        _pieces = Cut(costs);
    }

    /// <summary>How many lines of a width it takes at least; <see cref="int.MaxValue"/> where a piece is wider.</summary>
    /// <param name="width">Ems.</param>
    public int CountLines(float width)
    {
        var (lines, used) = (1, 0f);
        for (var i = 0; i < _pieces.Count; i++)
        {
            if (_pieces[i].Width > width)
            {
                return int.MaxValue;
            }

            var more = used == 0 ? _pieces[i].Width : used + Gap(i) + _pieces[i].Width;
            if (more > width)
            {
                lines++;
                more = _pieces[i].Width;
            }

            used = more;
        }

        return lines;
    }

    /// <summary>Sets it in as many lines of about the same length, none with a lonely word where that can be helped.</summary>
    /// <param name="lines">The number of lines.</param>
    /// <param name="width">Ems; enough for that number (<see cref="CountLines"/>).</param>
    public IReadOnlyList<ShapedLine> Break(int lines, float width)
    {
        var n = _pieces.Count;
        lines = Math.Min(lines, n);
        var cost = new double[lines + 1, n + 1];
        var from = new int[lines + 1, n + 1];
        for (var l = 0; l <= lines; l++)
        {
            for (var i = 0; i <= n; i++)
            {
                cost[l, i] = double.PositiveInfinity;
            }
        }

        cost[0, 0] = 0;
        for (var l = 1; l <= lines; l++)
        {
            for (var end = l; end <= n; end++)
            {
                var length = 0f;
                for (var start = end - 1; start >= l - 1; start--)
                {
                    length += _pieces[start].Width + (start + 1 < end ? Gap(start + 1) : 0);
                    if (length > width * 1.0001f)
                    {
                        break;
                    }

                    var slack = 1 - (length / width);
                    var total = cost[l - 1, start] + (slack * slack) + (end < n ? _pieces[end].Cost * 0.4 : 0) + (end == n && l > 1 && start == n - 1 && length < width * 0.6 ? OrphanCost : 0);
                    if (total < cost[l, end])
                    {
                        (cost[l, end], from[l, end]) = (total, start);
                    }
                }
            }
        }

        var result = new ShapedLine[lines];
        for (var (l, end) = (lines, n); l > 0; l--)
        {
            var start = from[l, end];
            result[l - 1] = _shaper.Shape(_pieces[start].Start, _pieces[end - 1].End);
            end = start;
        }

        return result;
    }

    private float Gap(int piece) => _pieces[piece].Spaced ? _space : 0;

    private List<Piece> Cut(float[] costs)
    {
        var pieces = new List<Piece>();
        var start = 0;
        for (var i = 1; i <= _text.Length; i++)
        {
            if (i == _text.Length || !float.IsPositiveInfinity(costs[i]))
            {
                var end = i;
                while (end > start && _text[end - 1] == ' ')
                {
                    end--;
                }

                pieces.Add(new Piece(start, end, _shaper.Shape(start, end).Width, start > 0 && _text[start - 1] == ' ', start == 0 ? 0 : costs[start]));
                start = i;
            }
        }

        return pieces;
    }

    /// <summary>What stays together: where it is, its width in ems, whether a space goes before it, and the cost of a line that begins with it.</summary>
    private readonly record struct Piece(int Start, int End, float Width, bool Spaced, float Cost);
}
