using System.Text.RegularExpressions;

namespace Gpu.Kernels.Tests.Suite;

/// <summary>
/// Finds float instructions in PTX whose bits a driver may choose: fused and approximate ones, and additions that take a
/// product as it comes from a multiplication without a rounding mode.
/// </summary>
internal static partial class FusibleFloats
{
    public static List<string> In(IEnumerable<string> instructions)
    {
        List<string> found = [];
        HashSet<string> products = [];
        foreach (var instruction in instructions)
        {
            var parts = Instruction().Match(instruction);
            string name = parts.Groups[1].Value, target = parts.Groups[2].Value, sources = parts.Groups[3].Value;
            var fromProduct = Register().Matches(sources).Any(m => products.Contains(m.Value));
            if (Inexact().IsMatch(name) || (fromProduct && Addition().IsMatch(name)))
            {
                found.Add(instruction);
            }

            // Copies and selections of a product are still that product; anything else makes the register a new value.
            if ((Product().IsMatch(name)) || (fromProduct && Copy().IsMatch(name)))
            {
                products.Add(target);
            }
            else
            {
                products.Remove(target);
            }
        }

        return found;
    }

    [GeneratedRegex(@"^(?:@\S+\s+)?(\S+)\s+([^,;]+)(.*)$")]
    private static partial Regex Instruction();

    [GeneratedRegex(@"%\w+")]
    private static partial Regex Register();

    [GeneratedRegex(@"^(fma|mad)\..*f32$|^(div|sqrt|rcp)\.(?!rn\.)\S*f32$|\.approx\b|^ex2\.|^lg2\.")]
    private static partial Regex Inexact();

    [GeneratedRegex(@"^(add|sub)\.(?!rn\.)\S*f32$")]
    private static partial Regex Addition();

    [GeneratedRegex(@"^mul\.(?!rn\.)\S*f32$")]
    private static partial Regex Product();

    [GeneratedRegex(@"^(mov|selp|neg|abs)\.\S*f32$")]
    private static partial Regex Copy();
}
