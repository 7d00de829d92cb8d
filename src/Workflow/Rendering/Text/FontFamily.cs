namespace Gpu.Workflow.Rendering.Text;

/// <summary>Fonts of one design, by the names that storyboards use.</summary>
/// <param name="Name">The name.</param>
/// <param name="Display">The shipped file for headlines, prices and buttons.</param>
/// <param name="Text">The shipped file for sentences.</param>
internal sealed record FontFamily(string Name, string Display, string Text)
{
    /// <summary>Inter: it has the most letters, and stands in where another lacks one.</summary>
    public static FontFamily Sans { get; } = new("sans", "InterDisplay-ExtraBold.otf", "Inter-SemiBold.otf");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FontFamily> All { get; } =
    [
        Sans,
        new("display", "LeagueSpartan-ExtraBold.otf", "LeagueSpartan-ExtraBold.otf"),
        new("serif", "Vollkorn-Bold.ttf", "Vollkorn-SemiBold.ttf"),
        new("fine", "EBGaramond12-Regular.otf", "EBGaramond12-Regular.otf"),
        new("rounded", "Quicksand-Bold.ttf", "Quicksand-Bold.ttf"),
        new("mono", "JetBrainsMono-Bold.ttf", "JetBrainsMono-Medium.ttf"),
    ];

    /// <summary>Their names, for messages.</summary>
    public static string Names { get; } = string.Join(", ", All.Select(static f => f.Name));

    /// <summary>The family of a name; null where there is none.</summary>
    public static FontFamily? Find(string? name) => All.FirstOrDefault(f => f.Name == name);
}
