using Gpu.Workflow.Storyboards;
using SkiaSharp;

namespace Gpu.Workflow.Rendering.Overlays;

/// <summary>A style's colours, each as it is used, so that all words can be read.</summary>
/// <param name="style">The style.</param>
internal sealed class StoryboardColours(StoryboardStyle style)
{
    /// <summary>The ground.</summary>
    public SKColor Ground { get; } = Colours.Parse(style.Background);

    /// <summary>Buttons and rules.</summary>
    public SKColor Accent { get; } = Colours.Parse(style.Accent);

    /// <summary>Words on the ground.</summary>
    public SKColor Words { get; } = Colours.On(Colours.Parse(style.Background), Colours.Parse(style.Foreground));

    /// <summary>Words on the accent.</summary>
    public SKColor OnAccent => Colours.On(Accent, Ground);

    /// <summary>The ground as it lies over pictures, behind words.</summary>
    public SKColor Scrim => Ground.WithAlpha((byte)Math.Round(255 * Colours.ScrimOpacity(Ground, Words)));

    /// <summary>The second tone of a card: as far towards the accent as the words on it allow.</summary>
    public SKColor Second
    {
        get
        {
            var part = 0.2;
            while (part > 0 && Colours.Contrast(Words, Colours.Mix(Ground, Accent, part)) < Colours.Legible * 1.3)
            {
                part -= 0.02;
            }

            return Colours.Mix(Ground, Accent, Math.Max(0, part));
        }
    }

    /// <summary>A price tag: in the colour of words on a card, where the button has the accent; else in the accent.</summary>
    public SKColor Tag(bool onCard) => onCard ? Words : Accent;

    /// <summary>The price on its tag.</summary>
    public SKColor OnTag(bool onCard) => onCard ? Colours.On(Words, Ground) : OnAccent;

    /// <summary>The eye of the tag.</summary>
    public SKColor TagEye(bool onCard) => OnTag(onCard);
}
