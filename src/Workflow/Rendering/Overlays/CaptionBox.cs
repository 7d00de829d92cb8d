using Gpu.Workflow.Rendering.Text;
using Gpu.Workflow.Storyboards;
using SkiaSharp;

namespace Gpu.Workflow.Rendering.Overlays;

/// <summary>A caption set in type, with what is drawn around it.</summary>
internal sealed class CaptionBox
{
    // How far a shade reaches above the words, in ems.
    private const float ShadeReach = 2.2f;

    private readonly TextBlock _block;
    private readonly CaptionLook _look;
    private readonly CaptionRole _role;
    private readonly CaptionShape? _shape;
    private readonly StoryboardColours _colours;
    private readonly FrameGeometry _geometry;
    private readonly bool _onCard;
    private readonly bool _centred;
    private readonly bool _rightToLeft;

    private CaptionBox(TextBlock block, CaptionLook look, CaptionRole role, CaptionShape shape, StoryboardColours colours, FrameGeometry geometry, bool onCard, bool centred, bool rightToLeft)
    {
        (_block, _look, _role, _colours, _geometry, _onCard, _centred, _rightToLeft) = (block, look, role, colours, geometry, onCard, centred, rightToLeft);
        Style = shape;
        _shape = onCard || role is CaptionRole.Price or CaptionRole.CallToAction ? null : shape;
        Width = block.Width + (2 * look.PadX * block.Size) + (Beside(role, shape, onCard) * block.Size);
        Height = block.Height + (2 * look.PadY * block.Size);
    }

    /// <summary>Pixels, without what reaches across the frame.</summary>
    public float Width { get; }

    /// <summary>Pixels.</summary>
    public float Height { get; }

    /// <summary>How many lines.</summary>
    public int Lines => _block.Lines;

    /// <summary>Whether lines begin at the right.</summary>
    public bool RightToLeft => _rightToLeft;

    /// <summary>Whether something is drawn behind the words.</summary>
    public bool HasShape => _shape is not null and not (CaptionShape.Outline or CaptionShape.Marker);

    private CaptionShape Style { get; }

    /// <summary>Sets a caption in a frame.</summary>
    /// <param name="text">Cleaned words, not empty.</param>
    /// <param name="caption">What they are for, and how large.</param>
    /// <param name="fonts">The fonts.</param>
    /// <param name="storyboard">Language, direction and style.</param>
    /// <param name="geometry">The frame.</param>
    /// <param name="onCard">Whether it stands on a card; else over a picture.</param>
    /// <param name="height">The most pixels.</param>
    public static CaptionBox Set(string text, Caption caption, FontLibrary fonts, Storyboard storyboard, FrameGeometry geometry, bool onCard, float height)
    {
        var style = StoryStyle.Of(storyboard.Style);
        var shape = caption.Shape ?? storyboard.Style.Shape ?? style.Shape;
        var family = FontFamily.Find(storyboard.Style.Font ?? style.Font)!;
        var look = CaptionLook.Of(caption.Role, geometry, onCard, shape, (float)caption.Size * (storyboard.Style.Font is null && fonts.For(text, family) == family ? style.Scale : 1));
        var paragraph = new Paragraph(text, fonts, look.Weight, storyboard.Language, storyboard.RightToLeft, family);
        var size = look.Size * geometry.Unit;
        var around = (2 * look.PadX) + Beside(caption.Role, shape, onCard);
        var width = Math.Min(look.Width * geometry.Safe.Width, geometry.Safe.Width) - (around * size);
        var block = TextBlock.Fit(paragraph, size, look.Leading, look.Lines, look.Readable, Math.Max(width, geometry.Safe.Width * 0.2f), Math.Max(height - (2 * look.PadY * size), geometry.Safe.Height * 0.1f));

        // Beside a rule or a stripe a line begins where that is; a line that is drawn above words stands over their middle.
        var beside = caption.Role == CaptionRole.Headline && shape == CaptionShape.Panel;
        var centred = onCard || caption.Role is CaptionRole.CallToAction || shape == CaptionShape.Underline || (!beside && shape != CaptionShape.Card && !geometry.Landscape);
        return new CaptionBox(block, look, caption.Role, shape, new StoryboardColours(storyboard.Style), geometry, onCard, centred, paragraph.RightToLeft || storyboard.RightToLeft);
    }

    /// <summary>All that is drawn, with its top left corner at a place of the frame.</summary>
    public SKRect Extent(float x, float y) => _shape switch
    {
        CaptionShape.Bar => new SKRect(0, y, _geometry.Width, y + Height),
        CaptionShape.Shade => new SKRect(0, Math.Max(0, y - (ShadeReach * _block.Size)), _geometry.Width, _geometry.Height),
        _ => SKRect.Create(x, y, Width, Height),
    };

    /// <summary>Draws it with its top left corner at a place of the frame.</summary>
    public void Draw(SKCanvas canvas, float x, float y)
    {
        DrawShape(canvas, x, y);
        DrawWords(canvas, x, y, null);
    }

    /// <summary>Draws what is behind the words.</summary>
    public void DrawShape(SKCanvas canvas, float x, float y)
    {
        var (box, em) = (SKRect.Create(x, y, Width, Height), _block.Size);
        switch (_role)
        {
            case CaptionRole.Price:
                CaptionShapes.Tag(canvas, box, em, _rightToLeft, _colours.Tag(_onCard), _colours.TagEye(_onCard));
                break;
            case CaptionRole.CallToAction:
                CaptionShapes.Button(canvas, box, em, Corner * em, _rightToLeft, _colours.Accent, _colours.OnAccent);
                break;
            default:
                DrawPanel(canvas, box, em);
                break;
        }
    }

