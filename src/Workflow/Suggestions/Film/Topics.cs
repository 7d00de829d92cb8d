using Gpu.Workflow.Extraction;
using Gpu.Workflow.Wording;

namespace Gpu.Workflow.Suggestions.Film;

/// <summary>Tells what a page is about by the words it uses.</summary>
internal static class Topics
{
    // What a page that is clearly about a topic reaches.
    private const double Sure = 12;
    private const double TitleCounts = 3;
    private const double TypeCounts = 5;

    // What a page calls itself, by a part of the name.
    private static readonly (string Part, Topic Topic)[] Types =
    [
        ("NewsArticle", Topic.News), ("ReportageNews", Topic.News), ("Hotel", Topic.Travel), ("Lodging", Topic.Travel), ("Resort", Topic.Travel), ("BedAndBreakfast", Topic.Travel), ("Tourist", Topic.Travel),
        ("Restaurant", Topic.Food), ("Cafe", Topic.Food), ("Bakery", Topic.Food), ("Food", Topic.Food), ("Recipe", Topic.Food), ("SoftwareApplication", Topic.Technology), ("MobileApplication", Topic.Technology), ("WebApplication", Topic.Technology), ("TechArticle", Topic.Technology),
        ("Book", Topic.Culture), ("Movie", Topic.Culture), ("Museum", Topic.Culture), ("Exhibition", Topic.Culture), ("Festival", Topic.Event), ("MusicEvent", Topic.Event), ("TheaterEvent", Topic.Event), ("SportsEvent", Topic.Sport), ("Course", Topic.Learning), ("EducationEvent", Topic.Learning), ("Financial", Topic.Money), ("Accounting", Topic.Money), ("Insurance", Topic.Money),
    ];

    private static readonly Dictionary<Topic, HashSet<string>> Words = new()
    {
        [Topic.Food] = Of("coffee tea bread bakery restaurant pasta wine beer chocolate recipe kitchen menu taste tastes flavour flavor roasted cook chef dinner breakfast cheese brot kaffee bäckerei küche wein rezept geschmack restaurant café pain vin cuisine recette goût café pan vino cocina receta sabor caffè pane cucina ricetta お茶 抹茶 珈琲 料理 味 レストラン 茶 餐厅 美食 قهوة شاي مطعم طعام"),
        [Topic.Travel] = Of("hotel room rooms beach lake island villa travel holiday flight journey tour guests stay pool resort cabin reise urlaub zimmer hotel strand insel voyage chambre plage séjour viaje playa habitación hotel vacaciones viaggio camera spiaggia ホテル 旅 旅行 酒店 旅游 فندق سفر"),
        [Topic.Technology] = Of("software app data cloud device phone computer digital online platform developer code security api battery camera smart wireless ai software daten gerät technik handy rechner logiciel appareil données technologie aplicación dispositivo datos tecnología アプリ 技術 スマート 软件 科技 手机 تطبيق برنامج"),
        [Topic.Money] = Of("tax invoice invoices bank cash return savings insurance loan accounting price fund invest finance receipts salary steuer steuern rechnung bank geld versicherung kredit konto impôt banque argent facture impuesto banco dinero factura tasse banca 税 銀行 保険 税务 银行 ضريبة بنك"),
        [Topic.Culture] = Of("book novel author story stories film museum gallery theatre painting artist poem reader music album buch roman autor film museum kunst theater ausstellung livre roman auteur musée théâtre libro novela autor museo teatro arte 本 小説 映画 美術 书 小说 电影 话剧 كتاب رواية فيلم"),
        [Topic.Event] = Of("festival concert ticket tickets stage stages artists conference party dance night camp lineup konzert bühne karten veranstaltung billets scène fête concierto entradas escenario fiesta biglietti ライブ チケット 音乐会 演出 مهرجان حفل تذاكر"),
        [Topic.Nature] = Of("meadow forest butterfly bees bee wildflower garden seed river climate species animals conservation nature wiese wald natur klima bienen garten forêt jardin nature climat abeilles bosque jardín naturaleza clima 森 花 自然 茶畑 森林 طبيعة غابة وردة ورد"),
        [Topic.Beauty] = Of("perfume fragrance scent skin beauty silk jewel jewellery fashion dress elegant luxury rose oud parfum duft haut schmuck mode seide parfum peau bijou mode perfume piel moda joya 香水 美容 化粧 香り 美妆 عطر عطور عود مسك زجاجة"),
        [Topic.Learning] = Of("course lesson lessons teacher learn evening evenings class classes school student students university training kurs lernen lehrer schule unterricht studium cours leçon professeur école curso lección profesor escuela corso 講座 授業 学校 课程 学习 دورة تعليم"),
        [Topic.News] = Of("said says engineers spokesman officials correspondent minister president government police report reported percent election court according officials gesagt sagte minister regierung polizei bundestag prozent dit ministre gouvernement selon dijo ministro gobierno según policía disse governo 記者 報道 政府 记者 报道 الحكومة الرئيس"),
        [Topic.Wellbeing] = Of("sleep asleep bed bedtime dream pillow insomnia tired stress quiet soothing calm breath breathe meditation health wellness yoga relax body mind pain therapy doctor schlaf schlafen gesundheit ruhe atem sommeil santé calme sueño salud calma sonno salute 睡眠 健康 安眠 睡眠 نوم صحة"),
        [Topic.Sport] = Of("match team league goal player coach season race run running cycling swim football spiel mannschaft liga tor trainer saison schwimmen lauf équipe match but entraîneur équipo partido gol liga squadra partita 試合 選手 比赛 球队 فريق مباراة"),
        [Topic.Home] = Of("apartment furniture sofa interior mortgage renovation insulation decor tenant heating wohnung möbel dach heizung maison appartement meuble casa mueble piso 家 家具 住宅 房子 بيت منزل"),
    };

    /// <summary>How much a page is about each topic, 0 to 1.</summary>
    public static IReadOnlyDictionary<Topic, double> Of(PageContent content)
    {
        // A word that comes again says more, but less each time.
        var title = Terms.Of($"{content.Title} {content.Description} {content.Site}");
        var said = content.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(Terms.Of).CountBy(t => t, StringComparer.Ordinal).ToDictionary(t => t.Key, t => t.Value, StringComparer.Ordinal);
        var told = Types.Where(t => content.Types.Any(type => type.Contains(t.Part, StringComparison.Ordinal))).Select(t => t.Topic).ToHashSet();
        return Words.ToDictionary(w => w.Key, w => Math.Min(1, ((told.Contains(w.Key) ? TypeCounts : 0) + w.Value.Sum(t => (title.Contains(t) ? TitleCounts : 0) + Math.Log(1 + said.GetValueOrDefault(t)))) / Sure));
    }

    private static HashSet<string> Of(string words) => Terms.Of(words);
}
