using Gpu.Workflow.Suggestions.Words;

namespace Gpu.Workflow.Tests.Suggestions.Words;

public class QuotationsTests
{
    [Theory]
    [InlineData("“I slept well.|I will be back.|Thank you.”|Signe nods.", "“I slept well.”|“I will be back.”|“Thank you.”|Signe nods.")]
    [InlineData("„Sehr gut.|Immer wieder.“|Ja.", "„Sehr gut.“|„Immer wieder.“|Ja.")]
    [InlineData("„Bardzo dobre.|Polecam.”|Tak.", "„Bardzo dobre.”|„Polecam.”|Tak.")]
    [InlineData("\"Good.|Better.\"|So.", "\"Good.\"|\"Better.\"|So.")]
    [InlineData("“Really?” she asked.|“Yes!”", "“Really?” she asked.|“Yes!”")]
    [InlineData("She said “it is good.|Buy it.”|I did.", "She said “it is good.|“Buy it.”|I did.")]
    [InlineData("「甘い。|本当に。」", "「甘い。」|「本当に。」")]
    public void Each_sentence_of_a_quotation_has_its_marks(string sentences, string marked) => Assert.Equal(marked, string.Join('|', Quotations.Mark(sentences.Split('|'))));
}