    /// <summary>Draws the words.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="x">The left edge of the whole.</param>
    /// <param name="y">Its top edge.</param>
    /// <param name="line">The only line; null for all.</param>
    public void DrawWords(SKCanvas canvas, float x, float y, int? line)
    {
        var at = Words(x, y);
        if (_shape == CaptionShape.Marker)
        {
            for (var i = line ?? 0; i < (line + 1 ?? _block.Lines); i++)
            {
                var strip = _block.Line(i, at.X, at.Y, _block.Width, _centred);
                strip.Inflate(0.3f * _block.Size, 0.13f * _block.Size);
                CaptionShapes.Strip(canvas, strip, _block.Size, _colours.Accent);
            }
        }

        Letters(canvas, at, Colour, line, null);
    }

    /// <summary>Where some of the words stand, with what makes them stand out.</summary>
    public IEnumerable<SKRect> Places(Range chars, float x, float y)
    {
        var at = Words(x, y);
        foreach (var place in _block.Places(chars, at.X, at.Y, _block.Width, _centred))
        {
            yield return SKRect.Inflate(place, 0.16f * _block.Size, 0.08f * _block.Size);
        }
    }

    /// <summary>Draws some of the words so that they stand out.</summary>
    public void DrawSpoken(SKCanvas canvas, Range chars, float x, float y)
    {
        var (box, words) = _shape == CaptionShape.Marker || _role == CaptionRole.CallToAction ? (_colours.Ground, _colours.Words) : (_colours.Accent, _colours.OnAccent);
        if (_shape == CaptionShape.Outline)
        {
            words = Colours.On(_colours.Ground, _colours.Accent);
        }
        else
        {
            foreach (var place in Places(chars, x, y))
            {
                CaptionShapes.Strip(canvas, place, _block.Size, box);
            }
        }

        Letters(canvas, Words(x, y), words, null, chars);
    }

    private float Corner => Style switch
    {
        CaptionShape.Outline or CaptionShape.Bar or CaptionShape.Underline or CaptionShape.Frame => 0.06f,
        CaptionShape.Card => 0.4f,
        _ => 1.1f,
    };

    private SKColor Colour => _role switch
    {
        CaptionRole.Price => _colours.OnTag(_onCard),
        CaptionRole.CallToAction => _colours.OnAccent,
        _ => _shape == CaptionShape.Marker ? _colours.OnAccent : _colours.Words,
    };

    // What stands beside the words, in ems: a headline's rule, a card's stripe, a tag's eye, a button's arrow.
    private static float Beside(CaptionRole role, CaptionShape shape, bool onCard) => role switch
    {
        CaptionRole.Price => 0.62f,
        CaptionRole.CallToAction => 0.95f,
        CaptionRole.Headline when !onCard && shape == CaptionShape.Panel => 0.16f,
        _ when !onCard && shape == CaptionShape.Card => 0.16f,
        _ => 0,
    };

    private SKPoint Words(float x, float y)
    {
        // The eye of a tag and the rule are where lines begin, the arrow of a button where they end.
        var atStart = _role != CaptionRole.CallToAction;
        var shift = atStart != _rightToLeft ? Beside(_role, Style, _onCard) : 0;
        return new SKPoint(x + ((_look.PadX + shift) * _block.Size), y + (_look.PadY * _block.Size));
    }

    private void Letters(SKCanvas canvas, SKPoint at, SKColor colour, int? line, Range? chars)
    {
        if (_shape == CaptionShape.Outline)
        {
            using var outline = new SKPaint { Color = _colours.Ground, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 0.24f * _block.Size, StrokeJoin = SKStrokeJoin.Round };
            _block.Draw(canvas, at.X, at.Y, _block.Width, _centred, outline, line, chars);
        }

        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        _block.Draw(canvas, at.X, at.Y, _block.Width, _centred, paint, line, chars);
    }

    private void DrawPanel(SKCanvas canvas, SKRect box, float em)
    {
        switch (_shape)
        {
            case CaptionShape.Panel:
                CaptionShapes.Panel(canvas, box, 0.22f * em, _colours.Scrim);
                if (_role == CaptionRole.Headline)
                {
                    CaptionShapes.Rule(canvas, box, em, _rightToLeft, _colours.Accent);
                }

                break;
            case CaptionShape.Bar:
                CaptionShapes.Bar(canvas, Extent(box.Left, box.Top), em, _colours.Scrim, _colours.Accent);
                break;
            case CaptionShape.Underline:
                CaptionShapes.Underline(canvas, box, em, _colours.Scrim, _colours.Accent);
                break;
            case CaptionShape.Card:
                CaptionShapes.Card(canvas, box, em, _rightToLeft, _colours.Ground, _colours.Accent);
                break;
            case CaptionShape.Shade:
                CaptionShapes.Shade(canvas, Extent(box.Left, box.Top), box.Top, _colours.Scrim);
                break;
            case CaptionShape.Frame:
                CaptionShapes.Viewfinder(canvas, box, em, _colours.Scrim, _colours.Accent);
                break;
            default:
                // Letters with an outline, strips, and words on a card need nothing behind them.
                break;
        }
    }
}
