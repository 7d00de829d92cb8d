using Gpu.Workflow.Wording;

namespace Gpu.Workflow.Tests.Wording;

/// <summary>Sentences and words in scripts without spaces, from right to left, with marks on letters, and with emoji.</summary>
public sealed class ScriptsTests
{
    [Theory]
    [InlineData("这是茶。很香！你喝吗？好。", "这是茶。|很香！|你喝吗？|好。")]
    [InlineData("他说：“好喝。”然后走了。", "他说：“好喝。”|然后走了。")]
    [InlineData("価格は2,480円です。送料は無料。", "価格は2,480円です。|送料は無料。")]
    [InlineData("ｶﾞｿﾘﾝ｡ｽﾀﾝﾄﾞ｡", "ｶﾞｿﾘﾝ｡|ｽﾀﾝﾄﾞ｡")]
    [InlineData("맛있어요. 한 잔 드세요! 정말?", "맛있어요.|한 잔 드세요!|정말?")]
    [InlineData("กาแฟคั่วสด ส่งถึงบ้านใน 2 วัน", "กาแฟคั่วสด ส่งถึงบ้านใน 2 วัน")]
    [InlineData("เราคั่วเมล็ดกาแฟสดใหม่ทุกเช้าในโรงคั่วเล็กๆ ของเรา ส่งถึงบ้านคุณภายใน 2 วันทำการทั่วประเทศ ลูกค้ากว่า 3,000 คนให้คะแนนเราห้าดาวเต็ม", "เราคั่วเมล็ดกาแฟสดใหม่ทุกเช้าในโรงคั่วเล็กๆ ของเรา|ส่งถึงบ้านคุณภายใน 2 วันทำการทั่วประเทศ|ลูกค้ากว่า 3,000 คนให้คะแนนเราห้าดาวเต็ม")]
    [InlineData("โรงแรมของเราตั้งอยู่ริมทะเลสาบที่เงียบสงบ ซึ่งล้อมรอบด้วยภูเขาสูงและป่าสนเขียวขจี", "โรงแรมของเราตั้งอยู่ริมทะเลสาบที่เงียบสงบ ซึ่งล้อมรอบด้วยภูเขาสูงและป่าสนเขียวขจี")]
    [InlineData("ພວກເຮົາຄົ່ວກາເຟສົດໃໝ່ທຸກເຊົ້າໃນໂຮງຄົ່ວນ້ອຍ ສົ່ງຮອດເຮືອນທ່ານພາຍໃນສອງວັນທົ່ວປະເທດ", "ພວກເຮົາຄົ່ວກາເຟສົດໃໝ່ທຸກເຊົ້າໃນໂຮງຄົ່ວນ້ອຍ|ສົ່ງຮອດເຮືອນທ່ານພາຍໃນສອງວັນທົ່ວປະເທດ")]
    [InlineData("مرحبًا بكم. هل تريد قهوة؟نعم، من فضلك!", "مرحبًا بكم.|هل تريد قهوة؟|نعم، من فضلك!")]
    [InlineData("שלום לכולם. הקפה טרי! רוצים?", "שלום לכולם.|הקפה טרי!|רוצים?")]
    [InlineData("המחיר 12.90 ₪ בלבד. הזמינו עכשיו.", "המחיר 12.90 ₪ בלבד.|הזמינו עכשיו.")]
    [InlineData("यह चाय है। बहुत अच्छी॥ पियो।", "यह चाय है।|बहुत अच्छी॥|पियो।")]
    [InlineData("ይህ ቡና ነው። ጥሩ ነው።", "ይህ ቡና ነው።|ጥሩ ነው።")]
    [InlineData("នេះជាតែ។ ឆ្ងាញ់ណាស់។", "នេះជាតែ។|ឆ្ងាញ់ណាស់។")]
    [InlineData("ကော်ဖီ။ ကောင်းတယ်။", "ကော်ဖီ။|ကောင်းတယ်။")]
    [InlineData("Love it! 😍 Fresh every day. 👨‍👩‍👧‍👦🇩🇰", "Love it! 😍|Fresh every day. 👨‍👩‍👧‍👦🇩🇰")]
    [InlineData("Really‼ Yes⁉ Fine.", "Really‼|Yes⁉|Fine.")]
    [InlineData("新しい！🎉 どうぞ。", "新しい！🎉|どうぞ。")]
    public void Sentences_end_where_each_script_ends_them(string text, string expected) => Assert.Equal(expected, string.Join('|', Sentences.Split(text)));

    [Theory]
    [InlineData("Fresh coffee every day", 4)]
    [InlineData("Fresh 😍 coffee 👨‍👩‍👧‍👦 every 1️⃣ day 🇩🇰", 5)]
    [InlineData("שָׁלוֹם לְכֻלָּם", 2)]
    [InlineData("مَرْحَبًا بِكُمْ", 2)]
    [InlineData("می‌خواهم بروم", 2)]
    [InlineData("नमस्ते दुनिया", 2)]
    [InlineData("커피 한 잔", 3)]
    [InlineData("🎉🎉🎉", 0)]
    public void Words_are_counted_as_they_are_spoken(string text, double words) => Assert.Equal(words, Terms.Count(text), 6);

    // What interpreters and typesetters reckon with: two to three characters of Chinese to an English word, five to six of Thai.
    [Theory]
    [InlineData("我们每天早上烘焙新鲜的咖啡", 5, 7)]
    [InlineData("毎朝、焙煎したてのコーヒーをお届けします", 6, 10)]
    [InlineData("เราคั่วกาแฟสดใหม่ทุกเช้า", 3, 6)]
    public void Scripts_without_spaces_count_as_many_words_as_would_say_the_same(string text, double least, double most) => Assert.InRange(Terms.Count(text), least, most);

    [Theory]
    [InlineData("שָׁלוֹם", "שלום")]
    [InlineData("مَرْحَبًا", "مرحبا")]
    [InlineData("مرحـــبا", "مرحبا")]
    [InlineData("می‌خواهم", "میخواهم")]
    public void Points_and_joiners_make_no_other_word(string written, string plain) => Assert.Equal(Terms.Of(plain), Terms.Of(written));

    [Theory]
    [InlineData("नमस्ते दुनिया", 2)]
    [InlineData("வணக்கம் உலகம்", 2)]
    [InlineData("café crème", 2)]
    public void Vowel_signs_do_not_cut_words(string text, int terms)
    {
        Assert.Equal(terms, Terms.Of(text).Count);
        Assert.Equal(Terms.Of(text), Terms.Of(text.Normalize(System.Text.NormalizationForm.FormD)));
    }

    [Fact]
    public void Time_to_say_ignores_what_is_not_said() =>
        Assert.Equal(SpokenTime.Seconds("Fresh coffee every day"), SpokenTime.Seconds("Fresh 😍 coffee 👨‍👩‍👧‍👦 every day 🇩🇰"), 9);
}
