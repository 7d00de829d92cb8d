using Gpu.Workflow.Rendering.Text;
using Gpu.Workflow.Storyboards;
using SkiaSharp;

namespace Gpu.Workflow.Rendering.Overlays;

/// <summary>A caption set in type, with what is drawn around it.</summary>
internal sealed class CaptionBox
{
    private readonly TextBlock _block;
    private readonly CaptionLook _look;
    private readonly CaptionRole _role;
    private readonly StoryboardColours _colours;
    private readonly bool _onCard;
    private readonly bool _centred;
    private readonly bool _rightToLeft;

    private CaptionBox(TextBlock block, CaptionLook look, CaptionRole role, StoryboardColours colours, bool onCard, bool centred, bool rightToLeft)
    {
        (_block, _look, _role, _colours, _onCard, _centred, _rightToLeft) = (block, look, role, colours, onCard, centred, rightToLeft);
        var size = block.Size;
        Width = block.Width + (2 * look.PadX * size) + (Extra * size);
        Height = block.Height + (2 * look.PadY * size);
    }

    /// <summary>Pixels.</summary>
    public float Width { get; }

    /// <summary>Pixels.</summary>
    public float Height { get; }

    // What stands beside the words, in ems: a headline's rule, a tag's eye, a button's arrow.
    private float Extra => _role switch
    {
        CaptionRole.Headline => _onCard ? 0 : 0.16f,
        CaptionRole.Price => 0.62f,
        CaptionRole.CallToAction => 0.95f,
        _ => 0,
    };

    /// <summary>Sets a caption in a frame.</summary>
    /// <param name="text">Cleaned words, not empty.</param>
    /// <param name="role">What they are for.</param>
    /// <param name="fonts">The fonts.</param>
    /// <param name="storyboard">Language, direction and colours.</param>
    /// <param name="geometry">The frame.</param>
    /// <param name="onCard">Whether it stands on a card; else over a picture.</param>
    /// <param name="height">The most pixels.</param>
    public static CaptionBox Set(string text, CaptionRole role, FontLibrary fonts, Storyboard storyboard, FrameGeometry geometry, bool onCard, float height)
    {
        var look = CaptionLook.Of(role, geometry, onCard);
        var paragraph = new Paragraph(text, fonts, look.Weight, storyboard.Language, storyboard.RightToLeft);
        var size = look.Size * geometry.Unit;
        var around = (2 * look.PadX) + role switch { CaptionRole.Price => 0.62f, CaptionRole.CallToAction => 0.95f, _ => 0.16f };
        var width = Math.Min(look.Width * geometry.Safe.Width, geometry.Safe.Width) - (around * size);
        var block = TextBlock.Fit(paragraph, size, look.Leading, look.Lines, look.Readable, Math.Max(width, geometry.Safe.Width * 0.2f), Math.Max(height - (2 * look.PadY * size), geometry.Safe.Height * 0.1f));
        // Beside its rule a headline begins where the rule is.
        var centred = onCard || role is CaptionRole.CallToAction || (role != CaptionRole.Headline && !geometry.Landscape);
        return new CaptionBox(block, look, role, new StoryboardColours(storyboard.Style), onCard, centred, paragraph.RightToLeft || storyboard.RightToLeft);
    }

    /// <summary>Draws it with its top left corner at a place of the frame.</summary>
    public void Draw(SKCanvas canvas, float x, float y)
    {
        var box = new SKRect(x, y, x + Width, y + Height);
        switch (_role)
        {
            case CaptionRole.Price:
                CaptionShapes.Tag(canvas, box, _block.Size, _rightToLeft, _colours.Tag(_onCard), _colours.TagEye(_onCard));
                Words(canvas, box, _rightToLeft ? 0 : Extra * _block.Size, _colours.OnTag(_onCard));
                break;
            case CaptionRole.CallToAction:
                CaptionShapes.Button(canvas, box, _block.Size, _rightToLeft, _colours.Accent, _colours.OnAccent);
                Words(canvas, box, _rightToLeft ? Extra * _block.Size : 0, _colours.OnAccent);
                break;
            default:
                if (!_onCard)
                {
                    CaptionShapes.Panel(canvas, box, _block.Size, _colours.Scrim);
                    if (_role == CaptionRole.Headline)
                    {
                        CaptionShapes.Rule(canvas, box, _block.Size, _rightToLeft, _colours.Accent);
                    }
                }

                Words(canvas, box, _rightToLeft ? 0 : Extra * _block.Size, _colours.Words);
                break;
        }
    }

    private void Words(SKCanvas canvas, SKRect box, float shift, SKColor colour) => _block.Draw(
        canvas, box.Left + (_look.PadX * _block.Size) + shift, box.Top + (_look.PadY * _block.Size), _block.Width, _centred, colour);
}
