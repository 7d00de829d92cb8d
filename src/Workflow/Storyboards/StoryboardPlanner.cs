using Gpu.Workflow.Extraction;
using Gpu.Workflow.Pictures;
using Gpu.Workflow.Suggestions;
using Gpu.Workflow.Wording;

namespace Gpu.Workflow.Storyboards;

/// <summary>
/// Plans an ad: a hook over the best picture, lines in the page's order over pictures that belong to them, a closing card
/// with logo, price and call to action.
/// </summary>
internal sealed class StoryboardPlanner : IStoryboardPlanner
{
    /// <inheritdoc/>
    public Storyboard Plan(PageContent content, IReadOnlyList<Suggestion> suggestions, IReadOnlyDictionary<Uri, PictureSize> pictures, StoryboardOptions options)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(suggestions);
        ArgumentNullException.ThrowIfNull(pictures);
        ArgumentNullException.ThrowIfNull(options);
        var script = PlanScript.From(content, suggestions);
        var segments = PlanTiming.Divide(script, options.Duration, options.Sound?.Voice is not null);
        var logo = Logo(content, suggestions, pictures, segments);
        var shown = PlanPicture.From(suggestions, pictures, options);
        var captions = PlanCaptions.Make(script, segments, logo is not null, cards: shown.Count < 2);
        var chosen = suggestions.FirstOrDefault(static s => s is { Selected: true, Style: not null })?.Style;
        var style = StoryStyle.Find(options.Style ?? chosen?.Look);
        var shots = PlanShots.Make(segments, shown, PlanTransition.From(suggestions, style, content.RightToLeft), options);
        var storyboard = new Storyboard
        {
            Title = Title(content, script),
            Language = content.Language,
            RightToLeft = content.RightToLeft,
            Width = options.Width,
            Height = options.Height,
            FramesPerSecond = options.FramesPerSecond,
            Duration = options.Duration,
            Style = Style(suggestions, chosen, style),
            CaptionMode = options.Captions,
            Grade = style?.Grade is { IsNone: false } grade ? grade : null,
            Frame = style is { Vignette: > 0 } ? new FramePlan(style.Vignette) : null,
            Shots = shots,
            Captions = captions,
            Logo = logo,
            Sound = PlanSound.Make(options, suggestions, shots, captions, segments),
            // Where reading ends, so that lines begin in the free corner.
            Avatar = options.Avatar is { } avatar && content.RightToLeft ? avatar with { Corner = AvatarCorner.BottomLeft } : options.Avatar,
        };
        StoryboardCheck.Check(storyboard);
        return storyboard;
    }

    private static string Title(PageContent content, PlanScript script) =>
        Terms.Tidy(content.Title) is { Length: > 0 } title ? title : script.Headline.Length > 0 ? script.Headline : script.Brand.Length > 0 ? script.Brand : content.Url.Host;

    // The colours that were suggested for the style that is used: that of the options, or the one that is selected.
    private static StoryboardStyle Style(IReadOnlyList<Suggestion> suggestions, SuggestedStyle? chosen, StoryStyle? style)
    {
        var colours = suggestions.FirstOrDefault(s => style is not null && string.Equals(s.Style?.Look, style.Name, StringComparison.OrdinalIgnoreCase))?.Style ?? chosen;
        var plain = new StoryboardStyle { Name = style?.Name ?? StoryStyle.Default };
        return colours is null ? plain : plain with { Background = colours.Background, Foreground = colours.Foreground, Accent = colours.Accent };
    }

    // Where logos were suggested, only one that is selected: an edit may have dropped it.
    private static LogoPlacement? Logo(PageContent content, IReadOnlyList<Suggestion> suggestions, IReadOnlyDictionary<Uri, PictureSize> pictures, IReadOnlyList<PlanSegment> segments) =>
        (suggestions.Any(static s => s.Kind == SuggestionKind.Logo) ? suggestions.FirstOrDefault(static s => s is { Kind: SuggestionKind.Logo, Selected: true })?.Image?.Url : content.Logo) is { } logo && pictures.ContainsKey(logo) && segments[^1] is { Kind: PlanSegmentKind.Closing } closing
            ? Place(logo.OriginalString, closing)
            : null;

    // When its card is half there.
    private static LogoPlacement Place(string picture, PlanSegment closing)
    {
        var lead = PlanTiming.Round(Math.Min(0.3, closing.Duration / 10));
        return new LogoPlacement { Picture = picture, Start = PlanShots.Seconds(closing.Start + lead), Duration = PlanShots.Seconds(closing.Duration - lead) };
    }
}
