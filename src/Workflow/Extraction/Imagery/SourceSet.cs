using System.Globalization;

namespace Gpu.Workflow.Extraction.Imagery;

/// <summary>Reads <c>srcset</c>: candidates with a width (<c>640w</c>) or a density (<c>2x</c>), of which the largest is taken.</summary>
internal static class SourceSet
{
    /// <summary>The largest candidate and its width where told; null where there is none.</summary>
    /// <param name="text">The attribute. Addresses may hold commas; a candidate ends at a comma after white space or a descriptor.</param>
    public static (string Address, int? Width)? Largest(string? text)
    {
        (string Address, int? Width)? best = null;
        var bestSize = double.NegativeInfinity;
        foreach (var (address, descriptor) in Candidates(text ?? ""))
        {
            int? width = null;
            var size = 1.0;
            if (descriptor.Length > 1 && double.TryParse(descriptor.AsSpan()[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
            {
                size = value;
                width = descriptor[^1] is 'w' && value is >= 1 and < 100_000 ? (int)value : null;
            }

            if (size > bestSize)
            {
                (best, bestSize) = ((address, width), size);
            }
        }

        return best;
    }

    // The HTML standard's algorithm: an address is a run without white space, trailing commas end its candidate.
    private static IEnumerable<(string Address, string Descriptor)> Candidates(string text)
    {
        var at = 0;
        while (true)
        {
            while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] == ','))
            {
                at++;
            }

            if (at >= text.Length)
            {
                yield break;
            }

            var start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            var address = text[start..at];
            if (address.EndsWith(','))
            {
                yield return (address.TrimEnd(','), "");
                continue;
            }

            var end = text.IndexOf(',', at);
            end = end < 0 ? text.Length : end;
            yield return (address, text[at..end].Trim().Split(' ')[0]);
            at = end;
        }
    }
}
