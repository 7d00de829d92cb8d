using Gpu.Workflow.Avatars;
using Gpu.Workflow.Pictures;
using Gpu.Workflow.Rendering.Text;
using Gpu.Workflow.Sound;
using Gpu.Workflow.Storyboards;
using SkiaSharp;

namespace Gpu.Workflow.Rendering.Overlays;

/// <summary>Finds a place for each caption and the logo: within the safe area, none over another.</summary>
internal sealed class OverlayLayout
{
    private readonly Storyboard _board;
    private readonly FontLibrary _fonts;
    private readonly FrameGeometry _geometry;
    private readonly StoryStyle _style;
    private readonly CaptionOverlays _captions;

    // A presenter's place, and the frame without it, for words over pictures and on cards; where there is none, the frame.
    private readonly SKRect? _presenter;
    private readonly FrameGeometry _beside;
    private readonly FrameGeometry _clear;
    private readonly FrameGeometry _otherwise;
    private readonly List<PlacedOverlay> _placed = [];
    private readonly SortedSet<string> _missing = new(StringComparer.Ordinal);
    private bool _logoPlaced;

    private OverlayLayout(Storyboard board, FontLibrary fonts, IReadOnlyList<SpokenLine> lines)
    {
        _style = StoryStyle.Of(board.Style);
        _captions = new CaptionOverlays(board, _style, lines);
        _board = board;
        _fonts = fonts;
        _geometry = new FrameGeometry(board.Width, board.Height);
        _presenter = AvatarPlace.Of(board, _geometry.Safe);
        (_beside, _clear, _otherwise) = (_geometry, _geometry, _geometry);
        if (_presenter is { } presenter)
        {
            // Lines stand beside who says them while there is room for words; cards of upright frames have theirs above.
            const float Room = 0.55f;
            var (beside, above) = (_geometry.Beside(presenter, Gap), _geometry.Above(presenter, Gap));
            _beside = _geometry.Landscape || beside.Safe.Width >= Room * _geometry.Safe.Width ? beside : above;
            (_clear, _otherwise) = _geometry.Landscape ? (beside, above) : (above, beside);
        }
    }

    private float Gap => 0.034f * _geometry.Unit;

    /// <summary>Places a storyboard's captions and logo.</summary>
    /// <param name="board">The storyboard.</param>
    /// <param name="logo">Its logo; null where it has none or it could not be loaded.</param>
    /// <param name="fonts">The fonts, used again when the overlays are drawn.</param>
    /// <param name="lines">What the voice says; null for nothing.</param>
    /// <param name="pictures">The pictures of the storyboard's own overlays, in their order; null where there are none.</param>
    /// <returns>The overlays, the last on top, and what could not be written.</returns>
    public static (IReadOnlyList<PlacedOverlay> Overlays, IReadOnlyList<string> Warnings) Place(Storyboard board, Bitmap? logo, FontLibrary fonts, IReadOnlyList<SpokenLine>? lines = null, IReadOnlyList<Bitmap?>? pictures = null)
    {
        var layout = new OverlayLayout(board, fonts, lines ?? []);
        var words = board.Captions.Where(c => board.CaptionMode != CaptionMode.None || c.Role != CaptionRole.Line).Select(layout.Prepare).OfType<Item>().ToList();
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

        for (var i = 0; i < board.Overlays.Count; i++)
        {
            layout.PlaceFree(board.Overlays[i], pictures?[i]);
        }

        return (layout._placed, layout.Warnings());
    }

    private Item? Prepare(Caption caption)
    {
        var text = Clean(caption.Text);
        text = _style.Capitals && caption.Role == CaptionRole.Headline ? Capitals.Of(text, _board.Language) : text;

        // What has a place of its own keeps it on cards too.
        return text.Length == 0 ? null : new Item(caption, text, CardOf(caption.Start, caption.Duration));
    }

    private string Clean(string words)
    {
        var (text, missing) = TextCleaning.Clean(words, _fonts, _board.Language);
        if (missing.Length > 0)
        {
            _missing.Add(missing);
        }

        return text;
    }

