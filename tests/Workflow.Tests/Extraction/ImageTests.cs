using CsCheck;
using Gpu.Workflow.Extraction.Imagery;

namespace Gpu.Workflow.Tests.Extraction;

public sealed class ImageTests
{
    private static string[] Names(string body, string head = "") => [.. GivenPages.With(body, head).Images.Select(image => image.Url.AbsoluteUri)];

    [Theory]
    [InlineData("<img src=a.jpg srcset='small.jpg 320w, large.jpg 1600w, mid.jpg 800w'>", "https://shop.example/goods/large.jpg")]
    [InlineData("<img src=a.jpg srcset='one.jpg 1x, two.jpg 2x'>", "https://shop.example/goods/two.jpg")]
    [InlineData("<img src=data:image/gif;base64,R0lGOD data-src=/real.jpg>", "https://shop.example/real.jpg")]
    [InlineData("<img data-srcset='lazy-s.jpg 400w, lazy-l.jpg 1200w' src='data:image/svg+xml,x'>", "https://shop.example/goods/lazy-l.jpg")]
    [InlineData("<picture><source type=image/avif srcset='x.avif 2000w'><source type=image/webp srcset='x.webp 1800w'><img src=x.jpg></picture>", "https://shop.example/goods/x.webp")]
    [InlineData("<div style=\"background-image: url('bg photo.jpg')\"></div>", "https://shop.example/goods/bg%20photo.jpg")]
    [InlineData("<div style='background:#fff url(wide.jpg) no-repeat'></div>", "https://shop.example/goods/wide.jpg")]
    [InlineData("<img src='https://cdn.example/w,h_fill/a.jpg?x=1,2'>", "https://cdn.example/w,h_fill/a.jpg?x=1,2")]
    [InlineData("<video poster=frame.jpg></video>", "https://shop.example/goods/frame.jpg")]
    public void Picture_is_found_at_its_largest(string body, string url) => Assert.Equal(url, Assert.Single(Names(body)));

    [Fact]
    public void Background_of_a_style_sheet_counts_where_its_selector_applies() =>
        Assert.Equal(["https://shop.example/goods/hero.jpg"], Names("<div class=hero></div>", "<style>/* .x{background:url(no.jpg)} */ .hero::before{background-image:url(\"hero.jpg\")} .other{background:url(other.jpg)} :::bad{background:url(bad.jpg)}</style>"));

    [Theory]
    [InlineData("<img src=pixel.gif width=1 height=1>")]
    [InlineData("<img src=icon-cart.png>")]
    [InlineData("<img src=sprite.png>")]
    [InlineData("<img src=drawing.svg>")]
    [InlineData("<img src=https://www.facebook.com/tr?id=1>")]
    [InlineData("<img src=wide.jpg width=900 height=60>")]
    [InlineData("<img src='javascript:alert(1)'>")]
    [InlineData("<img src='file:///etc/passwd'>")]
    [InlineData("<img src='ftp://host/a.jpg'>")]
    [InlineData("<img src='https://user:word@host/a.jpg'>")]
    [InlineData("<footer><img src=partner.jpg></footer>")]
    [InlineData("<img src=/images/buttons/thanks.png>")]
    [InlineData("<img src=/forum/statusicon/user-offline.png>")]
    [InlineData("<img src=/wp-content/plugins/rate/images/half.gif>")]
    [InlineData("<img src='https://news.example/1.gif?z=1&id=2'>")]
    [InlineData("<noscript><img src='https://mc.yandex.ru/watch/49787647' style='position:absolute; left:-9999px;'></noscript>")]
    [InlineData("<img src=count.php style='position:absolute;left:-9999px'>")]
    public void What_is_no_picture_of_the_content_is_left_out(string body) => Assert.Empty(Names(body));

    [Fact]
    public void Copies_of_one_picture_in_several_sizes_are_one()
    {
        var image = Assert.Single(GivenPages.With("<img src=/p/loaf-300x200.jpg width=300 height=200 alt='A loaf'><img src=/p/loaf.jpg width=1200 height=800><img src='/p/loaf.jpg?w=600' width=600 height=400>").Images);
        Assert.Equal(("https://shop.example/p/loaf.jpg", 1200, 800, "A loaf"), (image.Url.AbsoluteUri, image.Width, image.Height, image.Alt));
    }

    [Fact]
    public void Copies_from_a_server_that_scales_are_one() =>
        Assert.Single(Names("<img src='https://cdn.example/resizer/aXb1=/650x433/pier/CRIZN7HAUZH7FELCGEHIBYV6QY.jpg'><img src='https://cdn.example/resizer/zz9=/80x80/pier/CRIZN7HAUZH7FELCGEHIBYV6QY.jpg'>"));

    [Fact]
    public void Picture_for_sharing_comes_before_a_small_one_of_the_text()
    {
        var images = Names("<img src=detail.jpg width=200 height=150>", "<meta property=og:image content=/share.jpg>");
        Assert.Equal(["https://shop.example/share.jpg", "https://shop.example/goods/detail.jpg"], images);
    }

    [Fact]
    public void Name_of_a_thing_in_structured_data_is_no_address() =>
        Assert.Equal(["https://shop.example/real.jpg"], Names("", "<script type='application/ld+json'>{\"@type\":\"Article\",\"image\":[{\"@id\":\"https://shop.example/page/#primaryimage\"},{\"@id\":\"#x\",\"url\":\"/real.jpg\"}]}</script>"));

    [Fact]
    public void Base_of_the_page_holds_for_its_pictures() =>
        Assert.Equal(["https://cdn.example/x/a.jpg"], Names("<img src=a.jpg>", "<base href='https://cdn.example/x/'>"));

    [Fact]
    public void Local_page_sees_only_files_of_its_own_folder()
    {
        using var folder = new TemporaryFolder();
        folder.Write("secret.png", "x");
        folder.Write("page/own.png", "x");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "page", "link.png"), Path.Combine(folder.Path, "secret.png"));
        var page = new Uri(folder.Write("page/index.html", "x"));
        var content = GivenPages.Read("<h1>Shop</h1><p>Bread is made here every morning.</p><img src=own.png><img src=../secret.png><img src=link.png><img src=/etc/hostname><img src=%2e%2e/secret.png><img src=https://cdn.example/far.png>", page);
        Assert.Equal(["own.png", "far.png"], content.Images.Select(image => Path.GetFileName(image.Url.AbsolutePath)).OrderByDescending(name => name));
    }

    [Theory]
    [InlineData("a.jpg", "a.jpg", null)]
    [InlineData("a.jpg 100w, b,c.jpg 200w", "b,c.jpg", 200)]
    [InlineData(" , a.jpg 1.5x , b.jpg 3x", "b.jpg", null)]
    [InlineData("a.jpg NaNw, b.jpg 5w", "b.jpg", 5)]
    public void Source_set_gives_its_largest(string text, string address, int? width) => Assert.Equal((address, width), SourceSet.Largest(text));

    [Fact]
    public void Source_set_of_any_text_ends_with_a_candidate_of_it_or_none() =>
        Gen.String[Gen.OneOf("ab., \t1wx\n".ToCharArray()), 0, 60].Sample(text =>
        {
            if (SourceSet.Largest(text) is var (address, width))
            {
                Assert.Contains(address, text, StringComparison.Ordinal);
                Assert.True(width is null or > 0);
            }
        }, iter: 5_000, threads: 1);
}
