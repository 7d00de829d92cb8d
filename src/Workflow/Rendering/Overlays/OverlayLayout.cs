using Gpu.Workflow.Pictures;
using Gpu.Workflow.Rendering.Text;
using Gpu.Workflow.Storyboards;
using SkiaSharp;

namespace Gpu.Workflow.Rendering.Overlays;

/// <summary>Finds a place for each caption and the logo: within the safe area, none over another.</summary>
internal sealed class OverlayLayout
{
    private readonly Storyboard _board;
    private readonly FontLibrary _fonts;
    private readonly FrameGeometry _geometry;
    private readonly List<PlacedOverlay> _placed = [];
    private readonly SortedSet<string> _missing = new(StringComparer.Ordinal);
    private bool _logoPlaced;

    private OverlayLayout(Storyboard board, FontLibrary fonts)
    {
        _board = board;
        _fonts = fonts;
        _geometry = new FrameGeometry(board.Width, board.Height);
    }

    private float Gap => 0.034f * _geometry.Unit;

    private float Rise => 0.035f * _geometry.Unit;

    /// <summary>Places a storyboard's captions and logo.</summary>
    /// <param name="board">The storyboard.</param>
    /// <param name="logo">Its logo; null where it has none or it could not be loaded.</param>
    /// <param name="fonts">The fonts, used again when the overlays are drawn.</param>
    /// <returns>The overlays, the last on top, and what could not be written.</returns>
    public static (IReadOnlyList<PlacedOverlay> Overlays, IReadOnlyList<string> Warnings) Place(Storyboard board, Bitmap? logo, FontLibrary fonts)
    {
        var layout = new OverlayLayout(board, fonts);
        var words = board.Captions.Select(layout.Prepare).OfType<Item>().ToList();
        foreach (var card in words.Where(w => w.Card is not null).GroupBy(w => w.Card!.Value))
        {
            var withLogo = logo is not null && layout.CardOf(board.Logo!.Start, board.Logo.Duration) == card.Key;
            layout.PlaceOnCard([.. card], withLogo ? logo : null);
        }

        if (logo is not null && !layout._logoPlaced)
        {
            layout.PlaceLogo(logo);
        }

        foreach (var item in words.Where(w => w.Card is null))
        {
            layout.PlaceOverPicture(item);
        }

        return (layout._placed, layout.Warnings());
    }

    private Item? Prepare(Caption caption)
    {
        var (text, missing) = TextCleaning.Clean(caption.Text, _fonts, _board.Language);
        if (missing.Length > 0)
        {
            _missing.Add(missing);
        }

        return text.Length == 0 ? null : new Item(caption, text, CardOf(caption.Start, caption.Duration));
    }

    // The card that a time belongs to; null where a picture is seen in it.
    private int? CardOf(double start, double duration)
    {
        const double Moment = 0.05;
        int? card = null;
        for (var i = 0; i < _board.Shots.Count; i++)
        {
            var begin = _board.Shots[i].Start;
            var end = i + 1 < _board.Shots.Count ? _board.Shots[i + 1].Start : double.PositiveInfinity;
            if (Math.Min(end, start + duration) - Math.Max(begin, start) > Moment)
            {
                if (_board.Shots[i].Picture is not null)
                {
                    return null;
                }

                card ??= i;
            }
        }

        return card;
    }

    // A card's words stand in the middle, one under the other; those of different times each for itself.
    private void PlaceOnCard(List<Item> items, Bitmap? logo)
    {
        while (items.Count > 0)
        {
            var group = Together(items);
            items.RemoveAll(group.Contains);
            var mark = logo is not null && Overlap(_board.Logo!.Start, _board.Logo.Duration, group) && !_logoPlaced
                ? LogoBox.Fit(logo, _geometry.Safe.Width * (_geometry.Landscape ? 0.36f : 0.6f), _geometry.Safe.Height * (_geometry.Landscape ? 0.22f : 0.14f), new StoryboardColours(_board.Style).Ground)
                : null;
            Stack([.. group.OrderBy(i => i.Caption.Role)], mark);
        }
    }

    private void Stack(List<Item> group, LogoBox? logo)
    {
        var room = _geometry.Safe.Height - (logo is null ? 0 : logo.Height + (2 * Gap)) - (2 * Gap * (group.Count - 1));
        var boxes = group.ConvertAll(i => Box(i, true, room / group.Count));
        var height = boxes.Sum(b => b.Height) + (2 * Gap * (group.Count - 1)) + (logo is null ? 0 : logo.Height + (2.4f * Gap));
        var y = _geometry.Safe.MidY - (height / 2);
        if (_geometry.Portrait)
        {
            // Above the middle of an upright frame the eye finds them sooner.
            y = Math.Max(_geometry.Safe.Top, y - (0.03f * _geometry.Height));
        }

        if (logo is not null)
        {
            AddLogo(logo, (_geometry.Width - logo.Width) / 2, y, Rise);
            y += logo.Height + (2.4f * Gap);
        }

        for (var i = 0; i < group.Count; i++)
        {
            Add(group[i].Caption, boxes[i], (_geometry.Width - boxes[i].Width) / 2, y);
            y += boxes[i].Height + (2 * Gap);
        }
    }

