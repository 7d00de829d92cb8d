namespace Gpu.Workflow.Extraction.Markup;

/// <summary>Texts reduced to what is compared when two ways of reading a page must agree: letters and digits.</summary>
internal static class Letters
{
    /// <summary>The letters and digits of a text, in lower case.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        return string.Create(text.Count(Counts), text, static (span, source) =>
        {
            var at = 0;
            foreach (var c in source)
            {
                if (Counts(c))
                {
                    span[at++] = char.ToLowerInvariant(c);
                }
            }
        });
    }

    private static bool Counts(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c);
}
