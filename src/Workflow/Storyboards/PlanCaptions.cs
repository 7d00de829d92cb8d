namespace Gpu.Workflow.Storyboards;

/// <summary>Puts a script's words over its segments.</summary>
internal static class PlanCaptions
{
    // Words come when the picture under them is half there; those of a card, which bring no ground of their own, when it
    // is there, one after the other.
    private const double Lead = 0.25;
    private const double CardLead = 0.5;
    private const double Stagger = 0.15;

    /// <summary>The captions of an ad.</summary>
    /// <param name="script">The words.</param>
    /// <param name="segments">When they are seen.</param>
    /// <param name="logo">Whether a logo closes the ad.</param>
    /// <param name="cards">Whether words may stand on cards in place of pictures.</param>
    public static IReadOnlyList<Caption> Make(PlanScript script, IReadOnlyList<PlanSegment> segments, bool logo, bool cards)
    {
        var captions = new List<Caption>();
        foreach (var segment in segments)
        {
            if (segment.Kind == PlanSegmentKind.Closing)
            {
                Close(captions, script, segment, logo);
            }
            else if (segment.Text.Length > 0)
            {
                var role = segment.Kind == PlanSegmentKind.Hook ? CaptionRole.Headline : CaptionRole.Line;
                captions.Add(Say(segment.Text, role, segment, segment.Start == 0 ? 0 : Lead, cards ? double.PositiveInfinity : Longest(segment.Text)));
            }
        }

        return captions;
    }

    private static void Close(List<Caption> captions, PlanScript script, PlanSegment segment, bool logo)
    {
        var first = captions.Count;
        double Next() => CardLead + (Stagger * (captions.Count - first));

        // Without a logo, or without anything else to say, the name stands for it.
        if (script.Brand.Length > 0 && (!logo || (script.Price is null && script.CallToAction is null)))
        {
            captions.Add(Say(script.Brand, CaptionRole.Headline, segment, Next(), double.PositiveInfinity));
        }

        if (script.Price is { } price)
        {
            captions.Add(Say(price, CaptionRole.Price, segment, Next(), double.PositiveInfinity));
        }

        if (script.CallToAction is { } call)
        {
            captions.Add(Say(call, CaptionRole.CallToAction, segment, Next(), double.PositiveInfinity));
        }

        if (script.Address is { } address)
        {
            captions.Add(Say(address, CaptionRole.Address, segment, Next(), double.PositiveInfinity));
        }
    }

    private static Caption Say(string text, CaptionRole role, PlanSegment segment, double lead, double longest)
    {
        lead = PlanTiming.Round(Math.Min(lead, Math.Max(segment.Duration / 10, segment.Duration - 1.8)));
        return new Caption
        {
            Text = text.Length <= StoryboardLimits.MaxCaptionLength ? text : text[..StoryboardLimits.MaxCaptionLength],
            Role = role,
            Start = PlanShots.Seconds(segment.Start + lead),
            Duration = PlanShots.Seconds(Math.Min(segment.Duration - lead, longest)),
        };
    }

    // In a long ad with few words they do not stand all the time; a card without them would be empty.
    private static double Longest(string text) => PlanTiming.Round((2 * PlanWords.Time(text, spoken: false)) + 2);
}
