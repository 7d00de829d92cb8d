using System.Text.RegularExpressions;

namespace Gpu.Runtime.Caching;

/// <summary>Tells keys of ours from those of others.</summary>
internal sealed class CacheNames(string application)
{
    /// <summary>Changes with the layout of what lies under a key.</summary>
    public const int Schema = 1;

    private readonly Regex _ours = new($"^{Regex.Escape(application)}:v[0-9]+:[a-z0-9-]{{1,32}}:[0-9a-f]{{16}}:[0-9a-f]{{64}}(?::[0-9a-f]{{16}}:[0-9]+)?$", RegexOptions.CultureInvariant);

    /// <summary>What all keys begin with, of every schema.</summary>
    public string Prefix => $"{application}:v";

    public string Of(CacheKey key) => $"{application}:v{Schema}:{key}";

    public string LeaseOf(string key) => $"{application}-lease:{key[(application.Length + 1)..]}";

    public static string ChunkOf(string key, string set, int index) => $"{key}:{set}:{index}";

    /// <summary>Whether a key has our shape to its end: another program's may begin as ours do.</summary>
    public bool IsOurs(string key) => _ours.IsMatch(key);

    /// <summary>Whether a key of ours is a part of a value only.</summary>
    public static bool IsChunk(string key) => key.AsSpan().Count(':') > 4;

    /// <summary>The operation that a key of ours names.</summary>
    public static string OperationOf(string key) => key.Split(':')[2];
}
