namespace Gpu.Workflow.Suggestions.Film;

/// <summary>A look before it takes a page's colours.</summary>
/// <param name="Name">See <see cref="SuggestedStyle.Look"/>.</param>
/// <param name="Font">See <see cref="SuggestedStyle.Font"/>.</param>
/// <param name="Text">What it is, in a few words.</param>
/// <param name="Topics">What it suits.</param>
/// <param name="Energy">Its pace, 0 to 1.</param>
/// <param name="Light">How bright it is, 0 to 1.</param>
/// <param name="Colour">How colourful it is, 0 to 1.</param>
/// <param name="GroundSaturation">Of its ground, at most.</param>
/// <param name="GroundLightness">Of its ground.</param>
/// <param name="AccentSaturation">Of its accent, at least.</param>
internal sealed record Look(string Name, string Font, string Text, Topic[] Topics, double Energy, double Light, double Colour, double GroundSaturation, double GroundLightness, double AccentSaturation)
{
    /// <summary>All looks.</summary>
    public static IReadOnlyList<Look> All { get; } =
    [
        new("bold", "display", "Bold: large type, strong colour on dark", [Topic.Event, Topic.Sport, Topic.Food], 0.85, 0.3, 0.9, 0.35, 0.10, 0.75),
        new("calm", "sans", "Calm: quiet type, muted colour on deep ground", [Topic.Wellbeing, Topic.Travel, Topic.Nature], 0.15, 0.35, 0.4, 0.30, 0.14, 0.40),
        new("editorial", "serif", "Editorial: a newspaper's type on paper", [Topic.News, Topic.Culture, Topic.Learning], 0.4, 0.8, 0.25, 0.20, 0.96, 0.55),
        new("elegant", "serif", "Elegant: fine type, one noble colour on near black", [Topic.Beauty, Topic.Travel, Topic.Culture], 0.25, 0.2, 0.35, 0.20, 0.07, 0.45),
        new("fresh", "rounded", "Fresh: clear colour on a light ground", [Topic.Nature, Topic.Food, Topic.Home], 0.55, 0.85, 0.7, 0.35, 0.95, 0.60),
        new("playful", "rounded", "Playful: round type, bright colour on a colour", [Topic.Learning, Topic.Food, Topic.Event], 0.75, 0.55, 1.0, 0.60, 0.22, 0.90),
        new("technical", "mono", "Technical: exact type, one signal colour on slate", [Topic.Technology, Topic.Money], 0.5, 0.4, 0.4, 0.25, 0.12, 0.70),
        new("warm", "sans", "Warm: friendly type, earth colours on dark brown", [Topic.Food, Topic.Home, Topic.Money, Topic.Culture], 0.45, 0.45, 0.55, 0.35, 0.13, 0.60),
    ];
}
