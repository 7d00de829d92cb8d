using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Gpu.Workflow.Extraction.Markup;

/// <summary>
/// Parses a page, and gives up on one made to exhaust the parser. AngleSharp itself cuts nesting at about 500 levels, so that
/// recursion over the result is safe; what remains are markup whose cost grows with its square, and reconstructed
/// formatting elements without number.
/// </summary>
internal static class PageDocument
{
    private const int MaxElements = 500_000;
    private const long MaxAllocation = 512L << 20;

    // Elements that are opened and never closed: AngleSharp adds them where it cuts the tree, but looks through all that are
    // open for each one more, which 200,000 of <b> made a minute of. Pages that people wrote nest some 30 levels.
    private const int DeepLevel = 400;
    private const int MaxDeep = 40_000;
    private const int Sampled = 64;

    // Only against what would never end: elements and allocation are the same on any machine, time is not, and a page that is
    // read on an idle machine is to be read on a busy one too.
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(60);

    /// <summary>Parses.</summary>
    /// <param name="html">The page.</param>
    /// <param name="name">What it is, for the message.</param>
    /// <param name="time">The clock of the limit.</param>
    /// <param name="cancellationToken">Stops the parser.</param>
    /// <exception cref="PageError">Too many elements, or too expensive.</exception>
    public static IHtmlDocument Parse(string html, string name, TimeProvider time, CancellationToken cancellationToken)
    {
        var (elements, deep) = (0, 0);
        INode? last = null;
        var start = time.GetTimestamp();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var parser = new HtmlParser(new HtmlParserOptions { OnCreated = (element, _) => Count(element) });
        return parser.ParseDocument(html);

        void Count(IElement element)
        {
            elements++;
            if ((elements & (Sampled - 1)) != 0)
            {
                // One that is just made has no place yet; the one before it has.
                last = element;
                return;
            }

            deep += IsDeep(last) ? Sampled : 0;

            cancellationToken.ThrowIfCancellationRequested();
            if (elements > MaxElements || deep > MaxDeep || GC.GetAllocatedBytesForCurrentThread() - allocated > MaxAllocation || time.GetElapsedTime(start) > MaxTime)
            {
                throw new PageError(PageErrorKind.TooLarge, $"{name} is too complex: its markup needs more than {MaxElements} elements, {MaxDeep} that nest {DeepLevel} deep, {MaxAllocation >> 20} MiB or {MaxTime.TotalSeconds} s to read. Give a simpler page.");
            }
        }
    }

    private static bool IsDeep(INode? node)
    {
        var level = 0;
        for (; node is not null && level < DeepLevel; node = node.Parent)
        {
            level++;
        }

        return level == DeepLevel;
    }

    /// <summary>The address that relative addresses refer to: the page's <c>base</c>, else its own.</summary>
    public static Uri BaseOf(IHtmlDocument document, Uri page)
    {
        var href = document.QuerySelector("base[href]")?.GetAttribute("href");

        // A local page stays at its own folder: a base elsewhere would only break its pictures.
        return !page.IsFile && href is not null && Uri.TryCreate(page, href.Trim(), out var url) && (url.Scheme is "http" or "https") ? url : page;
    }
}
