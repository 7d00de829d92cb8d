using Gpu.Workflow.Suggestions.Words;
using Gpu.Workflow.Wording;

namespace Gpu.Workflow.Tests.Suggestions.Words;

public class SpokenLineTests
{
    [Theory]
    [InlineData("en", "– The beans are fresh.", "The beans are fresh.")]
    [InlineData("en", "2) Grind the beans finely.", "Grind the beans finely.")]
    [InlineData("fr", "7- renforcer la dynamique.", null)]
    [InlineData("en", "The beans [3] are fresh .", "The beans are fresh.")]
    [InlineData("de", "Wir brauchen den Ausbau!\"", "Wir brauchen den Ausbau!")]
    [InlineData("de", "EU/1/20/1525) eine Impfung ist nötig.", null)]
    [InlineData("es", "juez autorizó la liberación del avión.", null)]
    [InlineData("en", "iPhone owners get a free case.", "iPhone owners get a free case.")]
    [InlineData("en", "SUPPORT OUR LOCAL NEWS TODAY", null)]
    [InlineData("de", "Alle Fotos findet man hier:", null)]
    [InlineData("de", "(picture alliance / dpa / Oliver Berg)", null)]
    [InlineData("en", "Photo: a man at sea", null)]
    [InlineData("en", "Write to me@example.com for more.", null)]
    [InlineData("es", "Regístrate para recibir contenido exclusivo.", null)]
    [InlineData("fr", "Vous pouvez télécharger ce graphique en cliquant ici.", null)]
    [InlineData("zh", "责任编辑：张三，未经授权不得转载。", null)]
    [InlineData("en", "Two words.", null)]
    [InlineData("en", "Mill Lane 9.", null)]
    [InlineData("en", "328 North Bridge Road, Raffles Hotel Arcade.", null)]
    [InlineData("de", "Hauptstraße 12, 10115 Berlin.", null)]
    [InlineData("fr", "Rue de la Paix, 12.", null)]
    [InlineData("en", "Visit our new workshop behind the old mill in Bridge Street 9, where we bake.", "Visit our new workshop behind the old mill in Bridge Street 9, where we bake.")]
    [InlineData("en", "From Sunday to Thursday, until 30 June.", null)]
    [InlineData("en", "At 69 degrees north the lights show on two nights out of three in September.", "At 69 degrees north the lights show on two nights out of three in September.")]
    [InlineData("de", "Am Montag öffnet das Haus.", "Am Montag öffnet das Haus.")]
    [InlineData("de", "Vom 1. bis zum 24. Dezember.", null)]
    [InlineData("de", "Vertretung von Singapur in Deutschland: Friedrichstr.", null)]
    [InlineData("en", "Taken by Terence Ong in September, Wikimedia Commons", null)]
    [InlineData("de", "Fr. von 9.00 - 15.00 Uhr geöffnet, am Samstag dagegen nur bis 11.30.", null)]
    [InlineData("de", "Was bereits in der Pandemie zu beobachten war.", null)]
    [InlineData("de", "Genauer gesagt Männer, die an Frauen interessiert sind.", null)]
    [InlineData("en", "Director: Derek Jarman · Stars: Tilda Swinton, Johnny Mills", null)]
    [InlineData("en", "The internet can.", null)]
    [InlineData("en", "Nothing wakes you.", "Nothing wakes you.")]
    [InlineData("ja", "茶こし、茶筅、お湯七十ミリリットル。", null)]
    [InlineData("ja", "旨み成分のテアニンは、二番茶のおよそ三倍です。", "旨み成分のテアニンは、二番茶のおよそ三倍です。")]
    [InlineData("de", "Der Druckdialog öffnet sich, sobald die Seite geladen wurde.", null)]
    [InlineData("en", "It costs €12.90, and that is (almost) all.", "It costs €12.90, and that is (almost) all.")]
    public void Lines_are_clean_and_whole_or_none(string language, string sentence, string? line) => Assert.Equal(line, SpokenLine.Of(sentence, language));

