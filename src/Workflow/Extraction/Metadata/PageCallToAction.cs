using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Gpu.Workflow.Extraction.Markup;

namespace Gpu.Workflow.Extraction.Metadata;

/// <summary>What a page asks its reader to do: the words of its main button or link.</summary>
internal static partial class PageCallToAction
{
    private const int MaxLength = 48;

    /// <summary>Reads it; null where the page does not ask.</summary>
    /// <param name="document">The page.</param>
    /// <param name="site">The site's name, which asks for nothing.</param>
    public static string? Read(IHtmlDocument document, string site)
    {
        string? best = null;
        var bestScore = .99;
        var order = 0;
        var counts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var element in document.QuerySelectorAll("a, button, input[type=submit], [role=button]"))
        {
            if (order++ > 2_000)
            {
                break;
            }

            var text = Words.Tidy(element.LocalName == "input" ? element.GetAttribute("value") : element.TextContent).Trim('→', '»', '›', '>', ' ', '▸', '➜', '↗');
            if (text.Length is < 2 or > MaxLength || Never().IsMatch(text) || !Words.Any(text) || string.Equals(text, site, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            counts[text] = counts.GetValueOrDefault(text) + 1;
            var score = Score(element, text) + Math.Min(counts[text] - 1, 2) * .15 - order * .002;
            if (score > bestScore)
            {
                (best, bestScore) = (text, score);
            }
        }

        return best;
    }

    private static double Score(IElement element, string text)
    {
        var names = $" {element.ClassName} {element.Id} ";
        var score = 0.0;

        // One word alone, such as Shop or Start, is more often the name of a part of the site.
        score += !Verb().IsMatch(text) ? 0 : text.Contains(' ', StringComparison.Ordinal) || Words.IsCjk(text[0]) ? 1 : .6;
        score += Action().IsMatch(names) ? .9 : 0;
        score += Button().IsMatch(names) || element.GetAttribute("role") == "button" ? .6 : 0;
        score += Primary().IsMatch(names) ? .4 : 0;
        score += element.LocalName == "button" && element.GetAttribute("type") is not "button" ? .3 : 0;
        score += element.Closest("[class*=hero i], [id*=hero i], main, article") is not null ? .3 : 0;
        score -= element.Closest("nav, footer, [role=navigation], ul[class*=menu i], ul[id*=menu i], ul[class*=nav i], [id*=navigation i], [class*=cookie i], [class*=consent i], [id*=cookie i], [class*=share i], [class*=social i], dialog, [class*=comment i]") is not null ? 1.2 : 0;
        score -= element.Closest("form[role=search], [class*=search i], [class*=login i], [class*=newsletter i]") is not null ? .8 : 0;
        score -= element.HasAttribute("hidden") || element.HasAttribute("disabled") ? 2 : 0;
        return score;
    }

    [GeneratedRegex(@"^(buy|order|shop|get|start|try|book|reserve|join|donate|give|sign up|register|download|install|add to|subscribe|enrol?l|apply|see|view|discover|explore|learn|contact|request|schedule|plan|find|claim|support|become|pre-?order|rent|adopt|volunteer|open|watch|read|kaufen|jetzt|bestellen|buchen|in den warenkorb|spenden|anmelden|herunterladen|reservieren|tickets?|mehr erfahren|acheter|commander|réserver|ajouter|essayer|s'inscrire|faire un don|télécharger|comprar|reservar|pedir|empezar|donar|añadir|descargar|prenota|acquista|ordina|compra|inizia|scopri|bestel|koop|boek|köp|boka|kup|zamów|купить|заказать|забронировать|скачать|начать|購入|予約|今すぐ|申し込|注文|ダウンロード|詳しく|立即|购买|預訂|预订|下载|구매|예약|지금|اطلب|احجز|اشتر|ابدأ|تبرع|سجل|حمّل|הזמ|קנו|קנה|התחל|תרמו|הרשמ|הורד)|(kaufen|bestellen|buchen|reservieren|spenden|sichern|entdecken|する|購入|予約|申込|注文|購買)$|カートに", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Verb();

    [GeneratedRegex(@"[\s_-](cta|call-?to-?action|buy|order|add-?to-?(cart|basket|bag)|book-?now|checkout|purchase|donate)[\s_-]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Action();

    [GeneratedRegex(@"[\s_-](btn|button)[\s_-]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Button();

    [GeneratedRegex(@"[\s_-](primary|main|hero|large|lg|big)[\s_-]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Primary();

    [GeneratedRegex(@"^(accept|agree|allow|ok(ay)?|close|cancel|dismiss|menu|search|go|submit|send|log ?in|sign ?in|reject|decline|manage|settings|preferences|cookie.*|next|prev(ious)?|back|more|share|tweet|like|follow|print|reply|comment|post comment|save|edit|show.*|toggle.*|skip.*|home|top|read more.*|view (all|more|this post|on).*|see (all|more).*|all rights.*|suche?n?|schließen|akzeptieren|ablehnen|senden|abschicken|weiterlesen.*|menü|fermer|accepter|refuser|envoyer|rechercher|cerrar|aceptar|buscar|enviar|検索|閉じる|送信|メニュー|搜索|关闭|بحث|إغلاق|חיפוש|סגור)$|^\d+$|^https?:|@", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Never();
}
