using System.CommandLine;
using Gpu.Workflow.Avatars;

namespace Gpu.Cli.Options;

/// <summary>The option that says who presents an ad.</summary>
internal static class AvatarOptions
{
    public static Option<string?> Avatar { get; } = Option();

    /// <summary>The presenter's own voice; null where there is none.</summary>
    public static string? Voice(ParseResult parsed) => AvatarCatalogue.Find(parsed.GetValue(Avatar))?.Voice;

    private static Option<string?> Option()
    {
        var option = Values.Option("--avatar", $"Who presents the ad: {AvatarCatalogue.Names} (see gpu avatars), a picture of yours, or none. [default: none, or the storyboard's]", "NAME|FILE", AvatarCatalogue.Accepted, (string text, out string? value) =>
        {
            value = AvatarCatalogue.Find(text)?.Name ?? text;
            return AvatarCatalogue.Find(text) is not null || text == AvatarCatalogue.None || File.Exists(text);
        });
        option.CompletionSources.Add([.. AvatarCatalogue.All.Select(static a => a.Name), AvatarCatalogue.None]);
        return option;
    }
}
