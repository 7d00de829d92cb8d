using System.Globalization;
using System.Net;
using System.Text;
using Gpu.Workflow.Suggestions;

namespace Gpu.Cli.Commands.Suggest;

/// <summary>Writes the suggestions of one kind into the page.</summary>
internal sealed class SuggestPageKind(StringBuilder html, SuggestOutput page, Dictionary<Uri, string> pictures)
{
    private const int NextBest = 5;

    private static readonly Dictionary<SuggestionKind, string> Titles = new()
    {
        [SuggestionKind.Headline] = "Headline",
        [SuggestionKind.Script] = "Script",
        [SuggestionKind.Caption] = "Captions",
        [SuggestionKind.Image] = "Pictures and their crops",
        [SuggestionKind.CallToAction] = "Call to action",
        [SuggestionKind.Logo] = "Logo",
        [SuggestionKind.Style] = "Style",
        [SuggestionKind.Music] = "Music",
        [SuggestionKind.SoundEffect] = "Sound effects",
        [SuggestionKind.Transition] = "Transition",
        [SuggestionKind.Duration] = "Duration",
    };

    /// <summary>Words of a page as text.</summary>
    public static string Text(string? text) => WebUtility.HtmlEncode(Terminal.Safe(text ?? ""));

    public void Write(SuggestionKind kind, IReadOnlyList<Suggestion> suggestions)
    {
        // Crops are drawn on their pictures.
        if (kind == SuggestionKind.Crop)
        {
            return;
        }

        var used = suggestions.Where(static s => s.Selected).ToArray();
        var rest = suggestions.Where(static s => !s.Selected && s.Kind != SuggestionKind.Caption).ToArray();
        html.Append(CultureInfo.InvariantCulture, $"<h2>{Titles[kind]} <small>{used.Length} of {suggestions.Count} used</small></h2>\n<div class=\"{(kind == SuggestionKind.Image ? "images" : "list")}\">\n");
        foreach (var suggestion in used.Concat(rest.Take(NextBest)))
        {
            One(suggestion);
        }

        html.Append("</div>\n");
        if (rest.Length > NextBest)
        {
            html.Append(CultureInfo.InvariantCulture, $"<details><summary>{rest.Length - NextBest} more</summary><div class=\"list\">\n");
            foreach (var suggestion in rest.Skip(NextBest))
            {
                One(suggestion);
            }

            html.Append("</div></details>\n");
        }
    }

    private void One(Suggestion suggestion)
    {
        html.Append(CultureInfo.InvariantCulture, $"<article class=\"{(suggestion.Selected ? "used" : "spare")}\">");
        if (suggestion.Image is { } image && pictures.GetValueOrDefault(image.Url) is { } data)
        {
            Picture(suggestion, data);
        }

        if (suggestion.Style is { } style)
        {
            Style(style);
        }

        html.Append(CultureInfo.InvariantCulture, $"<div class=\"body\"><p class=\"text\" dir=\"auto\">{Text(Words(suggestion))}</p>");
        if (suggestion.Original is { } original)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"note\" dir=\"auto\">was: {Text(original)}</p>");
        }

        html.Append(CultureInfo.InvariantCulture, $"<p class=\"meta\"><code>{Text(suggestion.Id)}</code>{Seconds(suggestion)}{(suggestion.Composed ? " · composed" : "")}{(suggestion.Pinned ? " · pinned" : "")}</p>");
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"score\"><i style=\"width:{100 * Math.Clamp(suggestion.Score, 0, 1):0.#}%\"></i><b>{suggestion.Score:0.000}</b></div>");
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"why\">{Text(suggestion.Reason)}</p>");
        Features(suggestion);
        html.Append("</div></article>\n");
    }

    private static string Words(Suggestion suggestion) => suggestion.Text.Length > 0 ? suggestion.Text : suggestion.Image is { Url.Scheme: not "data" } image ? image.Url.Segments.LastOrDefault() ?? "" : "(no words)";

    private static string Seconds(Suggestion suggestion) => suggestion.Seconds is { } seconds ? string.Create(CultureInfo.InvariantCulture, $" · {seconds:0.0} s") : suggestion.Music is { } music ? $" · {music.BeatsPerMinute} beats a minute" : "";

    // Each feature's part of the score: its bar is as wide as its weight, filled as far as its value.
    private void Features(Suggestion suggestion)
    {
        html.Append("<div class=\"features\">");
        foreach (var (name, value) in suggestion.Features)
        {
            var weight = suggestion.Weights.GetValueOrDefault(name);
            html.Append(CultureInfo.InvariantCulture, $"<span title=\"{name}: {value:0.00} x {weight:0.00}\" style=\"flex-grow:{weight:0.####}\"><i style=\"width:{100 * value:0.#}%\"></i><em>{name}</em></span>");
        }

        html.Append("</div>");
    }

    private void Picture(Suggestion suggestion, string data)
    {
        html.Append(CultureInfo.InvariantCulture, $"<figure><img src=\"{data}\" alt=\"{Text(suggestion.Text)}\">");
        var crops = page.Suggestions.Where(s => s.Crop is not null && s.For == suggestion.Id).ToArray();
        foreach (var crop in crops.Select(static s => s.Crop!))
        {
            html.Append(CultureInfo.InvariantCulture, $"<div class=\"crop\" data-aspect=\"{crop.Aspect}\" style=\"left:{100 * crop.X:0.##}%;top:{100 * crop.Y:0.##}%;width:{100 * crop.Width:0.##}%;height:{100 * crop.Height:0.##}%\"><span>{crop.Aspect}</span></div>");
        }

        html.Append("</figure>");
        if (crops.Length > 0)
        {
            html.Append("<div class=\"crops\">");
            foreach (var crop in crops)
            {
                Cut(crop, data);
            }

            html.Append("</div>");
        }
    }

    // What the frame will show: the picture behind a window of the frame's shape.
    private void Cut(Suggestion suggestion, string data)
    {
        var crop = suggestion.Crop!;
        html.Append(CultureInfo.InvariantCulture, $"<div title=\"{Text(suggestion.Id)} {suggestion.Score:0.000}\" style=\"aspect-ratio:{crop.Aspect.Replace(':', '/')}\"><img src=\"{data}\" alt=\"{crop.Aspect}\" style=\"width:{100 / crop.Width:0.##}%;height:{100 / crop.Height:0.##}%;left:{-100 * crop.X / crop.Width:0.##}%;top:{-100 * crop.Y / crop.Height:0.##}%\"></div>");
    }

    private void Style(SuggestedStyle style)
    {
        var face = style.Font switch { "serif" => "serif", "mono" => "monospace", "rounded" => "ui-rounded,sans-serif", _ => "sans-serif" };
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"card\" style=\"background:{style.Background};color:{style.Foreground};font-family:{face};font-weight:{(style.Font == "display" ? 900 : 600)}\">{Text(page.Title)}<b style=\"background:{style.Accent};color:{style.Background}\">{style.Look}</b></div><div class=\"swatches\">");
        foreach (var colour in (string[])[style.Background, style.Foreground, style.Accent, .. style.Palette])
        {
            html.Append(CultureInfo.InvariantCulture, $"<i style=\"background:{colour}\" title=\"{colour}\"></i>");
        }

        html.Append("</div>");
    }
}
