using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Gpu.Workflow.Extraction.Prose;

/// <summary>
/// Knows the parts of pages that are not their content, by element, role and the names that authors give to classes and ids.
/// The vocabulary of names follows what trafilatura and Readability found on many sites.
/// </summary>
internal static partial class Boilerplate
{
    /// <summary>Whether an element is never content: code, hidden parts, forms' controls, navigation.</summary>
    public static bool IsNever(IElement element)
    {
        switch (element.LocalName)
        {
            case "script" or "style" or "noscript" or "template" or "svg" or "iframe" or "object" or "embed" or "canvas" or "select" or "textarea" or "input"
                or "button" or "nav" or "menu" or "dialog" or "head" or "audio" or "video" or "datalist" or "map" or "applet" or "math" or "progress" or "img":
                return true;
        }

        if (element.HasAttribute("hidden"))
        {
            return true;
        }

        var style = element.GetAttribute("style");
        return style is not null && HiddenStyle().IsMatch(style);
    }

    /// <summary>Whether an element is probably beside the content: footers, sharing, comments, related links, cookie notices, advertisements.</summary>
    public static bool IsAside(IElement element)
    {
        var name = element.LocalName;
        if (name is "body" or "html" or "article" or "main" or "h1")
        {
            return false;
        }

        if (name is "footer" or "aside")
        {
            return true;
        }

        if (element.GetAttribute("role") is { } role && Roles().IsMatch(role))
        {
            return true;
        }

        var names = Names(element);
        return names.Length > 1 && AsideNames().IsMatch(names) && !ContentNames().IsMatch(names);
    }

    /// <summary>Whether authors name an element as the body of an article.</summary>
    public static bool IsArticleBody(IElement element) =>
        element.LocalName is "article" or "div" or "main" or "section" or "td"
        && (element.GetAttribute("itemprop") is "articleBody" or "text" || ArticleNames().IsMatch(Names(element)));

    private static string Names(IElement element) => $" {element.Id} {element.ClassName} ";

    [GeneratedRegex("""display\s*:\s*none|visibility\s*:\s*hidden""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HiddenStyle();

    [GeneratedRegex("""^(navigation|banner|contentinfo|complementary|search|menu|menubar|dialog|alertdialog|tablist|toolbar)$""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Roles();

    [GeneratedRegex("""
        [\s_-](nav|navi|navbar|navigation|navbox|menu|submenu|breadcrumbs?|pager|pagination|paging|footer|foot|sidebar|side-?bar|widget|widgets|
        share|sharing|sharedaddy|shariff|addthis|addtoany|social|sociable|follow|newsletter|subscribe|subscription|signup|
        comments?|commentlist|comment-list|respond|reply|disqus|related|recommended|recommendations|recirc|promo|sponsor|sponsored|
        ads?|advert|advertisement|adsense|banner|outbrain|taboola|cookies?|consent|gdpr|popup|modal|overlay|lightbox|
        byline|author|authors|author-?box|author-?info|bio|meta|metadata|post-?info|entry-?meta|tags?|tagcloud|tag-?list|cat-?links|categories|
        timestamp|print|printfriendly|tools?|toolbar|skip-?link|screen-?reader-?text|sr-only|visually-?hidden|noprint|hidden|hide|
        teaser|teasers|most-?read|most-?popular|popular|trending|archive|archives|next|prev|previous|jp-relatedposts|yarpp|copyright|legal|
        login|search|searchform|rating|ratings|toc|infobox|editsection|mw-jump)[\s_-]
        |(breadcrumb|navigation|sharedaddy|newsletter|comments|footer|sidebar|cookie|related-?(post|article|stor|content|link)|social-?(media|share|icon|link)|share-?(button|bar|link|tool|this)|author-?(box|bio|info)|post-?(meta|tags|nav)|entry-(meta|footer|utility))
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex AsideNames();

    // Wrappers whose names hold a word of the list above but also one that says that the content is inside.
    [GeneratedRegex("""[\s_-](main-?content|entry-?content|post-?content|article-?body|article-?content|page-?content|content-?body|single|hero)[\s_-]|(has|with|no)-(sidebar|banner|footer|nav|ads?|comments?)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ContentNames();

    [GeneratedRegex("""
        [\s](post|entry|story|article|postarea|fulltext)[\s]
        |(entry|post|article|art|story|blog|single|theme|news|page)[_-]{0,2}(content|body|text|bodycopy|entry|inner)|article__?(content|body|container|text)|articlecontent|articletext|body-?text|story-?body|field-?body|single-post|fulltext|wpb_text_column
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex ArticleNames();
}
