namespace Gpu.Workflow.Tests.Extraction;

public sealed class MetadataTests
{
    [Theory]
    [InlineData("Morning Roast | Kaffee Werk", "Kaffee Werk", "Morning Roast")]
    [InlineData("Kaffee Werk – Morning Roast", "Kaffee Werk", "Morning Roast")]
    [InlineData("Tea - Coffee - Kaffee Werk", "Kaffee Werk", "Tea - Coffee")]
    [InlineData("Bread | Butter", "Kaffee Werk", "Bread | Butter")]
    public void Title_comes_without_the_site(string title, string site, string expected)
    {
        var page = GivenPages.Read($"<title>{title}</title><meta property=og:site_name content='{site}'><p>Words enough to make this a page with text.</p>");
        Assert.Equal((expected, site), (page.Title, page.Site));
    }

    [Theory]
    [InlineData("en_us", "Plain words of the page.", "en-US")]
    [InlineData("zh-hant-tw", "一杯好茶，一天的開始。", "zh-Hant-TW")]
    [InlineData("en", "抹茶のある暮らしは、静かな朝から始まります。", "ja")]
    [InlineData("", "قهوة طازجة كل صباح، محمصة بعناية.", "ar")]
    [InlineData("fa", "قهوه تازه هر روز صبح برای شما.", "fa")]
    [InlineData("", "קפה טרי בכל בוקר, קלוי בקפידה.", "he")]
    [InlineData("", "좋은 커피 한 잔으로 하루를 시작하세요.", "ko")]
    [InlineData("", "Свежий кофе каждое утро, обжаренный вручную.", "ru")]
    [InlineData("", "We bake one bread. It is very good, and it is gone by noon.", "en")]
    [InlineData("", "Wir backen ein Brot, und es ist sehr gut.", "de")]
    [InlineData("", "Nous faisons un pain, et il est dans la vitrine avec les autres.", "fr")]
    [InlineData("", "Zyx qwv brk.", "")]
    public void Language_is_what_the_page_says_unless_its_letters_say_otherwise(string claimed, string text, string expected)
    {
        var page = GivenPages.Read($"<html lang='{claimed}'><body><p>{text}</p></body></html>");
        Assert.Equal((expected, expected is "ar" or "fa" or "he"), (page.Language, page.RightToLeft));
    }

    [Theory]
    [InlineData("24.00", "USD", "<p>Only $24.00 today.</p>", "en", "$24.00")]
    [InlineData("24", "USD", "", "en", "$24.00")]
    [InlineData("1290", "EUR", "<p>Jetzt 1.290,00 € inkl. Versand</p>", "de", "1.290,00 €")]
    [InlineData("12.9", "EUR", "", "de", "12,90 €")]
    [InlineData("2480", "JPY", "<p>2,480円（税込）</p>", "ja", "2,480円")]
    [InlineData("2480", "JPY", "", "ja", "¥2,480")]
    [InlineData("1490", "NOK", "<p>Weekend 1,490 kr</p>", "en", "1,490 kr")]
    [InlineData("450", "SAR", "<p>زجاجة 450 ريالاً مع التوصيل</p>", "ar", "450 ريالاً")]
    [InlineData("19.99", "CHF", "", "en", "CHF 19.99")]
    public void Price_is_spelt_as_the_page_spells_it(string amount, string currency, string body, string language, string expected)
    {
        var data = $$$"""<script type="application/ld+json">{"@type":"Product","name":"Goods","offers":{"price":"{{{amount}}}","priceCurrency":"{{{currency}}}"}}</script>""";
        Assert.Equal(expected, GivenPages.With(body, data, language).Price);
    }

    [Theory]
    [InlineData("<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebPage\"},{\"@type\":[\"Thing\",\"Hotel\"],\"makesOffer\":[{\"priceSpecification\":{\"price\":189,\"priceCurrency\":\"EUR\"}}]}]}</script>", "€189.00")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"Product\",\"offers\":{\"@type\":\"AggregateOffer\",\"lowPrice\":\"5\",\"highPrice\":\"9\",\"priceCurrency\":\"GBP\"}}</script>", "£5.00")]
    [InlineData("<meta property='product:price:amount' content='7.5'><meta property='product:price:currency' content='EUR'>", "€7.50")]
    public void Price_is_found_in_other_places(string head, string expected) => Assert.Equal(expected, GivenPages.With("", head).Price);

    [Theory]
    [InlineData("<div itemscope><span itemprop=price content='12.50'>£12.50</span></div>", "£12.50")]
    [InlineData("<p class=old-price>€15.50</p><p class=price>€12.90</p>", "€12.90")]
    [InlineData("<p>It was 1984 and £3 was a lot.</p>", null)]
    public void Price_of_the_markup_is_the_one_that_holds(string body, string? expected) => Assert.Equal(expected, GivenPages.With(body).Price);

    [Theory]
    [InlineData("<a class='btn btn-primary' href=/buy>Buy a bag</a><a class=btn href=/more>Learn about us</a>", "Buy a bag")]
    [InlineData("<button class=cookie-accept>Accept</button><a href=/x class=button>Book a table →</a>", "Book a table")]
    [InlineData("<nav><a href=/buy>Buy</a></nav><p><a href=/x>our farm</a></p>", null)]
    [InlineData("<ul class=menu><li><a href=/>Start</a></li><li><a href=/shop>Shop</a></li></ul>", null)]
    [InlineData("<a href=/shop>Shop</a>", null)]
    [InlineData("<a class=cta href=/o>今すぐ注文する</a>", "今すぐ注文する")]
    public void Call_to_action_is_the_main_button(string body, string? expected) => Assert.Equal(expected, GivenPages.With(body).CallToAction);

    [Fact]
    public void Broken_structured_data_leaves_the_page_readable()
    {
        var page = GivenPages.With("", "<script type='application/ld+json'>{\"@type\":\"Product\", oops</script><script type='application/ld+json'>" + new string('[', 500) + "</script>");
        Assert.Contains("made by hand", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"Organization\",\"logo\":{\"@type\":\"ImageObject\",\"url\":\"/l.png\"}}</script>", "<img class=logo src=other.png>", "https://shop.example/l.png")]
    [InlineData("<link rel=apple-touch-icon href=/touch.png>", "<img src=brand-logo.png>", "https://shop.example/goods/brand-logo.png")]
    [InlineData("<link rel=apple-touch-icon href=/touch.png>", "", "https://shop.example/touch.png")]
    [InlineData("", "<img class=logo src=logo.svg>", null)]
    public void Logo_is_the_first_that_can_be_shown(string head, string body, string? expected) => Assert.Equal(expected, GivenPages.With(body, head).Logo?.AbsoluteUri);
}
