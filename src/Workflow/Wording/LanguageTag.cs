namespace Gpu.Workflow.Wording;

/// <summary>Language tags as pages write them, such as <c>pt-BR</c>, <c>zh_Hant</c> and <c>EN</c>.</summary>
internal static class LanguageTag
{
    /// <summary>The language alone, in lower case; empty for an empty tag.</summary>
    public static string First(string tag) => tag.Split('-', '_')[0].ToLowerInvariant();
}
