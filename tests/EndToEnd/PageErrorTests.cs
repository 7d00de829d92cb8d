using System.Text;
using Gpu.EndToEnd.Support;

namespace Gpu.EndToEnd;

public sealed class PageErrorTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task A_file_that_is_not_there() => await FailsAsync(3, "nowhere.html", ["nowhere.html"]);

    [Fact]
    public async Task A_file_that_is_no_html()
    {
        File.WriteAllBytes(_place["noise.html"], [0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0, 0, 0xff, 0xfe, 0, 1, 2, 3]);

        await FailsAsync(3, "noise.html", ["noise.html"], "noise.html");
    }

    [Theory]
    [InlineData("")]
    [InlineData("<!doctype html><html><head><title></title></head><body></body></html>")]
    [InlineData("<!doctype html><html><body><script>var a = 1;</script><style>p { color: red }</style></body></html>")]
    public async Task A_page_with_nothing_to_show(string html)
    {
        _place.Write("empty.html", html);

        await FailsAsync(4, "empty.html", ["empty.html"], "empty.html");
    }

    [Fact]
    public async Task A_status_of_404()
    {
        await using var site = new LoopbackSite(static _ => new(404, "text/html", "gone"u8.ToArray()));

        await FailsAsync(3, "404", [site.Url("/gone"), "--allow-private"]);
    }

    [Fact]
    public async Task A_server_that_does_not_answer()
    {
        await using var site = new LoopbackSite(static _ => null);

        await FailsAsync(3, "did not answer", [site.Url("/"), "--allow-private", "--timeout", "0.5"]);
    }

    [Fact]
    public async Task A_connection_that_is_cut_half_way()
    {
        await using var site = new LoopbackSite(static _ => LoopbackSite.Html(Workplace.Shop) with { Cut = 200 });

        await FailsAsync(3, "127.0.0.1", [site.Url("/"), "--allow-private"]);
    }

    [Fact]
    public async Task Pictures_of_which_only_half_comes_are_left_out_with_a_warning()
    {
        var picture = File.ReadAllBytes(_place["one.jpg"]);
        await using var site = new LoopbackSite(path => path == "/" ? LoopbackSite.Html(Workplace.Shop) : new(200, "image/jpeg", picture, Cut: path == "/two.jpg" ? picture.Length / 2 : null));

        var outcome = await _place.RunAsync(["make", site.Url("/"), "--allow-private", "-o", "ad", .. Workplace.Small]);

        Assert.True(outcome.Code == 0, outcome.ToString());
        Assert.Contains("two.jpg", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("one.jpg", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirects_that_come_to_no_end()
    {
        await using var site = new LoopbackSite(static path => new(302, "text/html", [], path == "/a" ? "/b" : "/a"));

        await FailsAsync(3, "/b", [site.Url("/a"), "--allow-private"]);
    }

    [Fact]
    public async Task Something_that_is_no_html_over_http()
    {
        await using var site = new LoopbackSite(static _ => new(200, "application/pdf", Encoding.ASCII.GetBytes("%PDF-1.4")));

        await FailsAsync(3, "HTML", [site.Url("/a.pdf"), "--allow-private"]);
    }

    [Fact]
    public async Task A_private_address_unless_it_is_allowed()
    {
        await using var site = new LoopbackSite(static _ => LoopbackSite.Html(Workplace.Shop));

        await FailsAsync(5, "refused", [site.Url("/")]);
        await FailsAsync(5, "refused", ["http://169.254.169.254/latest/meta-data/"]);
    }

    [Fact]
    public async Task Nobody_at_the_port()
    {
        string address;
        await using (var site = new LoopbackSite(static _ => null))
        {
            address = site.Url("/");
        }

        await FailsAsync(3, "127.0.0.1", [address, "--allow-private"]);
    }

    [Theory]
    [InlineData("broken.jpg")]
    [InlineData("huge.png")]
    [InlineData("missing.jpg")]
    public async Task A_picture_that_cannot_be_used_is_left_out_with_a_warning(string picture)
    {
        File.WriteAllBytes(_place["broken.jpg"], [0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
        File.WriteAllBytes(_place["huge.png"], HugePng());
        _place.Write("page.html", Workplace.Shop.Replace("one.jpg", picture, StringComparison.Ordinal));

        var outcome = await _place.RunAsync(["make", "page.html", "-o", "ad", .. Workplace.Small]);

        Assert.True(outcome.Code == 0, outcome.ToString());
        Assert.Contains("Warning", outcome.Error, StringComparison.Ordinal);
        Assert.Contains(picture, outcome.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(_place["ad", "ad.mp4"]));
    }

    [Fact]
    public async Task A_page_without_pictures_still_gives_an_ad()
    {
        _place.Write("words.html", System.Text.RegularExpressions.Regex.Replace(Workplace.Shop, "<img[^>]*>", ""));

        var outcome = await _place.RunAsync(["make", "words.html", "-o", "ad", .. Workplace.Small]);

        Assert.True(outcome.Code == 0, outcome.ToString());
        Assert.True(File.Exists(_place["ad", "ad.mp4"]));
    }

    [Fact]
    public async Task A_page_with_pictures_but_without_text()
    {
        _place.Write("pictures.html", "<!doctype html><html><head><title>Two pictures</title></head><body><img src=one.jpg width=640 height=480><img src=two.jpg width=640 height=480></body></html>");

        await FailsAsync(4, "no text", ["pictures.html"], "pictures.html");
    }

    private async Task FailsAsync(int code, string message, string[] arguments, params string[] given)
    {
        var outcome = await _place.RunAsync(["make", .. arguments, .. Workplace.Small]);

        Assert.True(outcome.Code == code, outcome.ToString());
        Assert.Contains(message, outcome.Error, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
        Assert.Equal(given, _place.Made());
    }

    // A valid header that promises 60,000 x 60,000 pixels, 14 GB of them: a decoder that believes it takes all memory.
    private static byte[] HugePng()
    {
        byte[] header = [(byte)'I', (byte)'H', (byte)'D', (byte)'R', 0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60, 8, 6, 0, 0, 0];
        return [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13, .. header, .. Crc(header), 0, 0, 0, 0, (byte)'I', (byte)'E', (byte)'N', (byte)'D', 0xae, 0x42, 0x60, 0x82];
    }

    private static byte[] Crc(byte[] bytes)
    {
        var crc = 0xffffffffu;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xedb88320u & (0u - (crc & 1)));
            }
        }

        crc = ~crc;
        return [(byte)(crc >> 24), (byte)(crc >> 16), (byte)(crc >> 8), (byte)crc];
    }
}
