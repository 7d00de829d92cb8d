using System.Text;

namespace Gpu.Workflow.Rendering.Text;

/// <summary>How heavy words are.</summary>
internal enum FontWeight
{
    /// <summary>Sentences.</summary>
    Text,

    /// <summary>Headlines, prices, buttons.</summary>
    Display,
}

/// <summary>
/// The shipped fonts (Inter; Noto Sans for Arabic and Hebrew) and, where they lack a character, those of the system. One
/// thread at a time may use it.
/// </summary>
internal sealed class FontLibrary : IDisposable
{
    private readonly FontFile _text = FontFile.FromResource("Inter-SemiBold.otf");
    private readonly FontFile _display = FontFile.FromResource("InterDisplay-ExtraBold.otf");
    private readonly FontFile _arabic = FontFile.FromResource("NotoSansArabic-Bold.ttf");
    private readonly FontFile _hebrew = FontFile.FromResource("NotoSansHebrew-Bold.ttf");
    private readonly SystemFonts _system;
    private readonly Dictionary<(Rune, FontWeight, string), FontFile?> _found = [];

    /// <summary>Opens the shipped fonts.</summary>
    /// <param name="system">The system's fonts, this library's from then on; null for those in the usual folders.</param>
    public FontLibrary(SystemFonts? system = null) => _system = system ?? new SystemFonts();

    /// <summary>The font for a character; null where no font has it.</summary>
    /// <param name="rune">The character.</param>
    /// <param name="weight">How heavy, where there is a choice.</param>
    /// <param name="language">BCP 47 tag.</param>
    /// <param name="before">The font of the character before it, kept for marks and spaces that it has too.</param>
    public FontFile? Find(Rune rune, FontWeight weight, string language, FontFile? before)
    {
        if (before is not null && IsShared(rune) && before.Has(rune.Value))
        {
            return before;
        }

        if (!_found.TryGetValue((rune, weight, language), out var font))
        {
            var latin = weight == FontWeight.Display ? _display : _text;
            font = latin.Has(rune.Value) ? latin : _arabic.Has(rune.Value) ? _arabic : _hebrew.Has(rune.Value) ? _hebrew : _system.Find(rune.Value, language);
            _found.Add((rune, weight, language), font);
        }

        return font;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _text.Dispose();
        _display.Dispose();
        _arabic.Dispose();
        _hebrew.Dispose();
        _system.Dispose();
    }

    // Characters of many scripts: changing the font for them would cut a word's shaping in two.
    private static bool IsShared(Rune rune) => Rune.GetUnicodeCategory(rune) is
        System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.EnclosingMark or
        System.Globalization.UnicodeCategory.SpaceSeparator or System.Globalization.UnicodeCategory.Format;
}
