using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Gpu.Workflow.Extraction.Markup;
using Gpu.Workflow.Extraction.Metadata;

namespace Gpu.Workflow.Extraction.Imagery;

/// <summary>Finds every picture that a page refers to, with its place's importance.</summary>
internal static class ImageFinder
{
    private const int MaxSources = 50;
    private static readonly string[] Lazy = ["data-src", "data-original", "data-lazy-src", "data-lazy", "data-original-src", "data-image", "data-hi-res-src", "data-full-src", "data-large-file", "data-orig-file"];
    private static readonly string[] LazySets = ["data-srcset", "data-lazy-srcset", "data-sizes-srcset"];

    /// <summary>Finds them, in the page's order.</summary>
    public static IEnumerable<ImageCandidate> Find(IHtmlDocument document, MetaTags meta, StructuredData data) =>
        FromMetadata(meta, data).Concat(FromElements(document)).Concat(FromStyles(document));

    private static IEnumerable<ImageCandidate> FromMetadata(MetaTags meta, StructuredData data)
    {
        var width = meta.First("og:image:width");
        var height = meta.First("og:image:height");
        foreach (var address in meta.All("og:image:secure_url").Concat(meta.All("og:image")).Concat(meta.All("og:image:url")).Concat(meta.All("twitter:image")).Concat(meta.All("twitter:image:src")))
        {
            yield return new(address, meta.First("og:image:alt", "twitter:image:alt") ?? "", Pixels(width), Pixels(height), 2.0);
        }

        foreach (var thing in data.SubjectsFound.Take(20))
        {
            var isSite = StructuredData.TypesOf(thing).Any(type => type is "Organization" or "NGO" or "LocalBusiness");
            if (!isSite && thing.TryGetProperty("image", out var image))
            {
                foreach (var address in JsonText.Addresses(image).Take(20))
                {
                    yield return new(address, "", null, null, 1.9);
                }
            }
        }
    }

    private static IEnumerable<ImageCandidate> FromElements(IHtmlDocument document)
    {
        var order = 0;
        var captions = new Dictionary<IElement, string>();
        var alone = new HashSet<IElement>();
        foreach (var element in document.QuerySelectorAll("img, amp-img, input[type=image], video[poster], [style*=url], picture > source, noscript"))
        {
            var place = Place(element) - Math.Min(order++ * .01, .8);
            switch (element.LocalName)
            {
                case "source":
                    // Sources of a picture are read with its img; one without img stands alone.
                    if (alone.Add(element.ParentElement!) && element.ParentElement!.QuerySelector("img") is null && SourceSet.Largest(element.GetAttribute("srcset") ?? element.GetAttribute("data-srcset")) is var (address, width))
                    {
                        yield return new(address, "", width, null, place);
                    }

                    break;
                case "video":
                    yield return new(element.GetAttribute("poster")!, "", Pixels(element.GetAttribute("width")), Pixels(element.GetAttribute("height")), place);
                    break;
                case "img" or "amp-img" or "input":
                    if (FromImage(element, place, captions) is { } image)
                    {
                        yield return image;
                    }

                    break;
                case not "noscript":
                    foreach (var background in StyleImages.In(element.GetAttribute("style")!))
                    {
                        yield return new(background, Words.Tidy(element.GetAttribute("aria-label") ?? element.GetAttribute("title")), null, null, place - .1);
                    }

                    break;
            }
        }
    }