    private void PlaceFree(StoryboardOverlay overlay, Bitmap? picture)
    {
        if (FreeOverlays.Place(_board, overlay, overlay.Text is { } text ? Clean(text) : "", picture, _fonts, _captions) is { } placed)
        {
            _placed.Add(placed);
        }
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
            var mark = logo is not null && Overlap(_board.Logo!.Start, _board.Logo.Duration, group) && !_logoPlaced ? logo : null;
            List<Item> ordered = [.. group.OrderBy(i => i.Caption.Role)];

            // Where the words would run into a presenter, all of them stand clear of it: on the other side, where one has no room.
            if (!Stack(ordered, mark, _geometry) && !Stack(ordered, mark, _clear) && !Stack(ordered, mark, _otherwise))
            {
                Stack(ordered, mark, _clear, anyhow: true);
            }
        }
    }

    private bool Stack(List<Item> group, Bitmap? mark, FrameGeometry geometry, bool anyhow = false)
    {
        var safe = geometry.Safe;
        var logo = mark is null ? null : Fit(mark, safe.Width * (geometry.Landscape ? 0.36f : 0.6f), safe.Height * (geometry.Landscape ? 0.22f : 0.14f), new StoryboardColours(_board.Style).Ground);
        var room = safe.Height - (logo is null ? 0 : logo.Height + (2 * Gap)) - (2 * Gap * (group.Count - 1));
        var boxes = group.ConvertAll(i => Box(i, true, room / group.Count, geometry));
        var height = boxes.Sum(b => b.Height) + (2 * Gap * (group.Count - 1)) + (logo is null ? 0 : logo.Height + (2.4f * Gap));
        var y = safe.MidY - (height / 2);
        if (geometry.Portrait)
        {
            // Above the middle of an upright frame the eye finds them sooner.
            y = Math.Max(safe.Top, y - (0.03f * geometry.Height));
        }

        var widest = boxes.Max(b => b.Width);
        if (!anyhow && MeetsPresenter(SKRect.Create(safe.MidX - (widest / 2), y, widest, height)))
        {
            return false;
        }

        if (logo is not null)
        {
            AddLogo(logo, safe.MidX - (logo.Width / 2), y);
            y += logo.Height + (2.4f * Gap);
        }

        for (var i = 0; i < group.Count; i++)
        {
            Add(group[i], boxes[i], safe.MidX - (boxes[i].Width / 2), y);
            y += boxes[i].Height + (2 * Gap);
        }

        return true;
    }

    private bool MeetsPresenter(SKRect box)
    {
        box.Inflate(Gap / 2, Gap / 2);
        return _presenter is { } presenter && box.IntersectsWith(presenter);
    }

    private void PlaceOverPicture(Item item)
    {
        // A price stands at the top, where a presenter is not.
        var geometry = item.Caption.Role == CaptionRole.Price ? _geometry : _beside;
        var safe = geometry.Safe;
        var height = Math.Min(safe.Height, _geometry.Safe.Height * (item.Caption.Role == CaptionRole.Headline ? 0.6f : 0.5f));
        var box = Box(item, false, height, _geometry);
        box = box.Width <= safe.Width ? box : Box(item, false, height, geometry);
        var atStart = _board.RightToLeft ? safe.Right - box.Width : safe.Left;
        var atEnd = _board.RightToLeft ? safe.Left : safe.Right - box.Width;
        var middle = Math.Clamp((_geometry.Width - box.Width) / 2, safe.Left, Math.Max(safe.Left, safe.Right - box.Width));
        var (x, y) = item.Caption.Role switch
        {
            CaptionRole.Price => (atEnd, safe.Top),
            CaptionRole.CallToAction => (middle, safe.Bottom - box.Height),
            _ => (_geometry.Landscape || _presenter is not null ? atStart : middle, safe.Bottom - box.Height),
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

        Add(item, box, x, Math.Clamp(y, safe.Top, safe.Bottom - box.Height));
    }

    private void PlaceLogo(Bitmap logo)
    {
        var card = CardOf(_board.Logo!.Start, _board.Logo.Duration);
        var safe = _geometry.Safe;
        if (card is not null)
        {
            safe = _clear.Safe;
            var alone = Fit(logo, safe.Width * 0.6f, safe.Height * 0.4f, new StoryboardColours(_board.Style).Ground);
            AddLogo(alone, safe.MidX - (alone.Width / 2), safe.MidY - (alone.Height / 2));
            return;
        }

        var small = Fit(logo, 0.24f * _geometry.Unit * (_geometry.Landscape ? 1.4f : 1), 0.1f * _geometry.Unit, null);
        AddLogo(small, _board.RightToLeft ? safe.Right - small.Width : safe.Left, safe.Top);
    }

    private CaptionBox Box(Item item, bool onCard, float height, FrameGeometry geometry) =>
        CaptionBox.Set(item.Text, item.Caption, _fonts, _board, geometry, onCard, height);

    private void Add(Item item, CaptionBox box, float x, float y)
    {
        if (item.Caption.Place is { } place)
        {
            var safe = _geometry.Safe;
            x = Math.Clamp(((float)place.X * _geometry.Width) - (box.Width / 2), safe.Left, Math.Max(safe.Left, safe.Right - box.Width));
            y = Math.Clamp(((float)place.Y * _geometry.Height) - (box.Height / 2), safe.Top, Math.Max(safe.Top, safe.Bottom - box.Height));
        }

        _placed.AddRange(_captions.Of(item.Caption, item.Text, box, x, y));
    }

    private void AddLogo(LogoBox logo, float x, float y)
    {
        _logoPlaced = true;
        var plan = _board.Logo!;
        if (plan.Place is { } place)
        {
            (x, y) = (((float)place.X * _geometry.Width) - (logo.Width / 2), ((float)place.Y * _geometry.Height) - (logo.Height / 2));
        }

        var motion = _captions.Logo;
        _placed.Add(new PlacedOverlay(OverlayImage.Even(SKRect.Create(x, y, logo.Width, logo.Height)), plan.Start, plan.Duration, motion, _captions.Travel(motion, _board.RightToLeft), canvas => logo.Draw(canvas, x, y)) { Stays = _captions.Stays(plan.Start + plan.Duration) });
    }

    // The width that the storyboard asks for, or what suits the place.
    private LogoBox Fit(Bitmap logo, float width, float height, SKColor? ground) =>
        _board.Logo?.Width is { } wish ? LogoBox.Fit(logo, (float)wish * _geometry.Width, _geometry.Height, ground) : LogoBox.Fit(logo, width, height, ground);

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
