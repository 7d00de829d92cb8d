using Gpu.Workflow.Rendering.Text;

namespace Gpu.Workflow.Tests.Rendering.Text;

public class BidiLevelsTests
{
    // Upper case stands for Hebrew, "<" to "Z" shifted there, as in UAX #9's own examples; digits and marks are themselves.
    private static string Hebrew(string text) => string.Concat(text.Select(c => c is >= 'A' and <= 'Z' ? (char)(0x05d0 + (c - 'A')) : c));

    private static string Latin(string text) => string.Concat(text.Select(c => c is >= 'א' and <= 'ת' ? (char)('A' + (c - 'א')) : c));

    private static string Display(string text, byte[] levels)
    {
        var order = Enumerable.Range(0, text.Length).ToList();
        for (var level = (int)levels.DefaultIfEmpty().Max(); level > 0; level--)
        {
            for (var i = 0; i < order.Count; i++)
            {
                var end = i;
                while (end < order.Count && levels[order[end]] >= level)
                {
                    end++;
                }

                order.Reverse(i, end - i);
                i = Math.Max(i, end - 1);
            }
        }

        return string.Concat(order.Select(i => (levels[i] & 1) == 1 ? Mirror(text[i]) : text[i]));
    }

    private static char Mirror(char c) => c switch { '(' => ')', ')' => '(', '[' => ']', ']' => '[', _ => c };

    [Theory]
    // The examples of UAX #9, 3.4 (L2), without embeddings.
    [InlineData(false, "car means CAR.", "car means RAC.")]
    [InlineData(true, "car MEANS CAR.", ".RAC SNAEM car")]
    // Numbers, their signs and separators.
    [InlineData(true, "PRICE 24.50 NOW", "WON 24.50 ECIRP")]
    [InlineData(true, "OFF -20% TODAY", "YADOT 20%- FFO")]
    [InlineData(true, "FROM $1,249.00 UP", "PU $1,249.00 MORF")]
    [InlineData(true, "TEL 03-555 1234", "1234 03-555 LET")]
    [InlineData(false, "pay $24.00 now", "pay $24.00 now")]
    // Brackets go with what they hold (N0), and are mirrored.
    [InlineData(true, "CAR (24 HOURS).", ".(SRUOH 24) RAC")]
    [InlineData(true, "CAR (new) FAST", "TSAF (new) RAC")]
    [InlineData(true, "BUY iphone (pro) HERE", "EREH iphone (pro) YUB")]
    [InlineData(false, "the (CAR) is", "the (RAC) is")]
    // A brand amid the other script.
    [InlineData(true, "BY mountain roasters TODAY", "YADOT mountain roasters YB")]
    [InlineData(false, "we say SHALOM OLAM to you", "we say MALO MOLAHS to you")]
    public void Text_is_shown_in_the_order_of_the_standard(bool rightToLeft, string text, string shown)
    {
        var hebrew = Hebrew(text);
        Assert.Equal(shown, Latin(Display(hebrew, BidiLevels.Resolve(hebrew, rightToLeft))));
    }

    [Theory]
    [InlineData("אבג 1,234 דהו", 2)]
    [InlineData("ابج 1,234 دهو", 2)]
    [InlineData("ابج ١٢٣ دهو", 2)]
    public void Numbers_run_from_left_to_right_in_either_script(string text, int level)
    {
        var levels = BidiLevels.Resolve(text, true);
        Assert.All(Enumerable.Range(0, text.Length).Where(i => char.IsDigit(text[i])), i => Assert.Equal(level, levels[i]));
    }

    [Fact]
    public void Marks_go_with_their_letters()
    {
        const string Text = "a שָׁלוֹם";
        var levels = BidiLevels.Resolve(Text, false);
        Assert.Equal([0, 0], levels[..2]);
        Assert.All(levels[2..], l => Assert.Equal(1, l));
    }
}
