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
    public static CaptionLook Of(CaptionRole role, FrameGeometry geometry, bool onCard)
    {
        var wide = geometry.Landscape;

        // Beside a wide card's height an upright one has room to spare.
        var card = wide ? 1 : 1.15f;
        return role switch
        {
            CaptionRole.Headline when onCard => new(FontWeight.Display, 0.108f * card, 1.12f, wide ? 2 : 3, wide ? 0.8f : 1, 0.8f, 0.16f, 0.18f),
            CaptionRole.Headline => new(FontWeight.Display, 0.088f, 1.12f, wide ? 2 : 3, wide ? 0.72f : 1, 0.8f, 0.42f, 0.36f),
            CaptionRole.Line when onCard => new(FontWeight.Text, 0.068f * card, 1.3f, 3, wide ? 0.72f : 1, 0.8f, 0.16f, 0.18f),
            CaptionRole.Line => new(FontWeight.Text, 0.052f, 1.28f, wide ? 2 : 3, wide ? 0.74f : 1, 0.8f, 0.6f, 0.46f),
            CaptionRole.Price => new(FontWeight.Display, onCard ? 0.1f * card : 0.07f, 1.1f, 1, 0.84f, 0.55f, 0.5f, 0.36f),
            _ => new(FontWeight.Display, onCard ? 0.068f * card : 0.058f, 1.15f, 2, wide ? 0.6f : 0.94f, 0.7f, 0.9f, 0.62f),
        };
    }
}
