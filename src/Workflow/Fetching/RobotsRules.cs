namespace Gpu.Workflow.Fetching;

/// <summary>
/// What a host's robots.txt allows a client (RFC 9309): the groups of the client's own name, else those of <c>*</c>; of the
/// rules that match a path the longest decides, and of equally long ones the one that allows.
/// </summary>
internal sealed class RobotsRules
{
    private const int MaxRules = 5_000;
    private const int MaxPattern = 2_048;

    private readonly List<(string Pattern, bool Allows)> _rules;

    private RobotsRules(List<(string Pattern, bool Allows)> rules) => _rules = rules;

    /// <summary>Everything may be fetched: the host has no robots.txt.</summary>
    public static RobotsRules All { get; } = new([]);

    /// <summary>Nothing may be fetched: the host's robots.txt is out of order.</summary>
    public static RobotsRules None { get; } = new([("/", false)]);

    /// <summary>Reads a robots.txt.</summary>
    /// <param name="text">The file.</param>
    /// <param name="product">The client's own name, compared without regard to case.</param>
    public static RobotsRules Parse(string text, string product)
    {
        List<(string, bool)> own = [], others = [];
        var (isOwn, isOthers, inRules, found) = (false, false, true, false);
        foreach (var range in text.AsSpan().SplitAny('\r', '\n'))
        {
            var line = text.AsSpan(range);
            if (range.Start.Value > 0 && own.Count + others.Count > MaxRules || line.Length > 2 * MaxPattern)
            {
                continue;
            }

            var comment = line.IndexOf('#');
            line = comment >= 0 ? line[..comment] : line;
            var colon = line.IndexOf(':');
            if (colon < 0)
            {
                continue;
            }

            var name = line[..colon].Trim(" \t\uFEFF");
            var value = line[(colon + 1)..].Trim(" \t");
            if (name.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                // Names that follow one another share the rules after them.
                (isOwn, isOthers) = inRules ? (false, false) : (isOwn, isOthers);
                inRules = false;
                isOwn |= Product(value).Equals(product, StringComparison.OrdinalIgnoreCase);
                isOthers |= value is "*";
                found |= isOwn;
            }
            else if (name.Equals("allow", StringComparison.OrdinalIgnoreCase) || name.Equals("disallow", StringComparison.OrdinalIgnoreCase))
            {
                inRules = true;
                if (value.Length is > 0 and <= MaxPattern && (isOwn || isOthers))
                {
                    var rule = (Escape(value.ToString()), name.Length == "allow".Length);
                    (isOwn ? own : others).Add(rule);
                }
            }
        }

        return new(found ? own : others);
    }

    /// <summary>Whether a path may be fetched.</summary>
    /// <param name="pathAndQuery">The path and query of an address.</param>
    public bool Allows(string pathAndQuery)
    {
        var path = Escape(pathAndQuery);
        var (length, allows) = (-1, true);
        foreach (var (pattern, allow) in _rules)
        {
            if ((pattern.Length > length || (pattern.Length == length && allow)) && Matches(pattern, path))
            {
                (length, allows) = (pattern.Length, allow);
            }
        }

        return allows || path == "/robots.txt";
    }

    // "*" is any run of characters, "$" at the end is the end. Greedy with one step back: the cost is the product of both
    // lengths at worst, never more.
    private static bool Matches(string pattern, string path)
    {
        var anchored = pattern.EndsWith('$');
        var end = anchored ? pattern.Length - 1 : pattern.Length;
        var (p, s, star, mark) = (0, 0, -1, 0);
        while (true)
        {
            if (p == end && (!anchored || s == path.Length))
            {
                return true;
            }

            if (p < end && pattern[p] == '*')
            {
                (star, mark) = (p++, s);
            }
            else if (p < end && s < path.Length && pattern[p] == path[s])
            {
                p++;
                s++;
            }
            else if (star >= 0 && mark < path.Length)
            {
                (p, s) = (star + 1, ++mark);
            }
            else
            {
                return false;
            }
        }
    }

    private static ReadOnlySpan<char> Product(ReadOnlySpan<char> value)
    {
        var end = 0;
        while (end < value.Length && (char.IsAsciiLetter(value[end]) || value[end] is '-' or '_'))
        {
            end++;
        }

        return value[..end];
    }

    // Letters beyond ASCII and their escapes are the same: both sides are compared escaped, in upper case hexadecimals.
    private static string Escape(string text)
    {
        var escaped = text.Any(c => c > '\x7f') ? string.Concat(text.Select(c => c > '\x7f' && !char.IsSurrogate(c) ? Uri.EscapeDataString(c.ToString()) : c.ToString())) : text;
        return escaped.Contains('%', StringComparison.Ordinal) ? Upper(escaped) : escaped;
    }

    private static string Upper(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        source.CopyTo(span);
        for (var i = 0; i + 2 < span.Length; i++)
        {
            if (span[i] == '%')
            {
                (span[i + 1], span[i + 2]) = (char.ToUpperInvariant(span[i + 1]), char.ToUpperInvariant(span[i + 2]));
            }
        }
    });
}
