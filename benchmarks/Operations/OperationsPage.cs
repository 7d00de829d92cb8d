using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Gpu.Kernels.Imaging;
using Gpu.Kernels.Launching;
using ILGPU.Runtime;

namespace Gpu.Benchmarks.Operations;

/// <summary>docs/operations.md: every public operation of Gpu.Kernels, from its documentation.</summary>
internal static partial class OperationsPage
{
    public const string Page = "docs/operations.md";
    private static readonly Assembly Kernels = typeof(ImagingExtensions).Assembly;

    /// <summary>Writes the page.</summary>
    public static int Write(TextWriter output)
    {
        File.WriteAllText(Repository.PathOf(Page), Make());
        output.WriteLine($"Written: {Repository.PathOf(Page)}");
        return 0;
    }

    /// <summary>The page's text.</summary>
    public static string Make()
    {
        var documentation = XDocument.Load(Path.ChangeExtension(Kernels.Location, ".xml")).Descendants("member").ToDictionary(m => m.Attribute("name")!.Value, m => m);
        var text = new StringBuilder("""
            # Operations

            Made by `dotnet run -c Release --project benchmarks -- operations`; a test fails where it is out of date. What each looks
            like: [gallery](gallery.md). What each costs: [roofline](gpu-roofline.md), [benchmarks](benchmarks.md).

            A host with an ILGPU accelerator of its own needs no scheduler:

            - an operation **on views** is a method of the accelerator, launched on its default stream and not waited for;
            - an operation **with tables** is an object that is made once for its sizes and run on views as often as needed;
            - **typed work** takes host memory and gives host memory back: `accelerator.Execute(work)`, or a scheduler's device.

            Arguments are checked before the launch.

            """);
        foreach (var family in Operations().GroupBy(o => o.Family))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {family.Key}\n\n| operation | how | what |\n| --- | --- | --- |\n");
            foreach (var (_, name, how, key) in family.OrderBy(o => o.How, StringComparer.Ordinal).ThenBy(o => o.Name, StringComparer.Ordinal))
            {
                var member = documentation.First(m => m.Key == key || m.Key.StartsWith(key + "(", StringComparison.Ordinal)).Value;
                text.Append(CultureInfo.InvariantCulture, $"| `{name}` | {how} | {Words(member.Element("summary")!)} |\n");
            }
        }

        return text.ToString();
    }

    private static IEnumerable<(string Family, string Name, string How, string Key)> Operations()
    {
        foreach (var type in Kernels.GetExportedTypes().Where(t => t.Namespace != typeof(IDeviceWork).Namespace).OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            var family = type.Namespace!.Split('.')[^1];
            if (type.IsAssignableTo(typeof(IDeviceWork)))
            {
                yield return (family, type.Name, "typed work", $"T:{type.FullName}");
            }
            else if (type.GetConstructors().Any(c => c.GetParameters().Any(p => p.ParameterType == typeof(Accelerator))))
            {
                yield return (family, type.Name, "with tables", $"T:{type.FullName}");
            }

            foreach (var method in type.GetMethods().Where(m => m.IsStatic && m.ReturnType == typeof(void) && m.GetParameters() is [{ } first, ..] && first.ParameterType == typeof(Accelerator)).DistinctBy(m => m.Name))
            {
                yield return (family, method.Name, "on views", $"M:{type.FullName}.{method.Name}");
            }
        }
    }

    private static string Words(XElement summary)
    {
        var words = string.Concat(summary.Nodes().Select(n => n switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "see" } see => $"`{see.Attribute("cref")?.Value.Split('(')[0].Split('.', ':')[^1] ?? see.Attribute("langword")?.Value}`",
            XElement { Name.LocalName: "paramref" } parameter => $"`{parameter.Attribute("name")!.Value}`",
            XElement other => other.Value,
            _ => "",
        }));
        return Space().Replace(words, " ").Trim().Replace("|", "\\|", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
