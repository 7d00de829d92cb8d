using SkiaSharp;

namespace Gpu.Workflow.Rendering.Text;

/// <summary>A paragraph set in lines at a size that fits its place.</summary>
internal sealed class TextBlock
{
    // Descenders may stand in the space around the block by this many ems, so that letters without them look centred.
    private const float Hanging = 0.14f;

    private readonly IReadOnlyList<ShapedLine> _lines;
    private readonly float[] _baselines;
    private readonly bool _rightToLeft;

    private TextBlock(IReadOnlyList<ShapedLine> lines, float size, float leading, bool rightToLeft)
    {
        _lines = lines;
        _rightToLeft = rightToLeft;
        Size = size;
        Width = lines.Max(l => l.Width) * size;
        _baselines = new float[lines.Count];
        var below = 0f;
        for (var i = 0; i < lines.Count; i++)
        {
            var (top, bottom) = Ink(lines[i], size);
            var ascent = Math.Max(0.74f * size, top);
            _baselines[i] = i == 0 ? ascent : _baselines[i - 1] + Math.Max(leading * size, below + top + (0.08f * size));
            below = Math.Max(0.22f * size, bottom);
        }

        Height = _baselines[^1] + below - (Hanging * size);
    }

    /// <summary>The size of its type in pixels.</summary>
    public float Size { get; }

    /// <summary>The width of its longest line in pixels.</summary>
    public float Width { get; }

    /// <summary>From the top of its first line to a little under the last baseline, in pixels.</summary>
    public float Height { get; }

    /// <summary>How many lines.</summary>
    public int Lines => _lines.Count;

    /// <summary>
    /// Sets a paragraph at <paramref name="size"/> where it fits in <paramref name="lines"/> lines; else smaller, then in
    /// more lines, then with words broken: whatever it takes for all of it to be seen.
    /// </summary>
    /// <param name="paragraph">The words.</param>
    /// <param name="size">Pixels, the size wanted.</param>
    /// <param name="leading">From line to line, in ems.</param>
    /// <param name="lines">The most lines wanted.</param>
    /// <param name="readable">The part of the size below which a line more is better.</param>
    /// <param name="width">The most pixels.</param>
    /// <param name="height">The most pixels.</param>
    public static TextBlock Fit(Paragraph paragraph, float size, float leading, int lines, float readable, float width, float height)
    {
        // A line more is better than type much smaller than its neighbours'.
        const float Step = 0.96f;
        const float Smallest = 0.34f;
        const int MoreLines = 3;
        for (var most = lines; most <= lines + MoreLines; most++)
        {
            for (var s = size; s >= readable * size; s *= Step)
            {
                if (Try(paragraph, s, leading, most, width, height) is { } block)
                {
                    return block;
                }
            }
        }

        for (var s = readable * size; s >= Smallest * size; s *= Step)
        {
            if (Try(paragraph, s, leading, int.MaxValue - 1, width, height) is { } block)
            {
                return block;
            }
        }

        // Some word is wider than any line, or there are far too many: it gets as small as it must.
        paragraph.BreakAnywhere();
        for (var s = readable * size; ; s *= Step)
        {
            if (Try(paragraph, s, leading, int.MaxValue - 1, width, height) is { } block)
            {
                return block;
            }
        }
    }

    private static TextBlock? Try(Paragraph paragraph, float size, float leading, int lines, float width, float height)
    {
        var count = paragraph.CountLines(width / size);
        if (count > lines || ((count - 1) * leading * size) + (0.8f * size) > height)
        {
            return null;
        }

        var block = new TextBlock(paragraph.Break(count, width / size), size, leading, paragraph.RightToLeft);
        return block.Height <= height && block.Width <= width * 1.01f ? block : null;
    }

