using System.Collections.Frozen;

namespace Gpu.Workflow.Suggestions.Words;

/// <summary>First words that point back at the sentence before: a line that begins with one is half a thought.</summary>
internal static class BackPointers
{
    // Words that always point back, and after a slash those that often do: "sie" is also "you", "so" also begins advice.
    private static readonly FrozenDictionary<string, (FrozenSet<string> Always, FrozenSet<string> Often)> ByLanguage = new Dictionary<string, (FrozenSet<string>, FrozenSet<string>)>
    {
        ["en"] = Of("that this those these it its it's it’s they they're they’re their he she his her him them and but or because however then there thus yet such both neither ours also instead meanwhile still otherwise therefore moreover furthermore nevertheless consequently / so here one another some others after before while as since either"),
        ["de"] = Of("das dies diese dieser dieses diesem diesen es er ihn ihm aber und oder denn deshalb darum daher deswegen also dann dort dabei dafür dagegen dazu damit davon danach daraus dadurch darin darauf darüber daneben zudem außerdem trotzdem doch jedoch allerdings dennoch somit zuvor ebenso weiterhin sonst solche solcher solches beide dessen deren seine sein seinen seinem seiner ihre ihren ihrem ihrer hierbei hierzu hiermit zwar vielmehr folglich schließlich demnach dementsprechend entsprechend jener jene jenes derselbe dieselbe weshalb wobei weil obwohl sodass nämlich analog zusätzlich andererseits gleichzeitig dazwischen sondern / sie auch so hier nun als natürlich nur nachdem während wenn nur andere manche einige"),
        ["fr"] = Of("c'est c’est ce cela ça ces cet cette il elle ils elles lui leur leurs mais et donc or car pourtant ainsi toutefois cependant alors puis ensuite enfin aussi celui celui-ci celle celle-ci ceux celles néanmoins d'ailleurs d’ailleurs c'était c’était son sa ses y en parce certes / on tel telle autre autres quand lorsque si comme"),
        ["es"] = Of("eso esto estos estas este esta ese esa esos ella ello ellos ellas pero y e o además también entonces así asimismo aunque porque sino su sus por eso luego después allí ahí mientras tampoco / él lo la tal otro otra cuando si como"),
        ["pt"] = Of("isso isto este esta estes estas esse essa esses essas ele ela eles elas mas e ou além também então assim embora porque seu sua seus suas depois lá porém contudo todavia / outro outra quando se como"),
        ["it"] = Of("questo questa questi queste quello quella quelli quelle ciò lui lei essi esse loro ma e o inoltre anche allora così però perché suo sua suoi sue poi dopo lì là tuttavia dunque quindi / altro altra quando se come"),
        ["nl"] = Of("dat dit deze die het hij zij ze hun hem haar maar en of want daarom dan daar daarbij daarna daardoor daarmee ook bovendien echter toch dus zijn / hier zo als toen terwijl"),
        ["sv"] = Of("det den de detta denna dessa han hon dem deras hans hennes men och eller för därför då där dessutom också dock sedan / så här när om"),
        ["da"] = Of("det den de dette denne disse han hun dem deres hans hendes men og eller for derfor da der desuden også dog siden / så her når hvis"),
        ["nb"] = Of("det den de dette denne disse han hun dem deres hans hennes men og eller for derfor da der dessuten også likevel siden / så her når hvis"),
        ["pl"] = Of("to ten ta te ci ale i oraz a więc jednak natomiast ponadto dlatego wtedy tam jego jej ich on ona oni one tym tego temu tę taki taka takie również także zatem lecz bo ponieważ / tak gdy jeśli kiedy inny"),
        ["cs"] = Of("to ten ta ti ty ale a i nebo proto však tedy tam jeho její jejich on ona oni tím toho také navíc takže protože / tak když jiný"),
        ["ru"] = Of("это этот эта эти он она они оно его её ее их но и а или поэтому однако также тогда там потом затем тем такой такая такие причём причем зато ведь потому / так когда если"),
        ["uk"] = Of("це цей ця ці він вона вони воно його її їх але і й та а або тому однак також тоді там потім проте такий така такі / так коли якщо"),
        ["tr"] = Of("bu şu o bunlar onlar onun bunun ama ve veya fakat ancak çünkü ayrıca böylece sonra orada / öyle"),
        ["el"] = Of("αυτό αυτός αυτή αυτά αυτοί αλλά και ή όμως επίσης τότε εκεί γιατί λοιπόν ωστόσο / έτσι όταν αν"),
        ["fi"] = Of("se ne tämä nämä hän he mutta ja tai siksi kuitenkin myös sitten siellä lisäksi / niin kun jos"),
        ["hu"] = Of("ez az ezek azok ő ők de és vagy ezért azonban is akkor ott továbbá / így ha amikor"),
        ["ro"] = Of("acesta aceasta acestea aceștia el ea ei ele dar și sau deci însă de asemenea atunci acolo / așa când dacă"),
        ["ar"] = Of("وهذا هذا هذه وهذه ولكن لكن وهو وهي هو هي هم كما وقد فقد لذلك ولذلك ثم أيضا وأيضا ذلك تلك وذلك وهنا وكان وكانت / وفي ومن وأن"),
        ["he"] = Of("לכן אבל זה זו זאת הוא היא הם הן גם אולם ואז כך ולכן / אם"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Connectors of more than one word, in any language.
    private static readonly string[] Phrases =
    [
        "in addition", "as a result", "for example", "for instance", "in fact", "of course", "on the other hand", "in other words", "at the same time", "that is why", "this is why",
        "von daher", "von dort", "im gegenteil", "zum beispiel", "aus diesem", "in diesem fall", "in beiden fällen", "des weiteren", "nicht nur das", "viel mehr noch",
        "au contraire", "de ce fait", "par contre", "en effet", "en outre", "par exemple", "de plus", "c'est pourquoi", "sin embargo", "por otra parte", "por lo tanto", "por ejemplo", "en cambio", "de hecho",
        "por exemplo", "no entanto", "por isso", "ad esempio", "per esempio", "di conseguenza", "bovendien is", "op die manier", "dzięki temu", "w ten sposób", "poza tym", "na przykład", "кроме того", "таким образом", "при этом", "например",
    ];

    private static readonly string[] Unspaced =
    [
        "それ", "これ", "その", "この", "あの", "しかし", "また", "そして", "だから", "ただ", "でも", "さらに", "なお", "つまり", "一方", "彼", "そこ", "ここで", "そんな", "こうした", "こうして",
        "但", "但是", "而", "而且", "因此", "所以", "这", "那", "他", "她", "它", "此外", "同时", "然而", "不过", "于是", "如今", "其",
    ];

    /// <summary>0 where the first word points back, 0.5 where it may, 1 where it does not.</summary>
    /// <param name="text">A line.</param>
    /// <param name="language">The language's two letters; where unknown, all languages' sure words count half.</param>
    public static float Freedom(string text, string language)
    {
        var line = text.AsSpan().TrimStart("\"'“”„«»‘’‹›「『（(¿¡–—- ");
        foreach (var start in Unspaced)
        {
            if (line.StartsWith(start, StringComparison.Ordinal))
            {
                return 0;
            }
        }

        foreach (var phrase in Phrases)
        {
            if (line.StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && (line.Length == phrase.Length || !char.IsLetter(line[phrase.Length])))
            {
                return 0;
            }
        }

        var end = 0;
        while (end < line.Length && (char.IsLetter(line[end]) || char.GetUnicodeCategory(line[end]) == System.Globalization.UnicodeCategory.NonSpacingMark || line[end] is '\'' or '’' or '-'))
        {
            end++;
        }

        var word = line[..end].ToString().ToLowerInvariant();
        if (ByLanguage.TryGetValue(language is "no" or "nn" ? "nb" : language, out var words))
        {
            return words.Always.Contains(word) ? 0 : words.Often.Contains(word) || IsJoined(word) ? 0.5f : 1;
        }

        return ByLanguage.Values.Any(w => w.Always.Contains(word)) ? 0.5f : 1;
    }

    // Arabic writes "and" as the first letter of the next word.
    private static bool IsJoined(string word) => word.Length > 4 && word[0] == '\u0648';

    private static (FrozenSet<string> Always, FrozenSet<string> Often) Of(string words)
    {
        var slash = words.IndexOf('/', StringComparison.Ordinal);
        return (Set(words[..slash]), Set(words[(slash + 1)..]));
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
