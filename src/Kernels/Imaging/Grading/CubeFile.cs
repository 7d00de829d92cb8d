using System.Globalization;

namespace Gpu.Kernels.Imaging.Grading;

/// <summary>Reads <c>.cube</c> files: keywords, then a colour a line; <c>#</c> begins a comment.</summary>
internal static class CubeFile
{
    public static ColourCube Parse(string text)
    {
        var size = 0;
        float[] least = [0, 0, 0], most = [1, 1, 1], colours = [];
        int number = 0, filled = 0;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            number++;
            var line = raw.Trim();
            if (line.IsEmpty || line[0] == '#' || line.StartsWith("TITLE", StringComparison.Ordinal))
            {
                continue;
            }

            if (After(line, "LUT_3D_SIZE") is { } wanted)
            {
                if (!int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out size) || size is < 2 or > ColourCube.MaxSize)
                {
                    throw Bad(number, $"LUT_3D_SIZE {wanted} is not 2 to {ColourCube.MaxSize}");
                }

                colours = new float[3 * size * size * size];
            }
            else if (After(line, "DOMAIN_MIN") is { } minimum)
            {
                Triple(minimum, least, number);
            }
            else if (After(line, "DOMAIN_MAX") is { } maximum)
            {
                Triple(maximum, most, number);
            }
            else if (char.IsAsciiLetter(line[0]))
            {
                throw Bad(number, $"\"{line}\" is not understood; a cube has LUT_3D_SIZE, DOMAIN_MIN, DOMAIN_MAX and colours");
            }
            else if (filled >= colours.Length)
            {
                throw Bad(number, size == 0 ? "colours come before LUT_3D_SIZE" : $"there are more than {size}³ colours");
            }
            else
            {
                Triple(line, colours.AsSpan(filled, 3), number);
                filled += 3;
            }
        }

        if (size == 0 || filled < colours.Length)
        {
            throw Bad(number, size == 0 ? "the file has no LUT_3D_SIZE" : $"the file ends after {filled / 3} of {size}³ colours");
        }

        for (var i = 0; i < 3; i++)
        {
            if (!(most[i] > least[i]))
            {
                throw Bad(number, FormattableString.Invariant($"DOMAIN_MAX {most[i]} is not over DOMAIN_MIN {least[i]}"));
            }
        }

        return new ColourCube(size, colours, least, most);
    }

    private static string? After(ReadOnlySpan<char> line, string keyword) =>
        line.StartsWith(keyword, StringComparison.Ordinal) && line.Length > keyword.Length && char.IsWhiteSpace(line[keyword.Length]) ? line[keyword.Length..].Trim().ToString() : null;

    private static void Triple(ReadOnlySpan<char> line, Span<float> to, int number)
    {
        var count = 0;
        foreach (var part in line.SplitAny(' ', '\t'))
        {
            if (line[part].IsEmpty)
            {
                continue;
            }

            if (count == 3 || !float.TryParse(line[part], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !float.IsFinite(value))
            {
                throw Bad(number, $"\"{line}\" is not three numbers");
            }

            to[count++] = value;
        }

        if (count != 3)
        {
            throw Bad(number, $"\"{line}\" is not three numbers");
        }
    }

    private static FormatException Bad(int line, string problem) => new($"Line {line} of the cube: {problem}.");
}
