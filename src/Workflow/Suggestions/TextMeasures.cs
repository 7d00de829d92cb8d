using System.Text.RegularExpressions;

namespace Gpu.Workflow.Suggestions;

/// <summary>Measures of a text, each 0 to 1.</summary>
internal static partial class TextMeasures
{
    /// <summary>A bell over the number of words.</summary>
    public static float Length(double words, double best, double spread) => (float)Math.Exp(-Math.Pow((words - best) / spread, 2) / 2);

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

    /// <summary>Whether a text is understood without the one before it: it neither asks, nor begins with a word that points back, nor speaks of "it" alone.</summary>
    public static float Standalone(string text) => PointsBack().IsMatch(text) ? 0 : text[^1] is '?' or '？' or '؟' ? 0.2f : OnlyIt().IsMatch(text) ? 0.5f : 1;

    /// <summary>Whether a text is of the page rather than of its subject: consent, newsletters, rights, navigation.</summary>
    public static bool IsBoilerplate(string text) => BoilerplateWords().IsMatch(text);

    [GeneratedRegex(@"\b(customers?|clients?|readers?|guests?|members?|families|reviews?|rated|stars?|awards?|award-winning|winner|voted|guaranteed?|certified|trusted|since \d{4}|percent|Kunden|Sterne|Bewertungen|ausgezeichnet|Garantie|clients|étoiles|avis|garantie|clientes|estrellas|opiniones|garantía)\b|\d\s?%|★|満足|受賞|お客様|レビュー|保証|عملاء|جائزة|ضمان|تقييم|לקוחות|פרס|אחריות", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ProofWords();

    [GeneratedRegex(@"\b(you|your|yours|you'll|you’ll|du|dein\w*|sie|ihr\w*|vous|votre|vos|tu|su|sus|tus)\b|あなた|لك|لكم|שלך|לך", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BenefitWords();

    [GeneratedRegex(@"\b(buy|order|get|try|start|join|book|reserve|save|shop|download|subscribe|sign up|discover|learn|see|visit|donate|sow|give|call|read|kaufen|bestellen|testen|buchen|entdecken|erfahren|acheter|commander|essayer|réserver|découvrir|savoir|comprar|pedir|probar|reservar|descubrir|scopri|acquista|prenota|saiba|compre|meer|koop|bestel)\b|注文|購入|予約|詳しく|申し込|اطلب|احجز|اشتر|اعرف|ابدأ|הזמינו|קנו|למידע", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ActionWords();

    [GeneratedRegex(@"^\W*(that|this|these|those|it|its|it's|it’s|they|their|he|she|his|her|them|and|but|so|or|because|also|however|then|there|thus|yet|such|both|neither|ours|das|dies\w*|es|sie|er|aber|und|denn|deshalb|darum|also|c'est|c’est|cela|ce|ces|il|elle|ils|elles|mais|et|donc|eso|esto|estos|ella|pero|y|por eso)\b|^\W*(それ|これ|その|この|しかし|また|そして|だから|وهذا|هذا|هذه|ولكن|لكن|לכן|אבל)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PointsBack();

    [GeneratedRegex(@"\b(it|them|ours)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OnlyIt();

    [GeneratedRegex(@"\b(cookies?|newsletter|privacy policy|terms (of|and)|all rights reserved|copyright|log ?in|sign in|javascript|unsubscribe|share this|follow us|Datenschutz|Impressum|mentions légales)\b|©|クッキー|プライバシー|ملفات تعريف الارتباط|עוגיות", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BoilerplateWords();
}