    /// <summary>Draws it into a box of its own width or wider.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="x">The box's left edge.</param>
    /// <param name="y">The box's top edge.</param>
    /// <param name="width">The box's width.</param>
    /// <param name="centred">In the middle of the box; else where its lines begin.</param>
    /// <param name="paint">Fills or strokes the letters.</param>
    /// <param name="line">The only line; null for all.</param>
    /// <param name="chars">The only chars of the paragraph; null for all.</param>
    public void Draw(SKCanvas canvas, float x, float y, float width, bool centred, SKPaint paint, int? line = null, Range? chars = null)
    {
        for (var i = line ?? 0; i < (line + 1 ?? _lines.Count); i++)
        {
            foreach (var run in _lines[i].Runs)
            {
                Draw(canvas, run, Left(i, x, width, centred), y + _baselines[i], paint, chars);
            }
        }
    }

    /// <summary>A line's place, from its capitals' height to its descenders.</summary>
    public SKRect Line(int line, float x, float y, float width, bool centred)
    {
        var left = Left(line, x, width, centred);
        return new SKRect(left, y + _baselines[line] - (0.78f * Size), left + (_lines[line].Width * Size), y + _baselines[line] + (0.24f * Size));
    }

    /// <summary>The places of some chars of the paragraph, one a line that has some of them.</summary>
    public IEnumerable<SKRect> Places(Range chars, float x, float y, float width, bool centred)
    {
        for (var i = 0; i < _lines.Count; i++)
        {
            var (first, last) = (float.PositiveInfinity, float.NegativeInfinity);
            foreach (var run in _lines[i].Runs)
            {
                for (var k = 0; k < run.Glyphs.Length; k++)
                {
                    if (Within(chars, run.Clusters[k]))
                    {
                        first = Math.Min(first, k == 0 ? run.X[0] : run.End[k - 1]);
                        last = Math.Max(last, run.End[k]);
                    }
                }
            }

            if (last > first)
            {
                var place = Line(i, x, y, width, centred);
                yield return new SKRect(place.Left + (first * Size), place.Top, place.Left + (last * Size), place.Bottom);
            }
        }
    }

    private static bool Within(Range chars, int at) => at >= chars.Start.Value && at < chars.End.Value;

    private float Left(int line, float x, float width, bool centred)
    {
        var slack = width - (_lines[line].Width * Size);
        return x + (centred ? slack / 2 : _rightToLeft ? slack : 0);
    }

    private void Draw(SKCanvas canvas, ShapedRun run, float x, float y, SKPaint paint, Range? chars)
    {
        using var font = Font(run, Size);
        var wanted = Enumerable.Range(0, run.Glyphs.Length).Where(i => chars is not { } c || Within(c, run.Clusters[i])).ToArray();
        if (wanted.Length == 0)
        {
            return;
        }

        using var builder = new SKTextBlobBuilder();
        builder.AddPositionedRun(
            [.. wanted.Select(i => run.Glyphs[i])],
            font,
            [.. wanted.Select(i => new SKPoint(x + (run.X[i] * Size), y - (run.Y[i] * Size)))]);
        using var blob = builder.Build();
        if (blob is not null)
        {
            canvas.DrawText(blob, 0, 0, paint);
        }
    }

    private static (float Top, float Bottom) Ink(ShapedLine line, float size)
    {
        var (top, bottom) = (0f, 0f);
        foreach (var run in line.Runs)
        {
            using var font = Font(run, size);
            var bounds = new SKRect[run.Glyphs.Length];
            font.GetGlyphWidths(run.Glyphs, new float[bounds.Length], bounds);
            for (var i = 0; i < bounds.Length; i++)
            {
                var raised = run.Y[i] * size;
                (top, bottom) = (Math.Max(top, raised - bounds[i].Top), Math.Max(bottom, bounds[i].Bottom - raised));
            }
        }

        return (top, bottom);
    }

    // No hinting and subpixel places: letters keep their shapes and distances at every size, on every machine.
    private static SKFont Font(ShapedRun run, float size) => new(run.Font.Typeface, size)
    {
        Edging = SKFontEdging.Antialias,
        Hinting = SKFontHinting.None,
        Subpixel = true,
        LinearMetrics = true,
        BaselineSnap = false,
    };
}
