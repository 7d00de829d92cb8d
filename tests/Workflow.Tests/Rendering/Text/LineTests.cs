using CsCheck;
using Gpu.Workflow.Rendering.Text;

namespace Gpu.Workflow.Tests.Rendering.Text;

public sealed class LineTests : IDisposable
{
    private readonly FontLibrary _fonts = new(new SystemFonts([]));

    public void Dispose() => _fonts.Dispose();

    private Paragraph Set(string text, bool rightToLeft = false) => new(text, _fonts, FontWeight.Text, "en", rightToLeft);

    [Fact]
    public void No_line_of_Japanese_begins_with_a_mark_that_closes_or_ends_with_one_that_opens() =>
        Gen.OneOf("あ", "漢", "カ", "ー", "っ", "。", "、", "」", "「", "（", "）", "a", "1", " ", "！").Array[2, 40].Select(string.Concat).Sample(text =>
        {
            var costs = LineBreaks.Find(text);
            for (var i = 1; i < text.Length; i++)
            {
                if (!float.IsPositiveInfinity(costs[i]))
                {
                    Assert.DoesNotContain(text[i], "ーっ。、」）！ ");
                    Assert.DoesNotContain(text[i - 1], "「（");
                }
            }
        });

    [Fact]
    public void Words_are_never_split() => Gen.OneOf("one", "two-fold", "£5", "naïve", "(see", "below)", "1,200", "o'clock", "€9.99", "a").Array[1, 20].Sample(words =>
    {
        var text = string.Join(' ', words);
        var costs = LineBreaks.Find(text);
        for (var i = 1; i < text.Length; i++)
        {
            if (!float.IsPositiveInfinity(costs[i]))
            {
                Assert.True(text[i - 1] is ' ' or '-', $"{text[..i]}|{text[i..]}");
            }
        }
    });

    [Fact]
    public void Lines_are_balanced_and_no_word_is_left_alone()
    {
        var paragraph = Set("Free shipping on every order over fifty dollars this week");
        var width = paragraph.Break(1, 1000)[0].Width * 0.55f;
        Assert.Equal(2, paragraph.CountLines(width));
        var lines = paragraph.Break(2, width);
        Assert.InRange(lines[0].Width / lines[1].Width, 0.75, 1.35);
    }

    [Fact]
    public void All_lines_fit_and_no_glyph_is_lost() =>
        Gen.OneOf("coffee", "قهوة", "קפה", "24", "и", "mountain", "ζωή", "(now)", "Überraschung").Array[1, 25].Select(w => string.Join(' ', w)).Sample(text =>
        {
            using var fonts = new FontLibrary(new SystemFonts([]));
            var paragraph = new Paragraph(text, fonts, FontWeight.Display, "en", false);
            var width = paragraph.WidestPiece * 1.7f;
            var lines = paragraph.CountLines(width);
            var set = paragraph.Break(lines, width);
            Assert.Equal(lines, set.Count);
            Assert.All(set, l => Assert.True(l.Width <= width * 1.02f));
            var glyphs = set.SelectMany(l => l.Runs).SelectMany(r => r.Glyphs).ToList();
            Assert.DoesNotContain((ushort)0, glyphs);
            Assert.True(glyphs.Count >= text.Count(char.IsLetterOrDigit) * 0.6);
        }, iter: 60, threads: 1);

    [Fact]
    public void Arabic_letters_join_and_Hebrew_starts_at_the_right()
    {
        // Joined, the four letters of قهوة are other glyphs than each by itself.
        var word = Set("قهوة", true).Break(1, 100)[0].Runs.Single();
        var alone = "قهوة".Select(c => Set(c.ToString(), true).Break(1, 100)[0].Runs.Single().Glyphs[0]).Reverse().ToList();
        Assert.NotEqual(alone, word.Glyphs.ToList());

        var line = Set("אב 12 abc", true).Break(1, 100)[0];
        Assert.True(Set("אב 12 abc", true).RightToLeft);
        var latin = Set("abc").Break(1, 100)[0].Runs.Single().Glyphs;
        Assert.Equal(latin, line.Runs[0].Glyphs[..3]);
    }

    [Fact]
    public void What_no_font_has_is_named_and_emoji_go_quietly()
    {
        Assert.Equal(("Hot coffee now", ""), TextCleaning.Clean("Hot ☕️ coffee 🚀👩‍🚀 now 🎉", _fonts, "en"));
        var (text, missing) = TextCleaning.Clean("Coffee コーヒー!", _fonts, "ja");
        Assert.Equal("Coffee !", text);
        Assert.Equal(["コ", "ヒ", "ー"], missing.EnumerateRunes().Select(r => r.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Directions_controls_and_odd_spaces_are_cleaned() =>
        Assert.Equal(("a b c", ""), TextCleaning.Clean("  a\t\r\n b\u202e\u0007\u00ad \u2003c\u200b ", _fonts, "en"));

    [Fact]
    public void Japanese_is_written_with_the_systems_font()
    {
        using var fonts = new FontLibrary();
        var (text, missing) = TextCleaning.Clean("毎朝、ゆっくり焙煎したコーヒーを。", fonts, "ja");
        Assert.True(missing.Length == 0, $"No font has {missing}: install fonts-noto-cjk (eng/test does).");
        var line = new Paragraph(text, fonts, FontWeight.Display, "ja", false).Break(1, 100)[0];
        Assert.DoesNotContain((ushort)0, line.Runs.SelectMany(r => r.Glyphs));
    }
}
