using AngleSharp.Dom;

namespace Gpu.Workflow.Extraction.Prose;

/// <summary>What the elements around a block say, gathered once for each element.</summary>
/// <param name="Depth">How deep it lies under the body.</param>
/// <param name="Weak">How many elements around it have a name of weak doubt.</param>
/// <param name="Strong">How many have one of strong doubt.</param>
/// <param name="Kinds">Which kinds of element it lies in.</param>
/// <param name="Siblings">How many children its parent has.</param>
/// <param name="Children">How many children it has: counting them costs as much as they are, and each of them asks.</param>
internal sealed record Place(int Depth, int Weak, int Strong, Place.Kind Kinds, int Siblings, int Children)
{
    /// <summary>Elements that say what is in them.</summary>
    [Flags]
    public enum Kind
    {
        /// <summary>None of them.</summary>
        None = 0,

        /// <summary><c>article</c>.</summary>
        Article = 1,

        /// <summary>An element that its author names the article's body.</summary>
        ArticleBody = 2,

        /// <summary><c>main</c>.</summary>
        Main = 4,

        /// <summary>A list.</summary>
        List = 8,

        /// <summary><c>table</c>.</summary>
        Table = 16,

        /// <summary><c>header</c>.</summary>
        Header = 32,

        /// <summary><c>footer</c>.</summary>
        Footer = 64,

        /// <summary><c>aside</c>.</summary>
        Aside = 128,

        /// <summary><c>form</c>.</summary>
        Form = 256,

        /// <summary><c>figure</c>.</summary>
        Figure = 512,
    }

    /// <summary>Whether it lies in an element of a kind.</summary>
    public bool Has(Kind kind) => (Kinds & kind) != 0;

    /// <summary>The place of an element.</summary>
    /// <param name="element">The element.</param>
    /// <param name="body">Where to stop.</param>
    /// <param name="known">Places found before: each element is looked at once.</param>
    public static Place Of(IElement element, IElement body, Dictionary<IElement, Place> known)
    {
        var path = new Stack<IElement>();
        IElement? at = element;
        while (at is not null && at != body && !known.ContainsKey(at))
        {
            path.Push(at);
            at = at.ParentElement;
        }

        Place? place = null;
        if (at is null)
        {
            place = new Place(0, 0, 0, Kind.None, 1, 1);
        }
        else if (!known.TryGetValue(at, out place))
        {
            known[at] = place = new Place(0, 0, 0, Kind.None, 1, at.ChildElementCount);
        }

        while (path.TryPop(out var next))
        {
            var doubt = Boilerplate.IsAside(next);
            place = new Place(
                place.Depth + 1,
                place.Weak + (doubt == Boilerplate.Doubt.Weak ? 1 : 0),
                place.Strong + (doubt == Boilerplate.Doubt.Strong ? 1 : 0),
                place.Kinds | KindOf(next),
                place.Children,
                next.ChildElementCount);
            known[next] = place;
        }

        return place;
    }

    private static Kind KindOf(IElement element)
    {
        var kind = element.LocalName switch
        {
            "article" => Kind.Article,
            "main" => Kind.Main,
            "ul" or "ol" or "dl" => Kind.List,
            "table" => Kind.Table,
            "header" => Kind.Header,
            "footer" => Kind.Footer,
            "aside" => Kind.Aside,
            "form" => Kind.Form,
            "figure" => Kind.Figure,
            _ => Kind.None,
        };
        return Boilerplate.IsArticleBody(element) ? kind | Kind.ArticleBody : kind;
    }
}
