using CsCheck;
using Gpu.Workflow.Wording;

namespace Gpu.Workflow.Tests.Wording;

public class SentencesTests
{
    [Theory]
    [InlineData("One. Two! Three?", "One.|Two!|Three?")]
    [InlineData("It costs €12.90 a bag. Order at example.com today.", "It costs €12.90 a bag.|Order at example.com today.")]
    [InlineData("Dr. Smith met J. Doe, e.g. at noon. They left.", "Dr. Smith met J. Doe, e.g. at noon.|They left.")]
    [InlineData("“Best coffee. Ever.” Signe nods.", "“Best coffee.|Ever.”|Signe nods.")]
    [InlineData("一服で、朝が変わる。宇治抹茶です！", "一服で、朝が変わる。|宇治抹茶です！")]
    [InlineData("هل تعرف؟ نعم.", "هل تعرف؟|نعم.")]
    [InlineData("Wir öffnen am 3. Mai um 9 Uhr. Es gibt 12. Dann keine mehr.", "Wir öffnen am 3. Mai um 9 Uhr.|Es gibt 12.|Dann keine mehr.")]
    [InlineData("He said no. Then I. We met at No. 9.", "He said no.|Then I.|We met at No. 9.")]
    [InlineData("Open from 7 a.m. We close at noon.", "Open from 7 a.m.|We close at noon.")]
    [InlineData("Mme. Petit fait le pain, etc. Venez le goûter.", "Mme. Petit fait le pain, etc.|Venez le goûter.")]
    [InlineData("「おいしい。」と言う。次です。", "「おいしい。」と言う。|次です。")]
    [InlineData("「甘い。」「本当に。」", "「甘い。」|「本当に。」")]
    [InlineData("“Really?” she asked. “Yes!”", "“Really?” she asked.|“Yes!”")]
    [InlineData("آپ کیسے ہیں؟ اچھا ہے۔ شکریہ", "آپ کیسے ہیں؟|اچھا ہے۔|شکریہ")]
    [InlineData("No end", "No end")]
    [InlineData("Wait... what?! Yes.", "Wait... what?!|Yes.")]
    [InlineData("", "")]
    public void Sentences_end_where_readers_stop(string paragraph, string expected) => Assert.Equal(expected, string.Join('|', Sentences.Split(paragraph)));

    [Fact]
    public void No_character_but_space_is_lost() =>
        Gen.String[Gen.Int[0, 8].Select(i => "aB.!。 ”9あ"[i]), 0, 60].Sample(text =>
            Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal), string.Concat(Sentences.Split(text)).Replace(" ", "", StringComparison.Ordinal)));
}
