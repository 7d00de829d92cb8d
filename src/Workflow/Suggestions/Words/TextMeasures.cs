using System.Text.RegularExpressions;

namespace Gpu.Workflow.Suggestions.Words;

/// <summary>Measures of a text, each 0 to 1.</summary>
internal static partial class TextMeasures
{
    /// <summary>A bell over a quantity: words or seconds.</summary>
    public static float Bell(double value, double best, double spread) => (float)Math.Exp(-Math.Pow((value - best) / spread, 2) / 2);

    /// <summary>1 where words have five letters or fewer on average, 0 where they have ten or more.</summary>
    public static float Readability(string text)
    {
        var (letters, words, inWord) = (0, 0, false);
        foreach (var c in text)
        {
            var letter = char.IsLetter(c);
            letters += letter ? 1 : 0;
            words += letter && !inWord ? 1 : 0;
            inWord = letter || (inWord && c is '\'' or '’' or '-');
        }

        return words == 0 ? 0 : Math.Clamp((10 - ((float)letters / words)) / 5, 0, 1);
    }

    /// <summary>Whether there is a figure.</summary>
    public static float Numbers(string text) => text.Any(char.IsDigit) ? 1 : 0;

    /// <summary>Whether a text proves what it says: customers, ratings, awards, guarantees.</summary>
    public static float Proof(string text) => ProofWords().IsMatch(text) ? 1 : 0;

    /// <summary>Whether a text speaks to its reader.</summary>
    public static float Benefit(string text) => BenefitWords().IsMatch(text) ? 1 : 0;

    /// <summary>Whether a text asks to do something.</summary>
    public static float Action(string text) => ActionWords().IsMatch(text) ? 1 : 0;

    /// <summary>Whether a text is understood without the one before it: it neither asks, nor begins with a word that points back, nor speaks of somebody or something without a name.</summary>
    public static float Standalone(string text, string language)
    {
        var freedom = BackPointers.Freedom(text, language);
        return text[^1] is '?' or '？' or '؟' ? Math.Min(0.2f, freedom) : InnerPointers.Leans(text, language) ? Math.Min(0.4f, freedom) : Unnamed().IsMatch(text) || UnnamedLater().IsMatch(text) ? Math.Min(0.5f, freedom) : freedom;
    }

    /// <summary>1 where a text has letters, plain figures and ordinary marks only; less by every bracket, slash, abbreviation in capitals and long number.</summary>
    public static float Speakable(string text)
    {
        var awkward = Awkward().Count(text);
        return Math.Max(0, 1 - (awkward / 3f));
    }

    [GeneratedRegex(@"[|(/\[（*§%°²³&+:;–—…]|\p{Lu}{3,}|\d{5,}|\d[.,]\d+[.,]\d|\p{L}\d|\d\p{L}", RegexOptions.CultureInvariant)]
    private static partial Regex Awkward();

    [GeneratedRegex(@"\b(customers?|clients?|readers?|guests?|members?|families|reviews?|rated|stars?|awards?|award-winning|winner|voted|guaranteed?|certified|trusted|since \d{4}|percent|Kunden|Sterne|Bewertungen|ausgezeichnet|Garantie|clients|étoiles|avis|garantie|clientes|estrellas|opiniones|garantía)\b|\d\s?%|★|満足|受賞|お客様|レビュー|保証|عملاء|جائزة|ضمان|تقييم|לקוחות|פרס|אחריות", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ProofWords();

    [GeneratedRegex(@"\b(you|your|yours|you'll|you’ll|du|dein\w*|Sie|Ihr\w*|vous|votre|vos|tu|su|sus|tus)\b|あなた|لك|لكم|שלך|לך", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BenefitWords();

    [GeneratedRegex(@"\b(buy|order|get|try|start|join|book|reserve|save|shop|download|subscribe|sign up|discover|learn|see|visit|donate|support|sow|give|call|read|explore|watch|listen|request|register|apply|tickets?|kaufen|bestellen|testen|buchen|entdecken|erfahren|anfragen|spenden|ansehen|holen|acheter|achetez|commander|commandez|essayer|essayez|réserver|réservez|découvrir|découvrez|savoir|comprar|pedir|probar|reservar|descubrir|información|scopri|acquista|prenota|saiba|compre|meer|koop|bestel|läs|köp|køb|læs|kjøp|les|osta|lue|kup|dowiedz|koupit|zjistit|satın|bilgi)\b|注文|購入|予約|詳しく|申し込|お試し|了解|购买|立即|预订|더 알|자세히|구매|Узнать|Купить|Заказать|Дізнатися|Купити|Μάθετε|Αγορά|اطلب|احجز|اشتر|اعرف|ابدأ|הזמינו|קנו|למידע", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ActionWords();

    [GeneratedRegex(@"\b(it|they|them|ours|he|she|him|elles?|ella|ellos)\b|[,”“""»] ?(dijo|señaló|sagte? (er|sie)|(he|she) said|says (he|she)|a-t-(il|elle)|disse|zei hij)\b[^.]{0,20}\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unnamed();

    // German's "Sie" is the reader.
    [GeneratedRegex(@"(?<=\p{L} )(sie|er|ihn|ihm|dessen|deren)\b", RegexOptions.CultureInvariant)]
    private static partial Regex UnnamedLater();
}
