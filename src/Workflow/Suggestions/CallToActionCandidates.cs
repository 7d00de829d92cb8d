using Gpu.Workflow.Extraction;
using Gpu.Workflow.Wording;

namespace Gpu.Workflow.Suggestions;

/// <summary>Closing requests: the page's own, and one in its language that suits any page.</summary>
internal static class CallToActionCandidates
{
    private const double BestLength = 3;
    private const double LengthSpread = 2;

    private static readonly Dictionary<string, string> LearnMore = new(StringComparer.OrdinalIgnoreCase)
    {
        ["en"] = "Learn more", ["de"] = "Mehr erfahren", ["fr"] = "En savoir plus", ["es"] = "Más información", ["it"] = "Scopri di più", ["pt"] = "Saiba mais",
        ["nl"] = "Meer weten", ["sv"] = "Läs mer", ["da"] = "Læs mere", ["nb"] = "Les mer", ["no"] = "Les mer", ["fi"] = "Lue lisää", ["pl"] = "Dowiedz się więcej",
        ["cs"] = "Zjistit více", ["ru"] = "Узнать больше", ["uk"] = "Дізнатися більше", ["el"] = "Μάθετε περισσότερα", ["tr"] = "Daha fazla bilgi",
        ["ja"] = "詳しくはこちら", ["zh"] = "了解更多", ["ko"] = "자세히 보기", ["ar"] = "اعرف المزيد", ["he"] = "למידע נוסף",
    };

    /// <summary>Finds and measures them.</summary>
    public static List<Candidate> Find(PageContent content)
    {
        var candidates = new List<Candidate>();
        Add(Terms.Tidy(content.CallToAction), 1);
        var language = content.Language.Split('-', '_')[0];
        Add(LearnMore.GetValueOrDefault(language) ?? LearnMore["en"], 0);
        return candidates;

        void Add(string text, float page)
        {
            if (text.Length > 0)
            {
                candidates.Add(new Candidate($"call-to-action-{candidates.Count + 1}", text, Terms.Of(text),
                    [page, TextMeasures.Action(text), TextMeasures.Length(Terms.Count(text), BestLength, LengthSpread)]));
            }
        }
    }
}
