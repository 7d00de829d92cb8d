using Gpu.Workflow.Extraction.Brands;

namespace Gpu.Workflow.Tests.Extraction;

public sealed class BrandTests
{
    private static string Colours(string head) => string.Join(' ', GivenPages.With("", head).Colours.Select(static c => $"{c.Hex}:{c.Source}"));

    [Theory]
    [InlineData("#abc", "#aabbcc")]
    [InlineData("#A1B2C3", "#a1b2c3")]
    [InlineData("#a1b2c3ff", "#a1b2c3")]
    [InlineData("#a1b2c340", null)]
    [InlineData("rgb(255, 99, 71)", "#ff6347")]
    [InlineData("rgb(100% 0% 50%)", "#ff0080")]
    [InlineData("rgba(1,2,3,.2)", null)]
    [InlineData("hsl(9, 100%, 64%)", "#ff6347")]
    [InlineData("hsl(-351deg 100% 64% / 90%)", "#ff6347")]
    [InlineData("RebeccaPurple", "#663399")]
    [InlineData("windowtext", null)]
    [InlineData("transparent", null)]
    [InlineData("var(--x)", null)]
    [InlineData("#12345", null)]
    [InlineData("", null)]
    public void Colours_are_read_as_css_writes_them(string text, string? hex) =>
        Assert.Equal(hex, CssColour.Parse(text) is var (r, g, b) ? $"#{r:x2}{g:x2}{b:x2}" : null);

    [Fact]
    public void Sources_come_in_their_order_and_grays_last() =>
        Assert.Equal(
            "#8f2f1f:ThemeColour #0a7c5b:Style #3355ee:MaskIcon #ff8800:TileColour #ffffff:ThemeColour",
            Colours("<meta name=msapplication-TileColor content=#ff8800><link rel=mask-icon color=#35e href=m.svg><style>:root{--brand-color:#0a7c5b}</style><meta name=theme-color media='(prefers-color-scheme: dark)' content=white><meta name=Theme-Color content=#8f2f1f>"));

    [Theory]
    [InlineData(":root{--primary:var(--blue);--blue:#1144cc}", "#1144cc:Style")]
    [InlineData(":root{--color-primary:var(--none, #1144cc)}", "#1144cc:Style")]
    [InlineData(":root{--primary:221 83% 53%}", "#2463eb:Style")]
    [InlineData(":root{--bs-primary-rgb:17,68,204}", "#1144cc:Style")]
    [InlineData(":root{--accent:#c01;--brand:#014}.dark{--brand:#fff}", "#001144:Style #cc0011:Style")]
    [InlineData(":root{--primary-hover:#123456;--on-primary:#fedcba;--wp-admin-theme-color:#007cba}", "")]
    [InlineData(":root{--primary:var(--a);--a:var(--primary)}", "")]
    [InlineData(":root{--ink:#c01}", "")]
    [InlineData("a.button { color:#fff; background: #d9672e; } .link{background:#123456}", "#d9672e:Style")]
    [InlineData(":root{--sun:#d9672e} .button{color:#fff;background:var(--sun)}", "#d9672e:Style")]
    [InlineData(".masthead{background:#0f5d78} a.button{background:#d9672e}", "#d9672e:Style #0f5d78:Style")]
    [InlineData(".subheader-x{background:#0f5d78}", "")]
    [InlineData(":root{--brand:#0a0} .btn-primary{background-color:rgb(10,20,200)}", "#00aa00:Style #0a14c8:Style")]
    public void Custom_properties_that_are_named_for_the_brand_give_its_colours(string css, string expected) =>
        Assert.Equal(expected, Colours($"<style>{css}</style>"));

    [Fact]
    public void What_a_generator_writes_untold_is_no_brand() =>
        Assert.Equal("", Colours("<link rel=mask-icon color=#5bbad5 href=m.svg><meta name=msapplication-TileColor content=#da532c>"));

    [Theory]
    [InlineData("<link rel=icon href=a.png sizes=16x16><link rel=icon href=b.png sizes='32x32 192x192'><link rel=apple-touch-icon href=c.png>", "https://shop.example/goods/b.png")]
    [InlineData("<link rel='shortcut icon' href=/favicon.ico><link rel=apple-touch-icon href=c.png>", "https://shop.example/goods/c.png")]
    [InlineData("<link rel='SHORTCUT ICON' href=/favicon.ico>", "https://shop.example/favicon.ico")]
    [InlineData("<link rel=icon href=a.svg sizes=any><link rel=icon href=a.png>", "https://shop.example/goods/a.png")]
    [InlineData("<link rel=icon href='javascript:x'><meta name=msapplication-TileImage content=tile.png>", "https://shop.example/goods/tile.png")]
    [InlineData("<link rel=mask-icon href=m.svg><link rel=stylesheet href=s.css>", null)]
    public void The_largest_icon_that_can_be_shown_is_found(string head, string? expected) =>
        Assert.Equal(expected, GivenPages.With("", head).Icon?.AbsoluteUri);
}
