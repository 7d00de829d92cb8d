using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Gpu.Workflow.Extraction.Prose;

/// <summary>
/// Knows the parts of pages that are not their content, by element, role and the names that authors give to classes and ids.
/// The vocabulary of names follows what trafilatura and Readability found on many sites.
/// </summary>
internal static partial class Boilerplate
{
    /// <summary>How surely an element is beside the content.</summary>
    public enum Doubt
    {
        /// <summary>Nothing says so.</summary>
        None,

        /// <summary>A name that wrappers of content have too.</summary>
        Weak,

        /// <summary>An element, role or name that hardly ever holds content.</summary>
        Strong,
    }

    /// <summary>Whether an element is never content: code, hidden and struck-out parts, forms' controls, navigation.</summary>
    public static bool IsNever(IElement element)
    {
        switch (element.LocalName)
        {
            case "script" or "style" or "noscript" or "template" or "svg" or "iframe" or "object" or "embed" or "canvas" or "select" or "textarea" or "input"
                or "button" or "nav" or "menu" or "dialog" or "head" or "audio" or "video" or "datalist" or "map" or "applet" or "math" or "progress" or "img" or "del" or "s" or "strike":
                return true;
        }

        if (element.HasAttribute("hidden"))
        {
            return true;
        }

        var style = element.GetAttribute("style");
        return style is not null && HiddenStyle().IsMatch(style);
    }

    /// <summary>How surely an element is beside the content: footers, sharing, comments, related links, cookie notices, advertisements.</summary>
    public static Doubt IsAside(IElement element)
    {
        var name = element.LocalName;
        if (name is "body" or "html" or "article" or "main" or "h1")
        {
            return Doubt.None;
        }

        if (name is "footer" or "aside" or "figcaption" || (element.GetAttribute("role") is { } role && Roles().IsMatch(role)))
        {
            return Doubt.Strong;
        }

        var names = Names(element);
        return names.Length <= 2 ? Doubt.None
            : StrongNames().IsMatch(names) ? Doubt.Strong
            : WeakNames().IsMatch(names) && !ContentNames().IsMatch(names) ? Doubt.Weak
            : Doubt.None;
    }

    /// <summary>Whether authors name an element as the body of an article.</summary>
    public static bool IsArticleBody(IElement element) =>
        element.LocalName is "article" or "div" or "main" or "section" or "td"
        && (element.GetAttribute("itemprop") is "articleBody" or "text" || ArticleNames().IsMatch(Names(element)));

    // Classes that carry a post's own categories and tags, or a page builder's name, say nothing of the element's part.
    private static string Names(IElement element) =>
        element.ClassName is not { Length: > 0 } classes ? $" {element.Id} "
        : $" {element.Id} {string.Join(' ', classes.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(name => !Unsaying().IsMatch(name)))} ";

    [GeneratedRegex("""^(category|tag|cat|tags|elementor|has|no|with|without|format|field-label)-""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unsaying();

    [GeneratedRegex("""display\s*:\s*none|visibility\s*:\s*hidden""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HiddenStyle();

    [GeneratedRegex("""^(navigation|banner|contentinfo|complementary|search|menu|menubar|dialog|alertdialog|tablist|toolbar)$""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Roles();

    [GeneratedRegex("""
        [\s_-](footer|foot|comments?|commentlist|comment-?form|respond|disqus|related|recommended|recommendations|recirc|recirculation|outbrain|taboola|cookies?|consent|gdpr|
        share|shares|sharing|shareblock|sharedaddy|shariff|addthis|addtoany|sociable|newsletter|breadcrumbs?|pagination|navigation|navbox|jp-relatedposts|yarpp|
        caption|wp-caption|subcaption|captions|image-?source|image-?description|image-?credit|photo-?credit|credits?|bildunterschrift|twitter-tweet|
        author-?(box|bio|info)|screen-?reader-?text|sr-only|visually-?hidden|noprint|skip-?link)[\s_-]
        |breadcrumb|sharedaddy|newsletter|related-?(post|article|stor|content|link)|social-?(media|share|sharing|icon|link)|share-?(button|bar|link|tool|this)|post-?(tags|nav)|(image|figure|photo)[_-]{0,2}(caption|credit|text)
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex StrongNames();

    [GeneratedRegex("""
        [\s_-](nav|navi|navbar|menu|submenu|pager|paging|sidebar|side-?bar|widget|widgets|social|follow|subscribe|subscription|signup|reply|promo|sponsor|sponsored|
        advert|advertisement|adsense|banner|popup|modal|overlay|lightbox|byline|author|authors|bio|meta|metadata|post-?info|entry-?meta|tags|tagcloud|tag-?list|cat-?links|categories|
        timestamp|reading-?time|print|printfriendly|tools|toolbar|most-?read|most-?popular|popular|trending|archive|archives|next|prev|previous|copyright|legal|
        login|search|searchform|rating|ratings|toc|infobox|editsection|mw-jump|factbox|disclaimer|disclosure)[\s_-]
        |\s(ads?|hidden|hide)\s|\sads?-|sidebar|footer|comments|cookie|post-?meta|entry-(meta|footer|utility)
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex WeakNames();

    // Wrappers whose names hold a word of the list above but also one that says that the content is inside.
    [GeneratedRegex("""[\s_-](main-?content|entry-?content|post-?content|article-?body|article-?content|page-?content|content-?body|single|hero)[\s_-]|(has|with|no)-(sidebar|banner|footer|nav|ads?|comments?)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ContentNames();

    [GeneratedRegex("""
        [\s](post|entry|story|article|postarea|fulltext)[\s]
        |(entry|post|article|art|story|blog|single|theme|news|page)[_-]{0,2}(content|body|text|bodycopy|entry|inner)|article__?(content|body|container|text)|articlecontent|articletext|body-?text|story-?body|field-?body|single-post|fulltext|wpb_text_column
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex ArticleNames();
}
