using System.Buffers;
using System.Text.RegularExpressions;
using Gpu.Workflow.Wording;

namespace Gpu.Workflow.Suggestions.Words;

/// <summary>Lines that end as sentences do and are none: addresses, opening hours, credits, a time or place alone, half of a sentence.</summary>
internal static partial class Fragments
{
    private const double MostOfAddress = 9;

    private static readonly SearchValues<char> Particles = SearchValues.Create("はがをもにでとへまただ");

    /// <summary>Whether a line is such a piece.</summary>
    public static bool Is(string line) =>
        (Terms.Count(line) <= MostOfAddress && Address().IsMatch(line)) || Hours().IsMatch(line) || Credits().IsMatch(line) || IsWhenOrWhere(line) || HalfSentence().IsMatch(line) || CutShort().IsMatch(line) || IsJapaneseList(line);

    // "From Sunday to Thursday, until 30 June.": every part begins with a word of time or place, and nothing happens.
    private static bool IsWhenOrWhere(string line)
    {
        var parts = line.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length > 0 && Array.TrueForAll(parts, part => WhenOrWhere().IsMatch(part));
    }

    // Things one after the other, and no particle that would say what they do.
    private static bool IsJapaneseList(string line) =>
        line.Contains('、', StringComparison.Ordinal) && line.EndsWith('。') && line.AsSpan().ContainsAnyInRange('\u3040', '\u30FF') && !line.AsSpan().ContainsAny(Particles);

    [GeneratedRegex(
        @"\b\d{1,5}[a-z]?,? (\p{Lu}[\p{L}.'’-]+ ){1,3}(Road|Rd|Street|St|Avenue|Ave|Lane|Square|Drive|Court|Boulevard|Blvd|Quay|Terrace)\b|" +
        @"^(\p{Lu}[\p{L}.'’-]+ ){0,2}\p{Lu}?[\p{L}-]*(Lane|Road|Street|Avenue|Square|stra(ß|ss)e|str\.|gasse|platz|weg|allee|straat|laan|plein|vägen|gatan|gade|vej|veien|gata) \d{1,4} ?[a-z]?[.,]?(\s*\d{4,5} \p{Lu}\p{L}+\.?)?$|" +
        @"^(Rue|Avenue|Boulevard|Place|Quai|Via|Viale|Piazza|Corso|Calle|Avenida|Plaza|Paseo|Rua|ul\.|ulica|улица|ул\.)\s[^.!?]{3,40},? \d{1,4}[a-z]?\.?$|\d{1,4},? (rue|avenue|boulevard|place|quai) |" +
        @"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|^\d{4,5} \p{Lu}\p{L}+\.?$|^[〒]|^\S{2,12}[都道府県]\S{1,12}[市区町村]\S*\d",
        RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    // "Fr. von 9.00 - 15.00 Uhr geöffnet", "Mon–Fri 9–17"
    [GeneratedRegex(@"^\W*(Mo|Di|Mi|Do|Fr|Sa|So|Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Sat|Sun|Lun|Mar|Mer|Jeu|Ven|Sam|Dim|Ma|Wo|Vr|Za|Zo)[.:]?\s*([-–—]|bis|to|à|t/m|\s)?.{0,30}\d{1,2}([.:h]\d{2})?\s*([-–—]|bis|to|à|tot|and|und)\s*\d{1,2}", RegexOptions.CultureInvariant)]
    private static partial Regex Hours();

    [GeneratedRegex(@"^\W*(Director|Directed by|Starring|Stars|Cast|Regie|Darsteller|Réalisation|Author|Autor(in)?|Written by|Text|Editor|Redaktion)\s?:|: .+ · ", RegexOptions.CultureInvariant)]
    private static partial Regex Credits();

    [GeneratedRegex(@"^(From|Until|Till|Between|At|On|In|Since|By|To|Von|Ab|Bis|Zwischen|Am|Im|Seit|Vom|Du|Jusqu['’]au|De|Desde|Hasta|Dal|Fino|Van|Tot|Från|Fra)\s(((?-i:\p{Lu})\p{L}*|\d[\d.:]*|to|until|and|or|the|of|noon|midnight|am|pm|bis|und|oder|zum|zur|der|dem|den|des|au|à|et|du|al|y|e|a|tot|en|och|og|til)[.]?\s?){1,7}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WhenOrWhere();

    // "Vertretung in Deutschland: Friedrichstr.", "Die Banken haben Mo."
    [GeneratedRegex(@"(?<!\p{L})(\p{Lu}?\p{L}*(str|Str)|Mo|Di|Mi|Do|Fr|Sa|Mon|Tue|Wed|Thu|Tel|Nr|No|St|Ave|Rd|ca|approx|bzw|inkl|e\.g|z\.\s?B)\.$", RegexOptions.CultureInvariant)]
    private static partial Regex CutShort();

    // A clause that is part of a sentence, without the sentence; and what corrects or adds to the one before.
    [GeneratedRegex(@"^(Was|Wer|Weil|Wobei|Dass|Ob|Which|Who|Because|Whereas|Although|Though|Qui|Parce que|Porque|Perché) [^,?!]+\.$|^(Egal|Ganz gleich) [^,]*\b(ob|wie|welche\w*|was|wer|um)\b[^,]*\.$|^(Genauer gesagt|Mit anderen Worten|Soll heißen|That is|Namely|Or rather|Especially|Including|Such as|Beispielsweise|Insbesondere)\b|\b(oder|und|or|and) (wenn|falls|if|when) [^,.]+\.$(?<=^(Bei|In|Mit|With|At|On|By) .+)", RegexOptions.CultureInvariant)]
    private static partial Regex HalfSentence();
}
