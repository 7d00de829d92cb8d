using System.Drawing;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Gpu.Workflow.Extraction.Brands;

/// <summary>Reads colours as CSS writes them: hexadecimal, <c>rgb()</c>, <c>hsl()</c> and names (CSS Color 4, sections 4 to 7).</summary>
internal static partial class CssColour
{
    private const int MaxLength = 64;

    /// <summary>Red, green and blue, 0 to 255; null for what is no colour, and for one more than half transparent.</summary>
    public static (byte Red, byte Green, byte Blue)? Parse(string text)
    {
        var value = text.Trim().ToLowerInvariant();
        if (value.Length is 0 or > MaxLength)
        {
            return null;
        }

        if (value[0] == '#')
        {
            return Hexadecimal(value[1..]);
        }

        if (Function().Match(value) is { Success: true } call)
        {
            return FromFunction(call);
        }

        // .NET knows the names of CSS, and beside them those of the system's surfaces, which are no page's own.
        var named = Color.FromName(value);
        return named is { IsKnownColor: true, IsSystemColor: false, A: 255 } ? (named.R, named.G, named.B) : null;
    }

    private static (byte Red, byte Green, byte Blue)? Hexadecimal(string digits)
    {
        if (digits.Length is not (3 or 4 or 6 or 8) || !digits.All(char.IsAsciiHexDigit))
        {
            return null;
        }

        var full = digits.Length < 6 ? string.Concat(digits.Select(static d => new string(d, 2))) : digits;
        return full.Length == 8 && Byte(6) < 128 ? null : (Byte(0), Byte(2), Byte(4));

        byte Byte(int at) => byte.Parse(full.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }

    private static (byte Red, byte Green, byte Blue)? FromFunction(Match call)
    {
        var hsl = call.Groups["name"].Value == "hsl";
        if (call.Groups["d"].Success && Number(call.Groups["d"].Value, 1) < 0.5)
        {
            return null;
        }

        var (a, b, c) = (call.Groups["a"].Value, call.Groups["b"].Value, call.Groups["c"].Value);
        if (!hsl)
        {
            return (Channel(Number(a, 255)), Channel(Number(b, 255)), Channel(Number(c, 255)));
        }

        var (hue, saturation, light) = (Number(a, 360), Math.Clamp(Percent(b), 0, 1), Math.Clamp(Percent(c), 0, 1));
        return (Channel(255 * Of(0)), Channel(255 * Of(8)), Channel(255 * Of(4)));

        // CSS Color 4, 7.1.
        double Of(int n)
        {
            var k = (n + (hue / 30)) % 12;
            k += k < 0 ? 12 : 0;
            return light - (saturation * Math.Min(light, 1 - light) * Math.Max(-1, Math.Min(Math.Min(k - 3, 9 - k), 1)));
        }
    }

    private static double Number(string text, double whole) =>
        text.EndsWith('%') ? Plain(text[..^1]) / 100 * whole : Plain(text.EndsWith("deg", StringComparison.Ordinal) ? text[..^3] : text);

    private static double Percent(string text) => Plain(text.TrimEnd('%')) / 100;

    private static double Plain(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : 0;

    private static byte Channel(double value) => (byte)Math.Clamp(Math.Round(value), 0, 255);

    [GeneratedRegex(@"^(?<name>rgb|hsl)a?\(\s*(?<a>[-+.\d]+(?:%|deg)?)\s*[\s,]\s*(?<b>[-+.\d]+%?)\s*[\s,]\s*(?<c>[-+.\d]+%?)\s*(?:[,/]\s*(?<d>[.\d]+%?)\s*)?\)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Function();
}
