using Gpu.Workflow.Extraction;
using Gpu.Workflow.Wording;

namespace Gpu.Workflow.Suggestions.Words;

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
    public static List<Candidate> Find(PageContent content, PageWords words)
    {
        var ids = new SuggestionIds();
        var candidates = new List<Candidate>();
        if (Terms.Tidy(content.CallToAction) is { Length: > 0 } own && !PageTalk.IsControl(own))
        {
            Add(own, 1);
        }

        var general = LearnMore.GetValueOrDefault(words.Language) ?? LearnMore["en"];
        if (candidates.Count == 0 || !string.Equals(candidates[0].Text, general, StringComparison.OrdinalIgnoreCase))
        {
            Add(general, 0);
        }

        return candidates;

        void Add(string text, float page)
        {
            var line = words.Rewrite(ids.Of("call", text), text);
            candidates.Add(line.Candidate([page, TextMeasures.Action(line.Text), TextMeasures.Bell(Terms.Count(line.Text), BestLength, LengthSpread)]));
        }
    }
}
