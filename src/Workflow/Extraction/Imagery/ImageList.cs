using System.Text.RegularExpressions;
using Gpu.Workflow.Fetching;

namespace Gpu.Workflow.Extraction.Imagery;

/// <summary>Makes the page's list of pictures: absolute, each once, without icons and trackers, the most prominent first.</summary>
internal static partial class ImageList
{
    private const int MaxImages = 200;
    private const int MinSide = 100;
    private const int LongName = 24;

    /// <summary>Makes the list.</summary>
    /// <param name="candidates">What was found.</param>
    /// <param name="baseAddress">What relative addresses refer to.</param>
    /// <param name="page">The page: it decides which files may be referred to.</param>
    /// <param name="logo">The logo, which is no picture of the content.</param>
    public static IReadOnlyList<PageImage> Make(IEnumerable<ImageCandidate> candidates, Uri baseAddress, Uri page, Uri? logo)
    {
        var found = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var candidate in candidates)
        {
            if (Resolve(candidate.Address, baseAddress, page) is not { } url || url == logo || IsUnwanted(candidate, url))
            {
                continue;
            }

            var key = Key(url);
            if (found.TryGetValue(key, out var known))
            {
                known.Merge(candidate, url);
            }
            else
            {
                found.Add(key, new Entry(candidate, url, found.Count));
            }
        }

        return [.. found.Values
            .Select(entry => entry.Measured())
            .Where(entry => !entry.IsSmall)
            .OrderByDescending(entry => entry.Rank)
            .ThenBy(entry => entry.Order)
            .Take(MaxImages)
            .Select(entry => entry.Image)];
    }

    /// <summary>An absolute address that the page may refer to; null for none.</summary>
    public static Uri? Resolve(string address, Uri baseAddress, Uri page)
    {
        var text = address.Trim();
        if (text.Length == 0 || text.StartsWith('#'))
        {
            return null;
        }

        if (text.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            return text.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("data:image/svg", StringComparison.OrdinalIgnoreCase) && text.Length < 8 << 20 && Uri.TryCreate(text, UriKind.Absolute, out var inline) ? inline : null;
        }

        if (text.StartsWith("//", StringComparison.Ordinal) && page.IsFile)
        {
            text = "https:" + text;
        }

        if (text.Length > SourceAddress.MaxUrlLength || !Uri.TryCreate(baseAddress, text, out var url))
        {
            return null;
        }

        return url.IsFile
            ? LocalScope.Allows(url, page) ? url : null
            : url.Scheme is "http" or "https" && url.UserInfo.Length == 0 ? url : null;
    }

    private static bool IsUnwanted(ImageCandidate candidate, Uri url)
    {
        if (candidate.Width < MinSide / 2 || candidate.Height < MinSide / 2 || candidate.Prominence <= -.5)
        {
            return true;
        }

        if (url.Scheme == "data")
        {
            return url.OriginalString.Length < 2_000;
        }

        var path = url.AbsolutePath;
        return path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".ico", StringComparison.OrdinalIgnoreCase)
            || Tracker().IsMatch(url.IsFile ? path : url.Host + path) || Surface().IsMatch(path) || Icon().IsMatch(Path.GetFileNameWithoutExtension(path)) || Dot().IsMatch(path);
    }

    // Copies of one picture in several sizes differ in the query or in a size at the name's end.
    private static string Key(Uri url)
    {
        if (url.Scheme == "data")
        {
            return url.OriginalString;
        }

        // A name this long is given to one picture: servers that scale put sizes and signatures into the folders before it.
        var path = SizeSuffix().Replace(url.AbsolutePath, "");
        var name = path[(path.LastIndexOf('/') + 1)..];
        return url.GetLeftPart(UriPartial.Authority) + (name.Length >= LongName ? name : path) + (ImageQuery().IsMatch(url.Query) || name.Length >= LongName ? "" : url.Query);
    }

    [GeneratedRegex(@"(^|[./_-])(pixel|tracking|beacon|analytics|yandex|metrika|doubleclick|scorecardresearch|quantserve|gravatar|feedburner|facebook\.com/tr|stats\.wp|googleads|adserver|matomo|piwik)([./_-]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tracker();

    [GeneratedRegex(@"(^|[_.-])(icons?|sprites?|logos?|favicon|spacer|blank|transparent|placeholder|loading|loader|spinner|avatar|emoji|smiley|badge|bullet|arrow|button|btn|pixel|1x1|progress|stars?|rating|thanks|qr-?code|divider|separator|88x31|80x15)([_.-]|\d|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Icon();

    // "1.gif", "x.gif": one transparent pixel.
    [GeneratedRegex(@"/[\dx]?\.gif$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dot();

    // What the page's surface is drawn with, by its folder: buttons, smilies, marks of a forum or a plugin.
    [GeneratedRegex(@"/(buttons?|icons?|status-?icons?|sprites?|smil(ies|eys?)|emojis?|emoticons?|ratings?|loading|loaders?|flags|badges|wp-includes|wp-content/plugins/[^/]+/(images?|img|assets))/", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Surface();

    [GeneratedRegex(@"[-_]\d{2,4}x\d{2,4}(?=\.\w+$)|@[23]x(?=\.\w+$)|[-_](\d{3,4})w?(?=\.\w+$)", RegexOptions.CultureInvariant)]
    private static partial Regex SizeSuffix();

    [GeneratedRegex(@"^\?((w|h|width|height|size|resize|fit|crop|quality|q|auto|fm|format|dpr|ssl|strip|s|v|ver|version|t|itok)=[^&]*&?)*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ImageQuery();

    private sealed record Entry(ImageCandidate First, Uri FirstUrl, int Order)
    {
        private ImageCandidate _candidate = First;
        private Uri _url = FirstUrl;

        public PageImage Image => new() { Url = _url, Alt = _candidate.Alt, Width = _candidate.Width, Height = _candidate.Height };

        public bool IsSmall => _candidate.Width < MinSide || _candidate.Height < MinSide || (_candidate.Width is { } w && _candidate.Height is { } h && (w > 6 * h || h > 6 * w));

        public double Rank => _candidate.Prominence + SizeBonus();

        public void Merge(ImageCandidate other, Uri url)
        {
            var larger = (other.Width ?? 0) > (_candidate.Width ?? 0);
            _url = larger ? url : _url;
            _candidate = new(
                larger ? other.Address : _candidate.Address,
                _candidate.Alt.Length > 0 ? _candidate.Alt : other.Alt,
                larger ? other.Width : _candidate.Width ?? other.Width,
                larger ? other.Height : _candidate.Height ?? other.Height,
                Math.Max(_candidate.Prominence, other.Prominence) + .1);
        }

        // A file tells its own size; what its markup claims is only how it is shown.
        public Entry Measured()
        {
            if (_url.IsFile && Pictures.PictureHeader.TryRead(_url.LocalPath) is { } size)
            {
                _candidate = _candidate with { Width = size.Width, Height = size.Height };
            }
            else if (_url.IsFile && !File.Exists(_url.LocalPath))
            {
                // Kept, so that somebody is told of it when it is loaded, but after all that is there.
                _candidate = _candidate with { Prominence = _candidate.Prominence - 5 };
            }

            return this;
        }

        private double SizeBonus()
        {
            if (_candidate.Width is not { } width)
            {
                return 0;
            }

            double area = (double)width * (_candidate.Height ?? width * 2 / 3);
            return Math.Clamp(Math.Log10(area / 100_000), -.6, .6);
        }
    }
}
