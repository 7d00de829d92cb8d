using System.Globalization;
using System.Text;

namespace Gpu.Workflow.Rendering.Text;

/// <summary>The bidirectional classes of UAX #9 that matter without explicit embeddings.</summary>
internal enum BidiClass : byte
{
    L,
    R,
    AL,
    EN,
    ES,
    ET,
    AN,
    CS,
    NSM,
    BN,
    WS,
    ON,
}

/// <summary>Finds a character's bidirectional class.</summary>
internal static class BidiClasses
{
    /// <summary>The class by DerivedBidiClass.txt, its rare exceptions left out.</summary>
    public static BidiClass Of(Rune rune)
    {
        var c = rune.Value;
        switch (c)
        {
            case >= '0' and <= '9' or (>= 0x06f0 and <= 0x06f9) or 0x00b2 or 0x00b3 or 0x00b9 or (>= 0x2070 and <= 0x2089):
                return BidiClass.EN;
            case (>= 0x0660 and <= 0x0669) or 0x066b or 0x066c or (>= 0x0600 and <= 0x0605) or 0x06dd:
                return BidiClass.AN;
            case '+' or '-' or 0x2212 or 0x207a or 0x207b:
                return BidiClass.ES;
            case '#' or '%' or 0x00b0 or 0x00b1 or 0x066a or 0x2030 or 0x2031 or 0x2032 or 0x2033:
                return BidiClass.ET;
            case ',' or '.' or '/' or ':' or 0x00a0 or 0x060c or 0x202f or 0x2044:
                return BidiClass.CS;
            case 0x200e:
                return BidiClass.L;
            case 0x200f:
                return BidiClass.R;
            case 0x061c:
                return BidiClass.AL;
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.CurrencySymbol => c == 0x060b ? BidiClass.AL : BidiClass.ET,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => BidiClass.NSM,
            UnicodeCategory.Format or UnicodeCategory.Control when !Rune.IsWhiteSpace(rune) => BidiClass.BN,
            UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => BidiClass.WS,
            _ when IsArabic(c) => BidiClass.AL,
            _ when IsHebrew(c) => BidiClass.R,
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or
                UnicodeCategory.OtherLetter or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber => BidiClass.L,
            _ => BidiClass.ON,
        };
    }

    /// <summary>Whether a text has a character that runs from right to left.</summary>
    public static bool HasRightToLeft(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Of(rune) is BidiClass.R or BidiClass.AL)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsArabic(int c) => c is
        (>= 0x0608 and <= 0x07bf) or (>= 0x0860 and <= 0x08ff) or (>= 0xfb50 and <= 0xfdcf) or (>= 0xfdf0 and <= 0xfdff) or (>= 0xfe70 and <= 0xfeff);

    private static bool IsHebrew(int c) => c is (>= 0x0590 and <= 0x05ff) or (>= 0x07c0 and <= 0x085f) or (>= 0xfb1d and <= 0xfb4f);
}