    private static ImageCandidate? FromImage(IElement element, double place, Dictionary<IElement, string> captions)
    {
        // Moved off the screen: what counts visitors, not what they are to see.
        if (element.GetAttribute("style")?.Contains("-999", StringComparison.Ordinal) == true)
        {
            return null;
        }

        var alt = Words.Tidy(element.GetAttribute("alt"));
        if (alt.Length == 0 && element.Closest("figure") is { } figure)
        {
            // Once for each figure: one may hold pictures without number.
            alt = captions.TryGetValue(figure, out var known) ? known : captions[figure] = Words.Tidy(figure.QuerySelector("figcaption")?.TextContent);
        }

        int? width = Pixels(element.GetAttribute("width")), height = Pixels(element.GetAttribute("height"));
        var sets = LazySets.Prepend("srcset").Select(element.GetAttribute)
            .Concat(element.ParentElement is { LocalName: "picture" } picture ? picture.Children.Take(MaxSources).Where(c => c.LocalName == "source" && Decodes(c.GetAttribute("type"))).SelectMany(c => new[] { c.GetAttribute("srcset"), c.GetAttribute("data-srcset") }) : []);
        var largest = sets.Select(SourceSet.Largest).Where(found => found is not null && !IsPlaceholder(found.Value.Address)).MaxBy(found => found!.Value.Width ?? 0);
        var source = Lazy.Select(element.GetAttribute).Append(element.GetAttribute("src")).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value) && !IsPlaceholder(value));
        if (largest is var (address, found1) && (found1 is not null || source is null || source == element.GetAttribute("src")))
        {
            // A set without widths (1x, 2x) goes before src, as in browsers, but not before an address for lazy loading.
            // The shape of the attributes holds for the larger copy too.
            var scaled = found1 is { } w && width is > 0 && height is > 0 ? (int)Math.Round((double)w * height.Value / width.Value) : height;
            return new(address, alt, found1 ?? width, scaled, place);
        }

        return source is null ? null : new(source, alt, width, height, place);
    }

    private static IEnumerable<ImageCandidate> FromStyles(IHtmlDocument document)
    {
        foreach (var (selector, address) in document.QuerySelectorAll("style").SelectMany(sheet => StyleImages.Rules(sheet.TextContent)).Take(200))
        {
            if (StyledElement.Find(document, selector) is { } element)
            {
                yield return new(address, Words.Tidy(element.GetAttribute("aria-label")), null, null, Place(element) - .2);
            }
        }
    }

    private static double Place(IElement element)
    {
        var score = 1.0;
        for (var at = element; at is not null; at = at.ParentElement)
        {
            switch (at.LocalName)
            {
                case "nav" or "footer":
                    score -= 1.5;
                    break;
                case "aside":
                    score -= .6;
                    break;
                case "article" or "main" or "figure":
                    score += .3;
                    break;
            }

            if (at.LocalName is not ("body" or "html" or "main" or "article") && at is not { LocalName: "img" } && Prose.Boilerplate.IsAside(at) != Prose.Boilerplate.Doubt.None)
            {
                score -= .5;
            }

            if (at.ClassName is { Length: > 0 } names && (names.Contains("hero", StringComparison.OrdinalIgnoreCase) || names.Contains("product", StringComparison.OrdinalIgnoreCase) || names.Contains("gallery", StringComparison.OrdinalIgnoreCase) || names.Contains("featured", StringComparison.OrdinalIgnoreCase)))
            {
                score += .2;
            }
        }

        return Math.Clamp(score, -2, 2);
    }

    private static bool Decodes(string? type) => type is null || !type.Contains("svg", StringComparison.OrdinalIgnoreCase) && !type.Contains("avif", StringComparison.OrdinalIgnoreCase) && !type.Contains("jxl", StringComparison.OrdinalIgnoreCase);

    private static bool IsPlaceholder(string? address) => address is null || address.StartsWith("data:image/gif", StringComparison.OrdinalIgnoreCase) || address.StartsWith("data:image/svg", StringComparison.OrdinalIgnoreCase) || (address.StartsWith("data:", StringComparison.OrdinalIgnoreCase) && address.Length < 400) || address.StartsWith("about:", StringComparison.OrdinalIgnoreCase);

    private static int? Pixels(string? text)
    {
        var digits = (text ?? "").Trim();
        digits = digits.EndsWith("px", StringComparison.OrdinalIgnoreCase) ? digits[..^2] : digits;
        return double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is >= 1 and < 100_000 ? (int)value : null;
    }
}
