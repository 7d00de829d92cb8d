using Gpu.Workflow.Rendering.Text;
using Gpu.Workflow.Storyboards;

namespace Gpu.Workflow.Rendering.Overlays;

/// <summary>How the words of a role are set.</summary>
/// <param name="Weight">How heavy.</param>
/// <param name="Size">The size of type, by the frame's unit.</param>
/// <param name="Leading">From line to line, in ems.</param>
/// <param name="Lines">The most lines wanted.</param>
/// <param name="Width">The most width, as a part of the safe width.</param>
/// <param name="Readable">How far type may shrink before it gets a line more.</param>
/// <param name="PadX">Space at the sides, in ems.</param>
/// <param name="PadY">Space above and below, in ems.</param>
internal readonly record struct CaptionLook(FontWeight Weight, float Size, float Leading, int Lines, float Width, float Readable, float PadX, float PadY)
{
    /// <summary>The look of a role.</summary>
    /// <param name="role">The role.</param>
    /// <param name="geometry">The frame.</param>
    /// <param name="onCard">On a card, where there is nothing to leave visible.</param>
    /// <param name="shape">What stands behind the words over a picture.</param>
    /// <param name="scale">The size as a multiple of the usual.</param>
    public static CaptionLook Of(CaptionRole role, FrameGeometry geometry, bool onCard, CaptionShape shape, float scale)
    {
        var wide = geometry.Landscape;

        // Beside a wide card's height an upright one has room to spare.
        var card = wide ? 1 : 1.15f;
        CaptionLook look = role switch
        {
            CaptionRole.Headline when onCard => new(FontWeight.Display, 0.108f * card, 1.12f, wide ? 2 : 3, wide ? 0.8f : 1, 0.8f, 0.16f, 0.18f),
            CaptionRole.Headline => Over(new(FontWeight.Display, 0.088f, 1.12f, wide ? 2 : 3, wide ? 0.72f : 1, 0.8f, 0.42f, 0.36f), shape),
            CaptionRole.Line when onCard => new(FontWeight.Text, 0.08f * card, 1.3f, 3, wide ? 0.72f : 1, 0.8f, 0.16f, 0.18f),
            CaptionRole.Line => Over(new(FontWeight.Text, 0.052f, 1.28f, wide ? 2 : 3, wide ? 0.74f : 1, 0.8f, 0.6f, 0.46f), shape),
            CaptionRole.Address => new(FontWeight.Text, onCard ? 0.042f * card : 0.036f, 1.2f, 1, wide ? 0.6f : 0.9f, 0.5f, onCard ? 0.16f : 0.5f, onCard ? 0.2f : 0.3f),
            CaptionRole.Price => new(FontWeight.Display, onCard ? 0.1f * card : 0.07f, 1.1f, 1, 0.84f, 0.55f, 0.5f, 0.36f),
            _ => new(FontWeight.Display, onCard ? 0.068f * card : 0.058f, 1.15f, 2, wide ? 0.6f : 0.94f, 0.7f, 0.9f, 0.62f),
        };
        return look with { Size = look.Size * scale };
    }

    // Words without a panel are large instead; strips need room between them; bands and shades need none at their sides.
    private static CaptionLook Over(CaptionLook look, CaptionShape shape) => shape switch
    {
        CaptionShape.Outline => look with { Size = look.Size * (look.Weight == FontWeight.Display ? 1.04f : 1.24f), Leading = 1.1f, PadX = 0.14f, PadY = 0.16f, Width = Math.Max(look.Width, 0.88f) },
        CaptionShape.Bar => look with { PadX = 0.1f, PadY = 0.52f, Width = Math.Max(look.Width, 0.9f) },
        CaptionShape.Shade => look with { PadX = 0.1f, PadY = 0.3f },
        CaptionShape.Underline => look with { PadX = 0.7f, PadY = 0.55f },
        CaptionShape.Card => look with { PadX = 0.7f, PadY = 0.5f },
        CaptionShape.Marker => look with { Leading = 1.44f, PadX = 0.3f, PadY = 0.22f },
        CaptionShape.Frame => look with { PadX = 0.62f, PadY = 0.52f },
        _ => look,
    };
}
