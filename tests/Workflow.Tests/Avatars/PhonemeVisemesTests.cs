using Gpu.Workflow.Avatars.Speaking;
using Gpu.Workflow.Sound.Voices;
using Gpu.Workflow.Tests.Extraction;

namespace Gpu.Workflow.Tests.Avatars;

public class PhonemeVisemesTests
{
    // The charts of the International Phonetic Association, 2020: consonants, clicks and the like, vowels.
    private const string Chart =
        "pbtdʈɖcɟkɡqɢʔmɱnɳɲŋɴʙrʀⱱɾɽɸβfvθðszʃʒʂʐçʝxɣχʁħʕhɦɬɮʋɹɻjɰlɭʎʟʘǀǃǂǁɓɗʄɠʛʍwɥʜʢʡɕʑɺɧiyɨʉɯuɪʏʊeøɘɵɤoəɛœɜɞʌɔæɐaɶɑɒ";

    [Fact]
    public void Every_letter_of_the_phonetic_alphabet_has_one_shape() => Assert.All(Chart.Distinct(), c =>
    {
        var shapes = new List<Viseme>();
        Assert.True(PhonemeVisemes.Map(c.ToString(), shapes), $"{c} is not known");
        Assert.NotEqual(Viseme.Rest, Assert.Single(shapes));
    });

    [Theory]
    [InlineData("en-GB", "The quick brown fox jumps over the lazy dog; she was measuring a church, thinking of yellow yachts, boys, fears and pure air.")]
    [InlineData("en-US", "Judge Vaughn could have shown them the path to the measure: bother, father, bird, butter, beer and cure.")]
    [InlineData("en-IE", "Fresh coffee with a hint of apricot, delivered free on your first order of £12.90.")]
    [InlineData("ar", "قهوة تستحق الاستيقاظ من أجلها كل صباح، ضيف غريب يحب الخبز والعسل وثلاثة عشر طبقا ظريفا")]
    [InlineData("de", "Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich, ächzend und pfeifend.")]
    [InlineData("fr", "Portez ce vieux whisky au juge blond qui fume; un bon vin blanc, feuille, lui, agneau et yeux.")]
    [InlineData("es", "El veloz murciélago hindú comía feliz cardillo y kiwi; la cigüeña tocaba el saxofón, perro y caña.")]
    [InlineData("it", "Quel vituperabile xenofobo zelante assaggia il whisky ed esclama: alleluja, gnocchi, figlio!")]
    [InlineData("pt", "Luís argüia à Júlia que brações, fé, chá, óxido, pôr, zângão eram palavras do português.")]
    [InlineData("nl", "Pa's wijze lynx bezag vroom het fikse aquaduct, huis en deur en goed geluk.")]
    [InlineData("pl", "Pchnąć w tę łódź jeża lub ośm skrzyń fig; chrząszcz brzmi w trzcinie.")]
    [InlineData("sv", "Flygande bäckasiner söka hwila på mjuka tuvor, sju sjösjuka sjömän kör kjol.")]
    [InlineData("ru", "Съешь же ещё этих мягких французских булок, да выпей чаю.")]
    [InlineData("tr", "Pijamalı hasta yağız şoföre çabucak güvendi.")]
    [InlineData("hi", "ऋषियों को सताने वाले दुष्ट राक्षसों के राजा रावण का सर्वनाश")]
    [InlineData("cmn", "我能吞下玻璃而不伤身体,女儿去学校。")]
    public async Task Every_sound_that_espeak_makes_has_shapes(string language, string text)
    {
        var speech = await new EspeakVoice().SpeakAsync(text, language, 200, TestContext.Current.CancellationToken);

        Assert.NotEmpty(speech.Phonemes);
        foreach (var symbol in speech.Phonemes.Select(p => p.Symbol).Where(s => s.Length > 0).Distinct())
        {
            var shapes = new List<Viseme>();
            Assert.True(PhonemeVisemes.Map(symbol, shapes), $"\"{symbol}\" ({string.Join(' ', symbol.Select(c => $"U+{(int)c:X4}"))}) is not known");
            Assert.True(shapes.Count > 0 || symbol.StartsWith('(') || !symbol.Any(char.IsLower), $"\"{symbol}\" has no shape");
        }
    }

    [Fact]
    public async Task Every_sound_of_the_samples_has_shapes()
    {
        var unknown = new SortedSet<string>();
        foreach (var page in Directory.EnumerateFiles(Path.Combine(SampleTests.Root(), "samples"), "index.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var words = System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken), "(?s)<(script|style).*?</\\1>|<[^>]*>", " "));
            var language = words.Any(c => c is >= '\u0600' and <= '\u06ff') ? "ar" : words.Any(c => c is >= '\u3040' and <= '\u30ff') ? "" : "en-GB";
            if (language.Length > 0)
            {
                var speech = await new EspeakVoice().SpeakAsync(words[..Math.Min(words.Length, 2000)], language, 400, TestContext.Current.CancellationToken);
                unknown.UnionWith(speech.Phonemes.Where(p => !PhonemeVisemes.Map(p.Symbol, new List<Viseme>())).Select(p => p.Symbol));
            }
        }

        Assert.Empty(unknown);
    }

    [Theory]
    [InlineData("p", nameof(Viseme.Pressed))]
    [InlineData("ˈmː", nameof(Viseme.Pressed))]
    [InlineData("v", nameof(Viseme.Lip))]
    [InlineData("aɪ", nameof(Viseme.Wide), nameof(Viseme.Teeth))]
    [InlineData("oʊ", nameof(Viseme.Round), nameof(Viseme.Pucker))]
    [InlineData("tʃ", nameof(Viseme.Teeth))]
    [InlineData("(en)w", nameof(Viseme.Pucker))]
    [InlineData("ˈ")]
    public void A_sound_has_its_shapes_in_order(string symbol, params string[] shapes)
    {
        var found = new List<Viseme>();
        Assert.True(PhonemeVisemes.Map(symbol, found));
        Assert.Equal(shapes, found.Select(f => f.ToString()));
    }

    [Fact]
    public void What_is_no_sound_is_told() => Assert.False(PhonemeVisemes.Map("aЖ", new List<Viseme>()));
}
