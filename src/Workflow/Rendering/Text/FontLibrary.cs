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
/// The shipped fonts (those of <see cref="FontFamily"/>; Noto Sans for Arabic and Hebrew) and, where they lack a character, those of the system. One
/// thread at a time may use it.
/// </summary>
internal sealed class FontLibrary : IDisposable
{
    private readonly Dictionary<string, FontFile> _families = [];
    private readonly FontFile _arabic = FontFile.FromResource("NotoSansArabic-Bold.ttf");
    private readonly FontFile _hebrew = FontFile.FromResource("NotoSansHebrew-Bold.ttf");
    private readonly SystemFonts _system;
    private readonly Dictionary<(Rune, FontFamily, FontWeight, string), FontFile?> _found = [];

    /// <summary>Opens the shipped fonts.</summary>
    /// <param name="system">The system's fonts, this library's from then on; null for those in the usual folders.</param>
    public FontLibrary(SystemFonts? system = null) => _system = system ?? new SystemFonts();

    /// <summary>The font for a character; null where no font has it.</summary>
    /// <param name="rune">The character.</param>
    /// <param name="family">The design, where it has the character.</param>
    /// <param name="weight">How heavy, where there is a choice.</param>
    /// <param name="language">BCP 47 tag.</param>
    /// <param name="before">The font of the character before it, kept for marks and spaces that it has too.</param>
    public FontFile? Find(Rune rune, FontFamily family, FontWeight weight, string language, FontFile? before)
    {
        if (before is not null && IsShared(rune) && before.Has(rune.Value))
        {
            return before;
        }

        if (!_found.TryGetValue((rune, family, weight, language), out var font))
        {
            var (latin, spare) = (Open(family, weight), Open(FontFamily.Sans, weight));
            font = latin.Has(rune.Value) ? latin : spare.Has(rune.Value) ? spare : _arabic.Has(rune.Value) ? _arabic : _hebrew.Has(rune.Value) ? _hebrew : _system.Find(rune.Value, language);
            _found.Add((rune, family, weight, language), font);
        }

        return font;
    }

    /// <summary>The family, or Inter where it lacks a letter of a text that Inter has: words are not set in two designs.</summary>
    public FontFamily For(string text, FontFamily family)
    {
        var (font, spare) = (Open(family, FontWeight.Display), Open(FontFamily.Sans, FontWeight.Display));
        return text.EnumerateRunes().Any(r => !font.Has(r.Value) && spare.Has(r.Value)) ? FontFamily.Sans : family;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var font in _families.Values)
        {
            font.Dispose();
        }

        _arabic.Dispose();
        _hebrew.Dispose();
        _system.Dispose();
    }

    private FontFile Open(FontFamily family, FontWeight weight)
    {
        var name = weight == FontWeight.Display ? family.Display : family.Text;
        if (!_families.TryGetValue(name, out var font))
        {
            _families.Add(name, font = FontFile.FromResource(name));
        }

        return font;
    }

    // Characters of many scripts: changing the font for them would cut a word's shaping in two.
    private static bool IsShared(Rune rune) => Rune.GetUnicodeCategory(rune) is
        System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.EnclosingMark or
        System.Globalization.UnicodeCategory.SpaceSeparator or System.Globalization.UnicodeCategory.Format;
}
