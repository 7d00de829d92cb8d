using System.Text.RegularExpressions;

namespace Gpu.Workflow.Suggestions.Words;

/// <summary>What a page says of itself and to its visitor: consent, navigation, rights, credits. None of it belongs in an ad.</summary>
internal static partial class PageTalk
{
    /// <summary>Whether a text is of the page rather than of its subject.</summary>
    public static bool Is(string text) => Latin().IsMatch(text) || Others().IsMatch(text) || Credits().IsMatch(text);

    /// <summary>Whether a request only answers a dialogue of the page: consent, closing, searching, playing.</summary>
    public static bool IsControl(string text) => Controls().IsMatch(text);

    [GeneratedRegex(
        // English
        @"\b(cookies?|newsletters?|privacy (policy|settings)|terms (of (use|service)|and conditions)|all rights reserved|copyright|log ?in|sign in|javascript|your browser|unsubscribe|share (this|on|via)|follow us|click (here|on|the|to)|read (more|also|next|on)|leave a comment|comments? (are )?(closed|off)|related (articles|posts|stories)|advertise?ments?|sponsored|posted (on|by|in)|filed under|last updated|this (article|post|web ?page|website)|editor.s note|scroll down|sign up (for|to)|subscribe (to|now)|live ?blog|logging off|daily values?|(in|see|listed|shown|comments?) below|print preview|table of contents|page not found|permalink)\b|" +
        // German
        @"\b(Datenschutz\w*|Impressum|AGB|klicken Sie|hier klicken|per Klick|anmelden|registrieren|Kommentare?|Fragen (und|zu) (Anregungen|diesem)|diese[mnrs]? (Artikel|Beitrag|Seite|Website)|Artikel (teilen|drucken)|lesen Sie (auch|mehr|hier)|mehr zum Thema|weiterlesen|abonnieren|alle Rechte vorbehalten|in Kontakt treten|zum Seitenanfang|wenden Sie sich|Antworten auf Ihre Fragen|per E-?Mail an|Ihren? Browser|Inhaltsverzeichnis|Anzeige|Druck(dialog|vorschau|ansicht)|live-?(blog|ticker)|hier finden Sie (alle|weitere|mehr)|(siehe|sehen Sie) unten|im Rahmen der Serie)\b|" +
        // French, Italian, Spanish, Portuguese
        @"\b(mentions légales|mesure d.audience|réseaux sociaux|télécharger ce|cliqu(er|ez|ant) (sur|ici)|en cliquant|partagez? (sur|avec|cet)|abonne[zr](-vous)?|inscrivez-vous|(à )?lire (aussi|la suite)|tous droits réservés|politique de confidentialité|cet article|votre navigateur|liste de lecture|vous aimerez|(poids|taille) du fichier|en savoir plus sur|blog animé par)\b|" +
        @"\b(iscriviti|clicca (qui|su)|leggi (anche|tutto)|tutti i diritti|condividi|questo articolo|informativa)\b|" +
        @"\b(regístrate|suscríb\w+|haz clic|canal de YouTube|síguenos|(leer|lea|ver) (más|también)|todos los derechos|política de privacidad|este artículo|redes sociales|inscreva-se|clique aqui|leia (também|mais)|todos os direitos|compartilh\w+|este artigo)\b|" +
        // Dutch and the north
        @"\b(klik hier|lees (ook|meer|verder)|meld je aan|schrijf je in|dit artikel|alle rechten|läs (mer|också)|klicka här|läs även|les (mer|også)|klikk her|læs (mere|også)|klik her|prenumerera|lue (lisää|myös))\b|" +
        // Polish, Czech, Hungarian, Romanian, Turkish
        @"\b(kliknij|(czytaj|zobacz|przeczytaj) (też|także|również|więcej)|zapisz się|polityka prywatności|wszelkie prawa|klikněte|čtěte (také|více)|přihlas\w+|kattints\w*|citește (și|mai)|tıkla\w*|abone ol\w*)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Latin();

    [GeneratedRegex(
        @"©|подпис(аться|ывайтесь|ка)|читайте также|все права|нажмите|підпис(атися|уйтесь)|читайте також|διαβάστε (επίσης|περισσότερα|ακόμη)|" +
        @"クッキー|プライバシー|クリック|続きを読む|無断転載|会員登録|ログイン|Cookie|点击|版权所有|责任编辑|转载|未经授权|扫码|关注我们|點擊|版權所有|무단 ?전재|클릭|구독|로그인|" +
        @"ملفات تعريف الارتباط|اضغط هنا|اشترك|جميع الحقوق|فيما يلي|اقرأ (أيضا|أيضاً|المزيد)|תנאי שימוש|עוגיות|לחצו כאן|כל הזכויות|הירשמו",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Others();

    // "(picture alliance / dpa / Oliver Berg)", "Photo: Getty", "Quelle: Amt"
    [GeneratedRegex(@"^\W*(foto|fotos|photo|photos|bild|bilder|picture|image|images|quelle|source|crédits?|credits?|fotó|zdjęcie|фото|写真|图|图片|صورة)\b[^.!?]{0,40}[:/©]|picture alliance|\b(Getty|Wikimedia|Shutterstock|Unsplash|CC[ -]BY)\b|/ ?(dpa|AFP|Reuters|imago|EPA)\b|\b(dpa|AFP|Reuters|imago|EPA) ?/|^\W*(by|von|par|por) \p{Lu}\w+ \p{Lu}\w+\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Credits();

    [GeneratedRegex(@"^\W*(yes|no|ok|okay|ja|nein|oui|non|sí|si|sim|tak|nie|да|нет|はい|确定|agree|accept( all)?|allow( all)?|close|cancel|search|menu|login|log in|sign in|start|play|next|back|previous|share|print|send|submit|go|more|akzeptieren|alle akzeptieren|anmelden|einloggen|registrieren|zustimmen|schließen|suchen|suche|weiter|zurück|teilen|drucken|senden|absenden|connexion|s.inscrire|accepter|tout accepter|fermer|rechercher|suivant|envoyer|ajouter à la playlist|aceptar|cerrar|buscar|enviar|accetta|chiudi|cerca|invia|aceitar|fechar|zamknij|akceptuję|szukaj|wyślij|accepteren|sluiten|zoeken|принять|закрыть|поиск|同意|検索|閉じる|搜索|关闭|موافق|بحث|إغلاق|אישור|חיפוש|סגור)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Controls();
}
