using System.Text;

namespace Gpu.Benchmarks.Fuzzing;

/// <summary>Makes broken pages of whole ones. The same seed makes the same pages.</summary>
/// <param name="pages">What to start from; at least one.</param>
/// <param name="seed">Chooses all that follows.</param>
internal sealed class PageMutator(IReadOnlyList<byte[]> pages, int seed)
{
    private const int MaxBytes = 2 << 20;
    private const int MostChanges = 8;

    // What has broken readers of pages: nesting, structured data of wrong types, addresses, colours, charsets, bare bytes.
    private static readonly byte[][] Pieces = [.. new[]
    {
        "<div>", "</div>", "<b>", "<i>", "<a href='http://['>", "<table><tr><td>", "<ul><li>", "<svg><title>", "<math>", "<template>", "<select><option>", "<noscript>", "<plaintext>", "<frameset>", "<!--", "-->", "<![CDATA[", "</body>", "<html lang='x-\0'>",
        "<meta charset=utf-16>", "<meta charset=shift_jis>", "<meta charset=no-such-set>", "<meta http-equiv=content-type content='text/html; charset=gb18030'>", "<base href='javascript:x'>", "<base href='http://'>",
        "<meta name=theme-color content='rgb(1e999,-1%,)'>", "<meta property='og:image' content='data:image/png;base64,'>", "<link rel='icon' sizes='99999999999x1 any' href='//'>", "<link rel=mask-icon color='hsl(1e308deg 1% 1%)' href=x>",
        "<style>:root{--primary:var(--a);--a:var(--primary);--brand:#ggg}a>b{background:url(x)}</style>", "<style>", "</style>", "<script>", "</script>",
        "<script type='application/ld+json'>{\"@type\":\"Product\",\"name\":\"\\ud800\",\"offers\":[[{\"price\":\"1e400\",\"priceCurrency\":3,\"availability\":[]}]],\"aggregateRating\":{\"ratingValue\":{},\"bestRating\":0},\"image\":[{},[],null]}</script>",
        "<script type='application/ld+json'>{\"@type\":[\"Article\",7],\"articleBody\":{\"@value\":[]},\"@graph\":[null,{\"@type\":{}}]}</script>",
        "<div itemscope itemtype='http://schema.org/Product'><span itemprop='price offers name' content='-0'>", "<div vocab='http://schema.org/' typeof='Product Offer'><b property='price'>",
        "<img srcset='a 9w,b 2x,,,c -1w,d 1e999x' src='data:image/gif;base64,R0' width=99999999999 height=-1>", "<picture><source srcset=' , '>", "<video poster>", "<input type=image>", "<h1></h1>", "<br><br>", "&#x110000;&#xD800;&nosuch;", "1.2.3,4 € $ 12,34,567.8 ", "日本語。", "שָׁלוֹם", "ไทย", "\u200f\u202e", "😀👨‍👩‍👧‍👦", "\0", "\ufffe",
    }.Select(Encoding.UTF8.GetBytes), [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0x1b, 0x24, 0x42]];

    private static readonly string[] Nested = ["div", "b", "ul", "ul><li", "table><tr><td", "blockquote", "font", "a", "svg><g", "section class=related", "span itemscope itemprop=offers"];

    private readonly Random _random = new(seed);

    /// <summary>The next page, of at most 2 MiB.</summary>
    public byte[] Next()
    {
        var page = new List<byte>(Pick(pages));
        for (var change = _random.Next(1, MostChanges + 1); change > 0; change--)
        {
            Change(page);
        }

        return page.Count <= MaxBytes ? [.. page] : [.. page.Take(MaxBytes)];
    }

    private void Change(List<byte> page)
    {
        var (start, length) = Range(page.Count);
        switch (_random.Next(9))
        {
            case 0:
                page.RemoveRange(start, length);
                break;
            case 1:
                Repeat(page, start, page.GetRange(start, Math.Min(length, 400)), _random.Next(1, 200));
                break;
            case 2:
                for (var flips = _random.Next(1, 30); flips > 0 && page.Count > 0; flips--)
                {
                    page[_random.Next(page.Count)] = (byte)_random.Next(256);
                }

                break;
            case 3:
                // What one page says, in the middle of another.
                var other = Pick(pages);
                var (from, count) = Range(other.Length);
                page.InsertRange(start, other.AsSpan(from, count).ToArray());
                break;
            case 4:
                Repeat(page, start, Encoding.ASCII.GetBytes($"<{Nested[_random.Next(Nested.Length)]}>"), _random.Next(1, 3_000));
                break;
            case 5:
                page.RemoveRange(start, page.Count - start);
                break;
            case 6:
                Digits(page, start);
                break;
            default:
                for (var pieces = _random.Next(1, 12); pieces > 0; pieces--)
                {
                    page.InsertRange(_random.Next(page.Count + 1), Pick(Pieces));
                }

                break;
        }
    }

    // Sizes, prices and dates become others.
    private void Digits(List<byte> page, int start)
    {
        for (int at = start, changed = 0; at < page.Count && changed < 200; at++)
        {
            if (page[at] is >= (byte)'0' and <= (byte)'9')
            {
                page[at] = (byte)"0123456789-.,eE%"[_random.Next(16)];
                changed++;
            }
        }
    }

    private static void Repeat(List<byte> page, int at, IReadOnlyCollection<byte> piece, int times)
    {
        var all = new List<byte>(piece.Count * times);
        for (var i = 0; i < times; i++)
        {
            all.AddRange(piece);
        }

        page.InsertRange(at, all);
    }

    private (int Start, int Length) Range(int count)
    {
        var start = _random.Next(count + 1);
        return (start, Math.Min(count - start, 1 << _random.Next(17)));
    }

    private byte[] Pick(IReadOnlyList<byte[]> from) => from[_random.Next(from.Count)];
}
