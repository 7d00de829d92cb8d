using System.Collections.Frozen;
using System.Globalization;

namespace Gpu.Workflow.Avatars.Speaking;

/// <summary>Which shapes of the mouth a sound is made with. All letters of the International Phonetic Alphabet (2020) are known, and those that espeak-ng writes besides.</summary>
internal static class PhonemeVisemes
{
    private static readonly FrozenDictionary<char, Viseme> Letters = Table();

    /// <summary>The shapes of a sound, in order.</summary>
    /// <param name="symbol">IPA: one letter, or those of a diphthong or an affricate, with marks of stress, length and tone.</param>
    /// <param name="shapes">Takes the shapes; none where the symbol is marks alone.</param>
    /// <returns>False where it has a letter that is not known; the others are there.</returns>
    public static bool Map(string symbol, ICollection<Viseme> shapes)
    {
        var (known, switching, last) = (true, false, (Viseme?)null);
        foreach (var c in symbol)
        {
            // "(en)" says that what follows is of another language.
            switching = c == '(' || (switching && c != ')');
            if (switching || IsMark(c))
            {
                continue;
            }

            if (!Letters.TryGetValue(c, out var shape))
            {
                known = false;
            }
            else if (shape != last)
            {
                shapes.Add(shape);
                last = shape;
            }
        }

        return known;
    }

    // Stress, length, tone, ties, and how a consonant is let go: none of them is seen.
    private static bool IsMark(char c) =>
        c is ')' or '\uFFFD' or '|' or '‖' or '.' or '-' or '\'' or '^' or '~' or '*' or '?' or ';' or '"' or '`' or '#' or '!' or '‿' or '↗' or '↘' or '↑' or '↓'
        || char.IsWhiteSpace(c) || char.IsAsciiDigit(c)
        || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.ModifierSymbol or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherNumber or UnicodeCategory.Format;

    private static FrozenDictionary<char, Viseme> Table()
    {
        var table = new Dictionary<char, Viseme>();
        void Add(Viseme shape, string letters)
        {
            foreach (var letter in letters)
            {
                table.Add(letter, shape);
            }
        }

        Add(Viseme.Pressed, "pbmʙɓʘ");
        Add(Viseme.Lip, "fvɱⱱʋɸβ");
        Add(Viseme.Pucker, "wʍɥuʊyʏʉø");
        Add(Viseme.Round, "oɔɒœɵɞɜɝɚɹɻɶɤʁʀ");
        Add(Viseme.Tongue, "lɫɬɮɭʎʟɺθð");
        Add(Viseme.Wide, "aɑ");
        Add(Viseme.Open, "eɛæəɐʌɘhɦᵻħʕʜʢᵊ");

        // Made behind the teeth, where lips and jaw do little.
        Add(Viseme.Teeth, "tdnszrjiɪɨɯɰʃʒkgɡŋcɟɲçʝxɣqɢɴχɾɽʈɖɳʂʐɕʑɧʔʡɗʄɠʛǀǃǂǁɿʅʦʣʧʤʨʥɩ");
        return table.ToFrozenDictionary();
    }
}
