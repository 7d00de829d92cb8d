using System.CommandLine;
using Gpu.Workflow.Storyboards;

namespace Gpu.Cli.Options;

/// <summary>The options that say what an ad looks like.</summary>
internal static class LookOptions
{
    public static Option<string?> Style { get; } = Values.Option("--style", $"The style: {Names}; see gpu styles. [default: what goes with the page]", "NAME", Names, (string text, out string? value) =>
    {
        value = text;
        return StyleInfo.All.Any(s => s.Name == text);
    });

    public static Option<CaptionMode?> Captions { get; } = Values.Choice("--captions", "How what is said is seen: line by line, with the spoken word standing out, or not at all. [default: lines]", new Dictionary<string, CaptionMode>
    {
        ["lines"] = CaptionMode.Lines,
        ["words"] = CaptionMode.Words,
        ["none"] = CaptionMode.None,
    });

    public static IEnumerable<Option> All => [Style, Captions];

    private static string Names => string.Join(", ", StyleInfo.All.Select(static s => s.Name));
}
