using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Gpu.Architecture.Tests;

/// <summary>What a compiled assembly refers to, read from its metadata: what it truly uses, whatever its project says.</summary>
internal sealed class AssemblyFile
{
    public AssemblyFile(string name)
    {
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"{name}.dll"));
        using var file = new PEReader(stream);
        var metadata = file.GetMetadataReader();
        Name = name;
        References = metadata.AssemblyReferences.Select(h => metadata.GetString(metadata.GetAssemblyReference(h).Name)).ToHashSet();
        Types = metadata.TypeReferences.Select(metadata.GetTypeReference).Select(t => $"{metadata.GetString(t.Namespace)}.{metadata.GetString(t.Name)}").ToHashSet();
    }

    public string Name { get; }

    /// <summary>Names of the assemblies that it uses.</summary>
    public IReadOnlySet<string> References { get; }

    /// <summary>Full names of the types of other assemblies that it uses.</summary>
    public IReadOnlySet<string> Types { get; }

    /// <summary>The references that no allowed name or prefix (ending in *) covers.</summary>
    public IEnumerable<string> ReferencesBeyond(params string[] allowed) => References.Where(r => !allowed.Any(a => Covers(a, r))).Order();

    private static bool Covers(string allowed, string name) => allowed.EndsWith('*') ? name.StartsWith(allowed[..^1], StringComparison.Ordinal) : name == allowed;
}
