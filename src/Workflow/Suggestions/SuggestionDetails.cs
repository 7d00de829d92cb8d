namespace Gpu.Workflow.Suggestions;

/// <summary>A part of a picture, as fractions of its width and height.</summary>
/// <param name="Aspect">The frame that it fills: <c>16:9</c>, <c>9:16</c>, <c>1:1</c>, <c>4:3</c> or <c>21:9</c>.</param>
/// <param name="X">Left edge, 0 to 1.</param>
/// <param name="Y">Top edge, 0 to 1.</param>
/// <param name="Width">Over 0, to 1.</param>
/// <param name="Height">Over 0, to 1.</param>
public sealed record SuggestedCrop(string Aspect, double X, double Y, double Width, double Height);

/// <summary>How an ad looks. Colours are <c>#rrggbb</c>; words and accent have a contrast of at least 4.5 on the ground.</summary>
/// <param name="Look">Its name: <c>bold</c>, <c>calm</c>, <c>editorial</c>, <c>elegant</c>, <c>fresh</c>, <c>playful</c>, <c>technical</c> or <c>warm</c>.</param>
/// <param name="Background">The ground of cards and captions.</param>
/// <param name="Foreground">The words.</param>
/// <param name="Accent">Prices and buttons.</param>
/// <param name="Font">The character of the type: <c>display</c>, <c>sans</c>, <c>serif</c>, <c>rounded</c> or <c>mono</c>.</param>
/// <param name="Palette">The pictures' own colours, those of most pixels first.</param>
public sealed record SuggestedStyle(string Look, string Background, string Foreground, string Accent, string Font, IReadOnlyList<string> Palette);

/// <summary>Music.</summary>
/// <param name="Mood"><c>calm</c>, <c>elegant</c>, <c>warm</c>, <c>uplifting</c>, <c>playful</c>, <c>driving</c> or <c>serious</c>.</param>
/// <param name="BeatsPerMinute">The tempo.</param>
public sealed record SuggestedMusic(string Mood, int BeatsPerMinute);

/// <summary>A sound effect.</summary>
/// <param name="Effect"><c>whoosh</c>, <c>rise</c>, <c>tick</c>, <c>pop</c>, <c>chime</c> or <c>impact</c>.</param>
/// <param name="At">The moment: <c>start</c>, <c>cuts</c>, <c>price</c>, <c>closing</c> or <c>callToAction</c>.</param>
public sealed record SuggestedSound(string Effect, string At);

/// <summary>How one picture gives way to the next.</summary>
/// <param name="Transition">A transition's name as storyboards have it, such as <c>fade</c>.</param>
/// <param name="Seconds">How long it takes.</param>
public sealed record SuggestedTransition(string Transition, double Seconds);
