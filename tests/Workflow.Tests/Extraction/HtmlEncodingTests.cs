using System.Text;
using Gpu.Workflow.Extraction.Markup;
using TextEncoding = System.Text.Encoding;

namespace Gpu.Workflow.Tests.Extraction;

public sealed class HtmlEncodingTests
{
    static HtmlEncodingTests() => TextEncoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("shift_jis", "<html lang=ja>抹茶のある暮らし、ひらがなとカタカナ")]
    [InlineData("euc-jp", "<html lang=ja>抹茶のある暮らし、ひらがなとカタカナ")]
    [InlineData("gb18030", "<html lang=zh-CN>一杯好茶")]
    [InlineData("big5", "<html lang=zh-TW>一杯好茶")]
    [InlineData("euc-kr", "<html lang=ko>좋은 커피 한 잔")]
    [InlineData("windows-1251", "<html lang=ru>Свежий кофе")]
    [InlineData("windows-1256", "<html lang=ar>قهوة طازجة")]
    [InlineData("windows-1255", "<html lang=he>קפה טרי")]
    [InlineData("windows-1252", "<html lang=fr>Café “crème” à 3 €")]
    [InlineData("windows-1250", "<html lang=pl>Świeża kawa")]
    public void Language_tells_the_character_set_where_nothing_else_does(string charset, string html) =>
        Assert.Equal(html, HtmlEncoding.Decode(TextEncoding.GetEncoding(charset).GetBytes(html), null));

    [Theory]
    [InlineData("<meta charset=windows-1251>Свежий кофе")]
    [InlineData("<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>Свежий кофе")]
    public void Page_tells_its_character_set(string html) =>
        Assert.Equal(html, HtmlEncoding.Decode(TextEncoding.GetEncoding("windows-1251").GetBytes(html), null));

    [Fact]
    public void Server_goes_before_the_page()
    {
        const string Html = "<meta charset=utf-8>Свежий кофе";
        Assert.Equal(Html, HtmlEncoding.Decode(TextEncoding.GetEncoding("koi8-r").GetBytes(Html), "KOI8-R"));
    }

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("shift_jis")]
    [InlineData("no-such-set")]
    public void Whole_utf8_is_utf8_whatever_the_server_says(string announced) =>
        Assert.Equal("Café – 抹茶", HtmlEncoding.Decode(TextEncoding.UTF8.GetBytes("Café – 抹茶"), announced));

    [Fact]
    public void Byte_order_mark_goes_before_all_and_is_no_text()
    {
        foreach (var encoding in new TextEncoding[] { TextEncoding.UTF8, TextEncoding.Unicode, TextEncoding.BigEndianUnicode })
        {
            Assert.Equal("<p>Café", HtmlEncoding.Decode([.. encoding.Preamble, .. encoding.GetBytes("<p>Café")], "windows-1251"));
        }
    }

    [Fact]
    public void Few_bad_bytes_leave_the_rest_of_utf8_right()
    {
        byte[] bytes = [.. TextEncoding.UTF8.GetBytes("<meta charset=utf-8>Café crème à Orléans "), 0xFF, .. TextEncoding.UTF8.GetBytes(" fin")];
        Assert.Equal("<meta charset=utf-8>Café crème à Orléans \uFFFD fin", HtmlEncoding.Decode(bytes, null));
    }
}