    private void PlaceOverPicture(Item item)
    {
        var safe = _geometry.Safe;
        var box = Box(item, false, safe.Height * (item.Caption.Role == CaptionRole.Headline ? 0.6f : 0.5f));
        var atStart = _board.RightToLeft ? safe.Right - box.Width : safe.Left;
        var atEnd = _board.RightToLeft ? safe.Left : safe.Right - box.Width;
        var middle = (_geometry.Width - box.Width) / 2;
        var (x, y) = item.Caption.Role switch
        {
            CaptionRole.Price => (atEnd, safe.Top),
            CaptionRole.CallToAction => (middle, safe.Bottom - box.Height),
            _ => (_geometry.Landscape ? atStart : middle, safe.Bottom - box.Height),
        };

        // What is there at the same time is not covered: words move up, a price down, while there is room.
        foreach (var other in _placed.Where(p => p.Start < item.Caption.Start + item.Caption.Duration && item.Caption.Start < p.Start + p.Duration)
            .OrderBy(p => item.Caption.Role == CaptionRole.Price ? p.Box.Top : -p.Box.Bottom))
        {
            if (SKRect.Create(x, y, box.Width, box.Height).IntersectsWith(other.Box))
            {
                y = item.Caption.Role == CaptionRole.Price ? other.Box.Bottom + Gap : other.Box.Top - Gap - box.Height;
            }
        }

        Add(item.Caption, box, x, Math.Clamp(y, safe.Top, safe.Bottom - box.Height));
    }

    private void PlaceLogo(Bitmap logo)
    {
        var card = CardOf(_board.Logo!.Start, _board.Logo.Duration);
        var safe = _geometry.Safe;
        if (card is not null)
        {
            var alone = LogoBox.Fit(logo, safe.Width * 0.6f, safe.Height * 0.4f, new StoryboardColours(_board.Style).Ground);
            AddLogo(alone, (_geometry.Width - alone.Width) / 2, safe.MidY - (alone.Height / 2), Rise);
            return;
        }

        var small = LogoBox.Fit(logo, 0.24f * _geometry.Unit * (_geometry.Landscape ? 1.4f : 1), 0.1f * _geometry.Unit, null);
        AddLogo(small, _board.RightToLeft ? safe.Right - small.Width : safe.Left, safe.Top, 0);
    }

    private CaptionBox Box(Item item, bool onCard, float height) =>
        CaptionBox.Set(item.Text, item.Caption.Role, _fonts, _board, _geometry, onCard, height);

    private void Add(Caption caption, CaptionBox box, float x, float y) =>
        Place(SKRect.Create(x, y, box.Width, box.Height), caption.Start, caption.Duration, Rise, canvas => box.Draw(canvas, x, y));

    private void AddLogo(LogoBox logo, float x, float y, float rise)
    {
        _logoPlaced = true;
        Place(SKRect.Create(x, y, logo.Width, logo.Height), _board.Logo!.Start, _board.Logo.Duration, rise, canvas => logo.Draw(canvas, x, y));
    }

    // What is there in the ad's last half frame stays to its end.
    private void Place(SKRect box, double start, double duration, float rise, Action<SKCanvas> draw) =>
        _placed.Add(new PlacedOverlay(OverlayImage.Even(box), start, duration, rise, draw) { Stays = start + duration >= _board.Duration - (0.5 / _board.FramesPerSecond) });

    private List<string> Warnings() => _missing.Count == 0 ? [] :
    [
        $"No font on this machine has the characters {string.Concat(string.Concat(_missing).EnumerateRunes().Distinct().Take(40))}: they are left out. " +
        "Install a font that has them (Debian: apt-get install fonts-noto-cjk for Japanese, Chinese and Korean, fonts-noto-core for most others).",
    ];

    private static List<Item> Together(List<Item> items)
    {
        var group = new List<Item> { items[0] };
        for (var grown = true; grown;)
        {
            var more = items.Where(i => !group.Contains(i) && Overlap(i.Caption.Start, i.Caption.Duration, group)).ToList();
            group.AddRange(more);
            grown = more.Count > 0;
        }

        return group;
    }

    private static bool Overlap(double start, double duration, List<Item> group) =>
        group.Exists(g => g.Caption.Start < start + duration && start < g.Caption.Start + g.Caption.Duration);

    private sealed record Item(Caption Caption, string Text, int? Card);
}
