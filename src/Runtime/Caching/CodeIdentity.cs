using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Gpu.Runtime.Caching;

/// <summary>
/// Tells one state of the code from another. Builds are deterministic: a module's version id is a hash of what it was
/// compiled from, its references with their versions among it.
/// </summary>
public static class CodeIdentity
{
    private const int Length = 16;

    private static readonly ConcurrentDictionary<Assembly, string> Known = new();

    /// <summary>The hash of the assembly that holds a type, of the assemblies of this project that it refers to, and of the .NET runtime's version: 16 lower-case hex digits.</summary>
    /// <param name="type">The type that computes.</param>
    public static string Of(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Known.GetOrAdd(type.Assembly, static assembly => Hash(Modules(assembly)));
    }

    /// <summary>The hash of several types' code, in their order, and of what else the results depend on.</summary>
    /// <param name="types">The types that compute.</param>
    /// <param name="more">Such as the version of a program; null for what is unknown.</param>
    public static string Of(IEnumerable<Type> types, params IEnumerable<string?> more)
    {
        ArgumentNullException.ThrowIfNull(types);
        ArgumentNullException.ThrowIfNull(more);
        return Hash([.. types.Select(Of), .. more.Select(static m => m ?? "?")]);
    }

    // Packages are named with their versions in the metadata of those that use them, which the version id covers.
    private static IEnumerable<string> Modules(Assembly root)
    {
        var seen = new SortedDictionary<string, Assembly>(StringComparer.Ordinal) { [root.FullName!] = root };
        var open = new Stack<Assembly>([root]);
        while (open.TryPop(out var assembly))
        {
            foreach (var name in assembly.GetReferencedAssemblies().Where(static n => n.Name!.StartsWith("Gpu.", StringComparison.Ordinal)))
            {
                var referenced = Assembly.Load(name);
                if (seen.TryAdd(referenced.FullName!, referenced))
                {
                    open.Push(referenced);
                }
            }
        }

        return [RuntimeInformation.FrameworkDescription, .. seen.Select(static s => $"{s.Key} {s.Value.ManifestModule.ModuleVersionId}")];
    }

    private static string Hash(IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..Length];
}
