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
    [InlineData("No end", "No end")]
    [InlineData("Wait... what?! Yes.", "Wait... what?!|Yes.")]
    [InlineData("", "")]
    public void Sentences_end_where_readers_stop(string paragraph, string expected) => Assert.Equal(expected, string.Join('|', Sentences.Split(paragraph)));

    [Fact]
    public void No_character_but_space_is_lost() =>
        Gen.String[Gen.Int[0, 8].Select(i => "aB.!。 ”9あ"[i]), 0, 60].Sample(text =>
            Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal), string.Concat(Sentences.Split(text)).Replace(" ", "", StringComparison.Ordinal)));
}
