using CsCheck;
using Gpu.Workflow.Fetching;

namespace Gpu.Workflow.Tests.Fetching;

/// <summary>Rules by RFC 9309, with its own examples of precedence and special characters.</summary>
public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("/x/page.html", true, "User-Agent: *\nDisallow: /x/\nAllow: /x/page.html")]
    [InlineData("/x/other.html", false, "User-Agent: *\nDisallow: /x/\nAllow: /x/page.html")]
    [InlineData("/a", true, "User-agent: *\nDisallow: /a\nAllow: /a")]
    [InlineData("/a", true, "User-agent: *\nDisallow:")]
    [InlineData("/path/to.gif", false, "User-agent: *\nDisallow: /*.gif$")]
    [InlineData("/path/to.gif?x", true, "User-agent: *\nDisallow: /*.gif$")]
    [InlineData("/fish/salmon.html", false, "User-agent: *\nDisallow: /fish*")]
    [InlineData("/Fish", true, "User-agent: *\nDisallow: /fish")]
    [InlineData("/any", true, "User-agent: other\nDisallow: /\n\nUser-agent: *\nAllow: /")]
    [InlineData("/any", false, "user-AGENT: gPU/1.0\nDISALLOW: /")]
    [InlineData("/any", true, "User-agent: Gpu\nAllow: /\n\nUser-agent: *\nDisallow: /")]
    [InlineData("/any", false, "User-agent: other\nUser-agent: Gpu\nDisallow: /")]
    [InlineData("/any", false, "User-agent: Gpu\nAllow: /b\n\nUser-agent: Gpu\nDisallow: /a")]
    [InlineData("/any", true, "Disallow: /")]
    [InlineData("/any", false, "\uFEFFUser-agent: * # all\r\n\r\nSitemap: x\r\nDisallow: / # nothing")]
    [InlineData("/%E3%83%84", false, "User-agent: *\nDisallow: /ツ")]
    [InlineData("/%e3%83%84", false, "User-agent: *\nDisallow: /%E3%83%84")]
    [InlineData("/robots.txt", true, "User-agent: *\nDisallow: /")]
    public void Rule_decides(string path, bool allowed, string text) => Assert.Equal(allowed, RobotsRules.Parse(text, "Gpu").Allows(path));

    [Fact]
    public void Any_text_is_read_and_stars_cost_no_more_than_their_product()
    {
        // What matches a pattern with a star still matches it with two: and no text makes the reader fail.
        Gen.Select(Gen.String, Gen.String["ab*/"], Gen.String["ab/"]).Sample((text, pattern, path) =>
        {
            RobotsRules.Parse(text, "Gpu").Allows("/" + text);
            return RobotsRules.Parse($"User-agent: *\nDisallow: /{pattern}", "Gpu").Allows("/" + path)
                == RobotsRules.Parse($"User-agent: *\nDisallow: /{pattern.Replace("*", "**", StringComparison.Ordinal)}", "Gpu").Allows("/" + path);
        });
        Assert.True(RobotsRules.Parse($"User-agent: *\nDisallow: /{string.Concat(Enumerable.Repeat("*a", 1_000))}$", "Gpu").Allows("/" + new string('a', 2_000) + "b"));
    }
}
