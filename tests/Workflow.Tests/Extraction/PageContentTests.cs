using TextEncoding = System.Text.Encoding;

namespace Gpu.Workflow.Tests.Extraction;

public sealed class PageContentTests
{
    private const string Bare = "<html lang=\"de\"><head>{0}</head><body><p>Der Wasserkocher für Gäste fasst einen Liter und kocht ihn in drei Minuten.</p></body></html>";

    [Theory]
    [InlineData("utf-8", "<meta charset='utf-8'>", false)]
    [InlineData("utf-8", "", true)]
    [InlineData("utf-8", "<meta charset='windows-1252'>", false)]
    [InlineData("windows-1252", "<meta charset='iso-8859-1'>", false)]
    [InlineData("windows-1252", "<meta http-equiv='Content-Type' content='text/html; charset=windows-1252'>", false)]
    [InlineData("windows-1252", "<meta charset='utf-8'>", false)]
    [InlineData("windows-1252", "<meta charset='unicode-1-1-utf-7'>", false)]
    [InlineData("windows-1252", "<meta charset='nonsense'>", false)]
    [InlineData("utf-8", "<meta charset='utf-16'>", false)]
    [InlineData("utf-8", "<meta charset='unicode'>", false)]
    [InlineData("utf-16", "", true)]
    [InlineData("utf-16BE", "<meta charset='utf-8'>", true)]
    public async Task Letters_come_right_whatever_set_the_page_is_in_or_claims(string set, string meta, bool mark)
    {
        TextEncoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        var encoding = TextEncoding.GetEncoding(set);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Bare.Replace("{0}", meta, StringComparison.Ordinal))];
        Assert.Contains("für Gäste", (await Pages.ReadAsync(bytes)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ascii_page_that_claims_sixteen_bits_is_read_as_ascii()
    {
        var page = await Pages.ReadAsync($"<meta charset=\"unicode\">{Pages.Prose}");
        Assert.Contains("kettle", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "朝の一杯が、その日を変えます。静岡の茶畑から、摘みたての新茶を毎朝お届けします。香りをお楽しみください。", false)]
    [InlineData("ar", "قهوة طازجة تصل إلى بابك كل صباح من مزارع اليمن، نحمصها في يوم الشحن نفسه ولا نخزنها أبدا.", true)]
    [InlineData("he", "קפה טרי מגיע אליכם הביתה בכל בוקר, קלוי באותו היום שבו הוא נשלח, ישר מן החווה אל הכוס שלכם.", true)]
    [InlineData("en", "Fresh coffee comes to your door each morning, roasted on the very day that we send it out to you.", false)]
    public async Task Language_and_direction_are_those_of_the_text(string language, string text, bool rightToLeft)
    {
        foreach (var claim in language == "en" ? ["en"] : new[] { language, "", "en" })
        {
            var page = await Pages.ReadAsync($"<html lang='{claim}'><title>x</title><p>{text}</p></html>");
            Assert.Equal((language, rightToLeft, text), (page.Language, page.RightToLeft, page.Text));
        }
    }

    [Theory]
    [InlineData("{\"@type\":\"Product\",\"name\":\"Kettle\",\"offers\":{\"@type\":\"Offer\",\"price\":\"24.00\",\"priceCurrency\":\"USD\"}}", "$24.00")]
    [InlineData("{\"@graph\":[{\"@type\":\"WebSite\"},{\"@type\":[\"Thing\",\"Product\"],\"offers\":[{\"price\":19.5,\"priceCurrency\":\"GBP\"}]}]}", "£19.50")]
    [InlineData("{\"@type\":\"Product\",\"offers\":{\"@type\":\"AggregateOffer\",\"lowPrice\":\"1200\",\"priceCurrency\":\"JPY\"}}", "¥1,200")]
    [InlineData("{\"@type\":\"Product\",\"offers\":{\"price\":\"free\"}}", null)]
    [InlineData("{\"@type\":\"Product\",\"offers\":{\"price\":", null)]
    public async Task Price_of_structured_data_is_written_for_people(string json, string? price)
    {
        var page = await Pages.ReadAsync($"<html lang=en><script type='application/ld+json'>{json}</script>{Pages.Prose}</html>");
        Assert.Equal(price, page.Price);
    }

    [Fact]
    public async Task Price_is_spelled_as_the_page_spells_it()
    {
        var page = await Pages.ReadAsync($"<html lang=de><script type='application/ld+json'>{{\"@type\":\"Product\",\"offers\":{{\"price\":\"1299\",\"priceCurrency\":\"EUR\"}}}}</script>{Pages.Prose}<p>Nur 1.299,00 € statt 1.499,00 €</p></html>");
        Assert.Equal("1.299,00 €", page.Price);
    }

    [Fact]
    public async Task Open_graph_gives_what_the_page_itself_does_not()
    {
        var page = await Pages.ReadAsync($"""
            <html><head><meta property="og:title" content="The Kettle — Tea House"><meta property="og:site_name" content="Tea House">
            <meta property="og:description" content="Boils in three minutes."><meta property="og:image" content="https://example.com/kettle.jpg">
            <meta property="og:image:alt" content="A kettle"><meta property="og:locale" content="en_GB"><meta property="product:price:amount" content="49"><meta property="product:price:currency" content="GBP"></head>
            <body>{Pages.Prose}</body></html>
            """);
        Assert.Equal(("The Kettle", "Tea House", "Boils in three minutes.", "en-GB", "£49.00"), (page.Title, page.Site, page.Description, page.Language, page.Price));
        var image = Assert.Single(page.Images);
        Assert.Equal(("https://example.com/kettle.jpg", "A kettle"), (image.Url.AbsoluteUri, image.Alt));
    }

    [Theory]
    [InlineData("Kettle | Tea House")]
    [InlineData("Tea House - Kettle")]
    [InlineData("Kettle – Tea House")]
    [InlineData("Kettle")]
    public async Task Title_comes_without_the_sites_name(string title)
    {
        var page = await Pages.ReadAsync($"<title>{title}</title><meta property='og:site_name' content='Tea House'>{Pages.Prose}");
        Assert.Equal("Kettle", page.Title);
    }

    [Theory]
    [InlineData("<img src='s.jpg' srcset='m.jpg 640w, l.jpg 1280w, s.jpg 320w'>", "l.jpg")]
    [InlineData("<img src='s.jpg' srcset='s.jpg, l.jpg 2x'>", "l.jpg")]
    [InlineData("<picture><source srcset='l.avif 2000w' type='image/avif'><source srcset='l.webp 1600w' type='image/webp'><img src='s.jpg'></picture>", "l.webp")]
    [InlineData("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' data-src='l.jpg'>", "l.jpg")]
    [InlineData("<img data-srcset='s.jpg 200w, l.jpg 900w' class='lazy'>", "l.jpg")]
    [InlineData("<img src='data:image/svg+xml,%3Csvg/%3E' data-lazy-src='l.jpg'>", "l.jpg")]
    [InlineData("<div style=\"background-image: url('l.jpg')\"></div>", "l.jpg")]
    [InlineData("<style>main .hero { background: #fff url(l.jpg) no-repeat }</style><div class='hero'></div>", "l.jpg")]
    [InlineData("<style>section > .hero, .other::before { background: url(l.jpg) }</style><div class='other'></div>", "l.jpg")]
    [InlineData("<style>.missing .hero { background: url(l.jpg) }</style><div class='hero'></div>", null)]
    [InlineData("<style>a:hover { background: url(l.jpg) }</style><a href='/'>to the shop</a>", null)]
    [InlineData("<video poster='l.jpg'></video>", "l.jpg")]
    [InlineData("<img src='l.jpg' width='1' height='1'>", null)]
    [InlineData("<img src='cart-icon.png'>", null)]
    [InlineData("<img src='drawing.svg'>", null)]
    [InlineData("<img src='favicon.ico'>", null)]
    [InlineData("</main><footer><img src='l.jpg'></footer><main>", null)]
    [InlineData("<img src='javascript:alert(1)'>", null)]
    [InlineData("<img src='http://me:secret@example.com/l.jpg'>", null)]
    public async Task Picture_is_found_in_its_largest_copy_and_icons_are_not(string markup, string? expected)
    {
        var page = await Pages.ReadAsync($"<main>{Pages.Prose}{markup}</main>");
        Assert.Equal(expected, page.Images.Select(image => image.Url.Segments[^1]).SingleOrDefault());
    }

    [Fact]
    public async Task Logo_is_told_apart_from_the_pictures()
    {
        var page = await Pages.ReadAsync($"<header><img class='site-logo' src='https://example.com/brand.png'></header><main>{Pages.Prose}<img src='https://example.com/kettle.jpg'></main>");
        Assert.Equal("https://example.com/brand.png", page.Logo?.AbsoluteUri);
        Assert.Equal("https://example.com/kettle.jpg", Assert.Single(page.Images).Url.AbsoluteUri);
    }

    [Theory]
    [InlineData("<nav><ul><li><a href='/'>{0}</a></li></ul></nav>")]
    [InlineData("<footer><p>{0}</p></footer>")]
    [InlineData("<div class='cookie-consent'><p>{0}</p></div>")]
    [InlineData("<div id='newsletter-signup'><p>{0}</p></div>")]
    [InlineData("<aside><p>{0}</p></aside>")]
    [InlineData("<div role='navigation'><p>{0}</p></div>")]
    [InlineData("<div hidden><p>{0}</p></div>")]
    [InlineData("<div style='display:none'><p>{0}</p></div>")]
    [InlineData("<script>var a = '{0}'</script>")]
    [InlineData("<noscript><p>{0}</p></noscript>")]
    [InlineData("<!-- {0} -->")]
    public async Task What_is_beside_the_content_is_not_in_the_text(string beside)
    {
        var prose = string.Concat(Enumerable.Range(1, 5).Select(i => $"<p>Paragraph {i} tells of the kettle, which holds one litre and boils it within three minutes.</p>"));
        var page = await Pages.ReadAsync($"<body>{beside.Replace("{0}", "This sentence stands beside the content of the page.", StringComparison.Ordinal)}<article><h1>Kettle</h1>{prose}</article></body>");
        Assert.DoesNotContain("beside", page.Text, StringComparison.Ordinal);
        Assert.Contains("Paragraph 5", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_markup_is_read_as_browsers_read_it()
    {
        var page = await Pages.ReadAsync("<title>Kettle<body></title><h1>Kettle<p>One litre, boiled <b>in three <i>minutes</b> flat</i>, so they say.<p>Made of steel &amp glass &mdash; and nothing else at all.<table><tr><td>Weight is nine hundred grams.");
        Assert.Contains("One litre, boiled in three minutes flat, so they say.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Made of steel & glass — and nothing else at all.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Weight is nine hundred grams.", page.Text, StringComparison.Ordinal);
    }
}