    [Theory]
    [InlineData("en", "The wind dropped below five metres a second on four of those days, but the batteries on the old coal quay carried every town along the coast through the long nights.", "The wind dropped below five metres a second on four of those days.")]
    [InlineData("en", "If you do not love it, but have drunk most of it already, then keep the coffee for your friends and we return all of your money within thirty days of the order.", null)]
    [InlineData("zh", "一个约定信守十五年感人至深，一段真情延续十五年催人泪下，不到半月十场演出虽然辛苦但是演员们收获了感动和掌声。", "一个约定信守十五年感人至深，一段真情延续十五年催人泪下。")]
    [InlineData("ja", "摘み取りの三週間前から畑に覆いをかけ、新芽をやわらかな光の中で大切に育てますので、旨みの成分であるテアニンがたっぷりと残り、香りも豊かになります。", null)]
    public void A_long_sentence_is_cut_where_a_clause_stands_alone_or_left_out(string language, string sentence, string? line) => Assert.Equal(line, SpokenLine.Of(sentence, language));

    [Theory]
    [InlineData("42 artists on three stages", true)]
    [InlineData("The quiet work of batteries", false)]
    [InlineData("Hardcover, 412 pages", false)]
    [InlineData("The batteries did the work.", true)]
    public void A_fragment_is_a_line_only_where_it_says_something(string line, bool says) => Assert.Equal(says, SpokenLine.SaysSomething(line));

    [Theory]
    [InlineData("en", "It is roasted on Tuesday.", 0f)]
    [InlineData("en", "The coffee is roasted.", 1f)]
    [InlineData("en", "In addition, you save money.", 0f)]
    [InlineData("de", "Dabei bleibt es nicht.", 0f)]
    [InlineData("de", "Sie sparen viel Geld.", 0.5f)]
    [InlineData("ja", "そのお茶は甘い。", 0f)]
    [InlineData("ar", "هذا العطر جميل.", 0f)]
    [InlineData("xx", "Dabei bleibt es nicht.", 0.5f)]
    public void Lines_that_point_back_are_known(string language, string line, float freedom) => Assert.Equal(freedom, BackPointers.Freedom(line, language));

    [Fact]
    public void Time_to_say_is_150_words_a_minute_and_by_characters_where_there_are_no_words()
    {
        Assert.Equal(6, SpokenTime.Seconds("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"), 1e-9);
        Assert.Equal(60.0 * 10 / 350, SpokenTime.Seconds("宇治のお茶はおいしい"), 1e-9);
        Assert.Equal(60.0 * 8 / 260, SpokenTime.Seconds("一段真情延续十年"), 1e-9);
        Assert.Equal(60.0 * 6 / 320, SpokenTime.Seconds("안녕하세요요"), 1e-9);
        Assert.True(SpokenTime.Seconds("ขอบคุณมากครับสำหรับกาแฟ") > SpokenTime.Seconds("thanks"));
        Assert.True(SpokenTime.Seconds("96,000 bees") > SpokenTime.Seconds("ten bees"));
    }

    [Theory]
    [InlineData("en", "The wind dropped on four of those days.", 0.4f)]
    [InlineData("en", "Consumer groups call that cautious.", 0.4f)]
    [InlineData("en", "The hotel that we love is in a valley that nobody knows.", 1f)]
    [InlineData("en", "Mr Bright has a simpler measure.", 0.4f)]
    [InlineData("en", "I actually ended up with two variations.", 0.4f)]
    [InlineData("en", "“I slept until nine.”", 1f)]
    [InlineData("en", "Wanderers: the five planets you can see.", 0.4f)]
    [InlineData("de", "Die Folgen sind also groß.", 0.4f)]
    [InlineData("de", "Rund 15 Mal wird er ausgestrahlt.", 0.4f)]
    [InlineData("de", "Der Kaffee ist so gut, dass er nie übrig bleibt.", 0.5f)]
    [InlineData("fr", "Durant plusieurs années, il dirige la maison.", 0.4f)]
    [InlineData("fr", "Au bord du lac, il y a une maison.", 1f)]
    public void Lines_that_lean_on_others_inside_are_known(string language, string line, float freedom) => Assert.Equal(freedom, TextMeasures.Standalone(line, language));
}
